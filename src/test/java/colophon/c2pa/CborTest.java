package colophon.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {

  /** From RFC 8949, appendix A: those kinds that credentials may hold. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00",
        "01",
        "0a",
        "17",
        "1818",
        "1819",
        "1864",
        "1903e8",
        "1a000f4240",
        "1b000000e8d4a51000",
        "20",
        "29",
        "3863",
        "3903e7",
        "f90000",
        "f97e00",
        "fa47c35000",
        "fb3ff199999999999a",
        "f4",
        "f5",
        "f6",
        "f7",
        "40",
        "4401020304",
        "60",
        "6161",
        "6449455446",
        "62225c",
        "62c3bc",
        "63e6b0b4",
        "64f0908591",
        "80",
        "83010203",
        "8301820203820405",
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
        "a0",
        "a201020304",
        "a26161016162820203",
        "826161a161626163",
        "c11a514b67b0",
        "c074323031332d30332d32315432303a30343a30305a",
        "d818456449455446"
      })
  void whatIsReadIsWrittenTheSame(String hex) throws C2paFormatException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(CborWriter.bytes(CborReader.read(bytes, "a vector"))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1801 | a number in its shortest form",
        "190017 | a number in its shortest form",
        "1a0000ffff | a number in its shortest form",
        "1b00000000ffffffff | a number in its shortest form",
        "5800 | a number in its shortest form",
        "1bffffffffffffffff | a number below 2^63",
        "3bffffffffffffffff | a number below 2^63",
        "1c | a definite length",
        "9f01ff | a definite length",
        "5f4101ff | a definite length",
        "bf616101ff | a definite length",
        "a2616101616102 | each key of a map once",
        "a14101f6 | a key that is text or a whole number",
        "61ff | text in UTF-8",
        "62c328 | text in UTF-8",
        "f8ff | false, true, null, undefined or a number",
        "f820 | false, true, null, undefined or a number",
        "e0 | false, true, null, undefined or a number",
        "ff | false, true, null, undefined or a number",
        "0102 | the end of the CBOR",
        "8201 | 2 items",
        "830102 | 3 items",
        "5a7fffffff00 | 2147483647 bytes",
        "7b7fffffffffffffff | bytes",
        "9b7fffffffffffffff00 | items",
        "bb7fffffffffffffff00 | items",
        "18 | more CBOR",
        "'' | more CBOR"
      })
  void anythingElseIsRefusedWithItsReason(String hex, String expected) {
    assertThatThrownBy(() -> CborReader.read(HexFormat.of().parseHex(hex), "a vector"))
        .isInstanceOf(C2paFormatException.class)
        .hasMessageStartingWith("expected ")
        .hasMessageContaining(expected)
        .hasMessageContaining(" of a vector");
  }

  @Test
  void depthIsLimited() throws C2paFormatException {
    byte[] deep = new byte[CborReader.MOST_DEPTH];
    Arrays.fill(deep, (byte) 0x81);
    deep[deep.length - 1] = 0;
    CborReader.read(deep, "a vector");

    byte[] deeper = new byte[200_000];
    Arrays.fill(deeper, (byte) 0x81);
    assertThatThrownBy(() -> CborReader.read(deeper, "a vector"))
        .hasMessageContaining("items at most 24 deep");
    Arrays.fill(deeper, (byte) 0xC1);
    assertThatThrownBy(() -> CborReader.read(deeper, "a vector"))
        .hasMessageContaining("items at most 24 deep");
  }

  @Test
  void theNumberOfItemsIsLimited() {
    byte[] many = new byte[3 + CborReader.MOST_ITEMS];
    many[0] = (byte) 0x99;
    many[1] = (byte) (CborReader.MOST_ITEMS >> 8);
    many[2] = (byte) CborReader.MOST_ITEMS;
    assertThatThrownBy(() -> CborReader.read(many, "a vector"))
        .hasMessageContaining("at most 50000 items");
  }

  @Test
  void membersAreWrittenInTheOrderOfTheirEncodedKeys() {
    Cbor map =
        new CborMap()
            .put("bb", Cbor.of(1))
            .put("a", Cbor.of(2))
            .put(33, Cbor.of(3))
            .put(1, Cbor.of(4))
            .put("left away", (Cbor) null)
            .build();
    assertThat(HexFormat.of().formatHex(CborWriter.bytes(map)))
        .isEqualTo("a4" + "0104" + "182103" + "616102" + "62626201");
  }

  @Test
  void aKeyGivenTwiceIsAnErrorOfOurs() {
    Cbor map = new CborMap().put("a", Cbor.of(1)).put("a", Cbor.of(2)).build();
    assertThatThrownBy(() -> CborWriter.bytes(map)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void fieldsSayWhatIsMissingAndWhere() throws C2paFormatException {
    Fields fields =
        Fields.of(
            new CborMap().put("text", Cbor.of(1)).put("list", Cbor.array(List.of())).build(),
            "c2pa.test");
    assertThatThrownBy(() -> fields.text("other"))
        .hasMessage("expected text, found nothing, in \"other\" of c2pa.test");
    assertThatThrownBy(() -> fields.text("text"))
        .hasMessage("expected text, found a whole number, in \"text\" of c2pa.test");
    assertThatThrownBy(() -> fields.bytes("list"))
        .hasMessage("expected bytes, found an array, in \"list\" of c2pa.test");
  }
}
