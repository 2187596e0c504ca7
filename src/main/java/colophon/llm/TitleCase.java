package colophon.llm;

import java.util.Locale;
import java.util.Set;

/** Capitals as headlines have them. */
final class TitleCase {

  private static final Set<String> SMALL =
      Set.of(
          "a an the and but or nor for so yet as at by in of on per to via from into over with"
              .split(" "));

  private TitleCase() {}

  /** The text with every word capitalised but the small ones between its first and last. */
  static String of(String text) {
    String[] words = text.split(" ");
    StringBuilder title = new StringBuilder(text.length());
    boolean opening = true;
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean small = SMALL.contains(word) && !opening && i < words.length - 1;
      title.append(i == 0 ? "" : " ").append(small ? word : capitalised(word));
      opening = word.endsWith(":") || word.endsWith(";");
    }
    return title.toString();
  }

  /** Abbreviations of measure and time keep their small letters. */
  private static final Set<String> UNITS = Set.of("a.m.", "p.m.", "a.m", "p.m", "km/h", "m", "km");

  private static String capitalised(String word) {
    if (UNITS.contains(word)) {
      return word;
    }
    StringBuilder parts = new StringBuilder(word.length());
    boolean start = true;
    for (String part : word.split("(?<=-)")) {
      boolean small = !start && SMALL.contains(part.replace("-", ""));
      parts.append(small ? part : raised(part));
      start = false;
    }
    return parts.toString();
  }

  private static String raised(String word) {
    int first = 0;
    while (first < word.length() && !Character.isLetterOrDigit(word.charAt(first))) {
      first++;
    }
    return first >= word.length()
        ? word
        : word.substring(0, first)
            + word.substring(first, first + 1).toUpperCase(Locale.ROOT)
            + word.substring(first + 1);
  }
}
