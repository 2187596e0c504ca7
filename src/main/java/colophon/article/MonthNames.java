package colophon.article;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of months in the languages that news is written in, with and without accents. */
final class MonthNames {

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu",
          "ro", "ru", "uk", "bg", "tr", "el", "ca", "hr", "sl", "et", "lv", "lt", "id", "is", "vi");

  /** Forms that the locale data lacks. */
  private static final Map<String, Integer> MORE =
      Map.ofEntries(
          Map.entry("sept", 9),
          Map.entry("janner", 1),
          Map.entry("jaenner", 1),
          Map.entry("feber", 2),
          Map.entry("maerz", 3),
          Map.entry("mrz", 3),
          Map.entry("febr", 2),
          Map.entry("setiembre", 9),
          Map.entry("agt", 8));

  private static final Map<String, Integer> MONTHS = months();

  private MonthNames() {}

  /** 1 to 12, or 0 where the word names no month. */
  static int month(String word) {
    return MONTHS.getOrDefault(key(word), 0);
  }

  private static Map<String, Integer> months() {
    var months = new HashMap<>(MORE);
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (TextStyle style :
          List.of(
              TextStyle.FULL,
              TextStyle.FULL_STANDALONE,
              TextStyle.SHORT,
              TextStyle.SHORT_STANDALONE)) {
        for (Month month : Month.values()) {
          String name = key(month.getDisplayName(style, locale));
          if (name.length() >= 3) {
            months.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    return Map.copyOf(months);
  }

  private static String key(String word) {
    return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}|\\.", "")
        .replace("ß", "ss");
  }
}
