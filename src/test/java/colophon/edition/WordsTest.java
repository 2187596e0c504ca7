package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  private static final Pattern BLANK = Pattern.compile("\\{[^}]*}");

  @ParameterizedTest
  @ValueSource(strings = {"de", "ja", "ko"})
  void everyLanguageSaysEverything(String language) throws Exception {
    Properties english = load("en");
    Properties other = load(language);
    assertThat(new TreeSet<>(other.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    for (Object key : english.keySet()) {
      String name = key.toString();
      if (!name.endsWith(".one") && !name.equals("join")) {
        assertThat(blanks(other.getProperty(name)))
            .as(name)
            .isEqualTo(blanks(english.getProperty(name)));
        assertThat(other.getProperty(name)).as(name).isNotBlank();
      }
    }
    assertThat(other.getProperty("months").split(",")).hasSize(12);
    assertThat(other.getProperty("sample.banner")).contains("SAMPLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 2026-01-13T21:40:00+09:00 | 13 January 2026, 21:40 UTC+9
          en | 2026-07-01T00:05:00Z | 1 July 2026, 00:05 UTC
          en | 2026-07-01T08:05:00-03:30 | 1 July 2026, 08:05 UTC−3:30
          de | 2026-03-09T07:00:00+01:00 | 9. März 2026, 07:00 UTC+1
          ko | 2026-12-31T23:59:00+09:00 | 2026년 12월 31일 23:59 UTC+9
          ja | 2026-02-03T04:05:00+05:45 | 2026年2月3日 04:05 UTC+5:45
          fr | 2026-01-13T21:40:00+09:00 | 13 January 2026, 21:40 UTC+9
          """)
  void writesAMomentWithItsZone(String language, OffsetDateTime moment, String expected) {
    assertThat(Words.in(language).moment(moment)).isEqualTo(expected);
  }

  private static TreeSet<String> blanks(String text) {
    var blanks = new TreeSet<String>();
    BLANK.matcher(text).results().map(MatchResult::group).forEach(blanks::add);
    return blanks;
  }

  private static Properties load(String language) throws Exception {
    var properties = new Properties();
    try (var in = WordsTest.class.getResourceAsStream("words_" + language + ".properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
