package colophon.brief;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a mended letter or comma from another wording. */
final class Spelling {

  /** Shorter words differ in meaning by one letter: "now" and "not". */
  private static final int LEAST_LETTERS = 6;

  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  private Spelling() {}

  /**
   * Whether two texts have the same words but for case, marks between them, and in long words one
   * letter that was changed, added, left out or exchanged with its neighbour. A figure never counts
   * as misspelt.
   */
  static boolean only(String before, String after) {
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

  private static boolean alike(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    boolean enough = Math.min(one.length(), other.length()) >= LEAST_LETTERS;
    return enough
        && one.chars().noneMatch(Character::isDigit)
        && other.chars().noneMatch(Character::isDigit)
        && oneSlip(one, other);
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
