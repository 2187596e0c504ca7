package colophon.brief;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a mended letter or comma from another wording. */
final class Spelling {

  /** Shorter words differ in meaning by one letter: "now" and "not". */
  private static final int LEAST_LETTERS = 6;

  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  /** A figure with all that stands close to it: sign, currency, decimal mark, percent. */
  private static final Pattern FIGURE = Pattern.compile("\\S*\\p{N}\\S*");

  /** What may stand around a figure and is none of it. */
  private static final Pattern AROUND = Pattern.compile("^[(\\[]+|[.,;:!)\\]]+$");

  /** Marks that say whose words these are, or whether they are said at all. */
  private static final Pattern TELLING = Pattern.compile("[\\p{Pi}\\p{Pf}\"„「」『』《》〈〉?？;؟]");

  private Spelling() {}

  /**
   * Whether two texts have the same words but for case, marks between them, and in long words one
   * letter after the first that was changed, added, left out or exchanged with its neighbour. A
   * figure with its sign and unit, a quotation mark and a question mark never count as misspelt.
   */
  static boolean only(String before, String after) {
    if (!figures(before).equals(figures(after)) || !telling(before).equals(telling(after))) {
      return false;
    }
    List<String> old = words(before);
    List<String> now = words(after);
    if (old.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!alike(old.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> words(String text) {
    return APART
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static List<String> figures(String text) {
    return FIGURE
        .matcher(text)
        .results()
        .map(found -> AROUND.matcher(found.group()).replaceAll(""))
        .map(figure -> TELLING.matcher(figure).replaceAll(""))
        .map(figure -> figure.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static List<String> telling(String text) {
    return TELLING
        .matcher(text)
        .results()
        .map(found -> found.group())
        .map(mark -> mark.equals("“") || mark.equals("”") ? "\"" : mark)
        .filter(mark -> !mark.equals("’") && !mark.equals("‘"))
        .toList();
  }

  private static boolean alike(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    boolean enough = Math.min(one.length(), other.length()) >= LEAST_LETTERS;
    return enough
        // "billion" and "million", "fired" and "hired": nobody misspells a first letter.
        && one.charAt(0) == other.charAt(0)
        && lettersOnly(one)
        && lettersOnly(other)
        && oneSlip(one, other);
  }

  /** Whether a word is spelt with letters; a sign of Chinese or Korean is more than a letter. */
  private static boolean lettersOnly(String word) {
    return word.codePoints()
        .allMatch(c -> !Character.isDigit(c) && !Character.isIdeographic(c) && !isSyllable(c));
  }

  private static boolean isSyllable(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HANGUL, HIRAGANA, KATAKANA, ETHIOPIC, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }

  /** Whether one letter was changed, added, left out, or two neighbours exchanged. */
  private static boolean oneSlip(String one, String other) {
    int start = 0;
    int most = Math.min(one.length(), other.length());
    while (start < most && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    String mine = one.substring(start, one.length() - end);
    String theirs = other.substring(start, other.length() - end);
    boolean exchanged =
        mine.length() == 2 && new StringBuilder(mine).reverse().toString().equals(theirs);
    return exchanged || mine.length() <= 1 && theirs.length() <= 1;
  }
}
