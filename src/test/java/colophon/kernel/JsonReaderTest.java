package colophon.kernel;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

  private static final int LIMIT = 4 << 20;

  @Test
  void readsEveryKindOfValueInOrder() throws Exception {
    var document =
        JsonReader.readObject(
            bytes("{\"z\":[1,-2.50,\"x\"],\"a\":{\"t\":true,\"f\":false,\"n\":null}}"), LIMIT);
    assertThat(document.members().keySet()).containsExactly("z", "a");
    assertThat(document.get("z"))
        .isEqualTo(
            Json.array(List.of(new Json.Num("1"), new Json.Num("-2.50"), new Json.Str("x"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"a\":2} | Duplicate",
        "{\"a\":{\"b\":1,\"\\u0062\":2}} | Duplicate",
        "{} {} | expected the end of the document",
        "[1,2 | Unexpected end-of-input",
        "{\"a\":01} | Leading zeroes",
        "[NaN] | NaN",
        "[1e400] | a number that a double can hold",
        "[\"\\ud83d\"] | half of a surrogate pair",
        "{\"\\udc00\":1} | half of a surrogate pair",
        "[1,] | Unexpected character",
        "['a'] | Unexpected character",
        "// no | Unexpected character"
      })
  void whatIsNotStrictJsonIsRefusedWithItsReason(String document, String reason) {
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> JsonReader.read(bytes(document), LIMIT))
        .withMessageContaining(reason);
  }

  @Test
  void nothingIsNotADocument() {
    refused(new byte[0], "found the end of the document");
    refused(bytes("  \n"), "found the end of the document");
  }

  @Test
  void onlyUtf8IsRead() {
    refused("{\"a\":1}".getBytes(UTF_16), "expected UTF-8");
    refused(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}, "expected UTF-8");
    refused(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, "expected UTF-8");
    refused(bytes("\uFEFF{}"), "not JSON");
  }

  @Test
  void depthLengthAndNumberOfValuesHaveLimits() throws Exception {
    int deepest = JsonReader.MOST_DEPTH;
    JsonReader.read(bytes("[".repeat(deepest) + "]".repeat(deepest)), LIMIT);
    refused(bytes("[".repeat(deepest + 1) + "]".repeat(deepest + 1)), "depth");
    refused(bytes("[" + "9".repeat(JsonReader.MOST_NUMBER_CHARACTERS + 1) + "]"), "length");
    refused(bytes("[" + "0,".repeat(JsonReader.MOST_VALUES) + "0]"), "values in one document");
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> JsonReader.read(bytes("[1,2]"), 4))
        .withMessage("expected at most 4 bytes of JSON, found 5");
  }

  @Test
  void anObjectIsAskedForByName() {
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> JsonReader.readObject(bytes("[]"), LIMIT))
        .withMessageContaining("expected a JSON object");
  }

  private static void refused(byte[] document, String reason) {
    assertThatExceptionOfType(JsonFormatException.class)
        .isThrownBy(() -> JsonReader.read(document, LIMIT))
        .withMessageContaining(reason);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
