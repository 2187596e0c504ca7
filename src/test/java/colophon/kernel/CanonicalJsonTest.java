package colophon.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  @Test
  void everyPublishedVectorReachesItsBytes() throws Exception {
    Path vectors = TestVectors.folder("jcs");
    var inputs = TestVectors.documents(vectors.resolve("input"));
    assertThat(inputs).hasSizeGreaterThanOrEqualTo(6);
    for (Path input : inputs) {
      Path output = vectors.resolve("output").resolve(input.getFileName());
      assertThat(canonical(Files.readAllBytes(input)))
          .as(input.getFileName().toString())
          .isEqualTo(Files.readString(output).strip());
    }
  }

  /** The numbers of RFC 8785, appendix B, as IEEE 754 bits. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void numbersTakeTheFormOfEcmaScript(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(CanonicalJson.text(new Json.Num(Double.toString(value)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1",
    "1e3, 1000",
    "-0.0, 0",
    "0.10, 0.1",
    "1e-6, 0.000001",
    "1e-7, 1e-7",
    "2e-323, 2e-323",
    "1e-323, 1e-323",
    "123456789012345678901, 123456789012345680000",
    "-15, -15"
  })
  void numbersLoseWhatTheyNeedNot(String written, String expected) {
    assertThat(CanonicalJson.text(new Json.Num(written))).isEqualTo(expected);
  }

  @Test
  void membersAreSortedByCodeUnitsNotByCodePoints() throws Exception {
    // U+1F602 starts with the surrogate D83D, which is less than U+FB33.
    assertThat(canonical("{\"\uFB33\":1,\"\uD83D\uDE02\":2,\"a\":3,\"B\":4,\"\":5}"))
        .isEqualTo("{\"\":5,\"B\":4,\"a\":3,\"\uD83D\uDE02\":2,\"\uFB33\":1}");
  }

  @Test
  void stringsAreEscapedOnlyWhereTheyMustBe() throws Exception {
    assertThat(canonical("[\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\\\/\\u007f\\u20ac\\u2028\"]"))
        .isEqualTo("[\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\u007f€\u2028\"]");
  }

  @Test
  void whatHasNoCanonicalFormIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.bytes(new Json.Num("1e400")))
        .withMessageContaining("1e400");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.bytes(Json.of("\uD83D!")))
        .withMessageContaining("half");
  }

  private static String canonical(String document) throws JsonFormatException {
    return canonical(document.getBytes(UTF_8));
  }

  private static String canonical(byte[] document) throws JsonFormatException {
    return CanonicalJson.text(JsonReader.read(document, 1 << 20));
  }
}
