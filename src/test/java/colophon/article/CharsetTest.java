package colophon.article;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetTest {

  private static final String GERMAN =
      "Die Fähre nach Übersee fuhr am Mittwoch wieder – „endlich“, sagte die Müllerin von Größitz.";
  private static final String JAPANESE = "奈良の市場では水曜日の朝、新しい橋の工事が始まったと市の担当者が説明し、住民は静かに見守った。";
  private static final String KOREAN = "푸른강 하구의 나룻배가 열하루 만에 다시 떠났다고 항만 사무소가 수요일 아침에 밝혔다.";

  private static Article read(byte[] page, String header) {
    return Outcomes.article(
        new Extractor(new DocumentProcess())
            .extract(Pages.captured("https://sample.example/page", page, header)));
  }

  private static String page(String lang, String meta, String text) {
    return "<!DOCTYPE html><html lang=\""
        + lang
        + "\"><head>"
        + (meta.isEmpty() ? "" : "<meta charset=\"" + meta + "\">")
        + "<title>SAMPLE</title></head><body><article><h1>SAMPLE</h1><p>"
        + text
        + "</p></article></body></html>";
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, utf-8, text/html",
    "windows-1252, utf-8, text/html; charset=utf-8",
    "windows-1252, , text/html; charset=iso-8859-1",
    "windows-1252, iso-8859-1, ''",
    "windows-1252, , ''",
    "windows-1252, no-such-charset, ''",
    "utf-8, windows-1252, text/html; charset=iso-8859-1",
    "utf-8, , text/html; charset=shift_jis",
    "utf-8, utf-16, ''"
  })
  void readsGermanWhateverIsDeclared(String bytes, String meta, String header) {
    byte[] page = page("de", meta == null ? "" : meta, GERMAN).getBytes(Charset.forName(bytes));
    assertThat(read(page, header).text()).isEqualTo(GERMAN);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-31j, shift_jis, ''",
    "windows-31j, , text/html; charset=Shift_JIS",
    "windows-31j, utf-8, text/html; charset=utf-8",
    "EUC-JP, euc-jp, ''",
    "EUC-JP, utf-8, ''",
    "ISO-2022-JP, , ''"
  })
  void readsJapaneseWhateverIsDeclared(String bytes, String meta, String header) {
    byte[] page = page("ja", meta == null ? "" : meta, JAPANESE).getBytes(Charset.forName(bytes));
    assertThat(read(page, header).text()).isEqualTo(JAPANESE);
  }

  @ParameterizedTest
  @CsvSource({"EUC-KR, euc-kr, ''", "EUC-KR, utf-8, ''", "x-windows-949, , ''"})
  void readsKoreanWhateverIsDeclared(String bytes, String meta, String header) {
    byte[] page = page("ko", meta == null ? "" : meta, KOREAN).getBytes(Charset.forName(bytes));
    assertThat(read(page, header).text()).isEqualTo(KOREAN);
  }

  @Test
  void believesAByteOrderMarkAboveAllElse() {
    String page = page("de", "iso-8859-1", GERMAN);
    assertThat(read(marked(page.getBytes(UTF_8), 0xef, 0xbb, 0xbf), "text/html").text())
        .isEqualTo(GERMAN);
    assertThat(read(marked(page.getBytes(UTF_16LE), 0xff, 0xfe), "text/html").text())
        .isEqualTo(GERMAN);
    assertThat(read(marked(page.getBytes(UTF_16BE), 0xfe, 0xff), "text/html").text())
        .isEqualTo(GERMAN);
  }

  @Test
  void readsUtf16WithoutItsMark() {
    assertThat(read(page("de", "", GERMAN).getBytes(UTF_16LE), "").text()).isEqualTo(GERMAN);
    assertThat(read(page("de", "", GERMAN).getBytes(UTF_16BE), "").text()).isEqualTo(GERMAN);
  }

  @Test
  void oneCutCharacterDoesNotSpoilAPage() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(page("de", "utf-8", GERMAN + " " + GERMAN).getBytes(UTF_8));
    bytes.write(0xc3);
    assertThat(read(bytes.toByteArray(), "").text()).contains(GERMAN);
  }

  private static byte[] marked(byte[] text, int... mark) {
    var bytes = new ByteArrayOutputStream();
    for (int one : mark) {
      bytes.write(one);
    }
    bytes.writeBytes(text);
    return bytes.toByteArray();
  }
}
