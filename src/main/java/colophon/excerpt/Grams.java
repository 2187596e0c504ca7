package colophon.excerpt;

import java.util.Arrays;

/**
 * The overlapping runs of letters of a text, as numbers: what a sentence keeps when some of its
 * words change. Runs of letters need no word borders, so they serve for every script.
 */
final class Grams {

  /** Letters in a run; of Han, kana and Hangul, where one says as much as a syllable, two. */
  private static final int LETTERS = 5;

  private static final int SYLLABLES = 2;

  private Grams() {}

  /** The distinct runs of a text in rising order. */
  static int[] of(String text) {
    int[] letters = Comparison.letters(text).codePoints().toArray();
    if (letters.length == 0) {
      return letters;
    }
    var grams = new int[letters.length];
    int count = 0;
    for (int i = 0; i < letters.length; i++) {
      int length = isSyllable(letters[i]) ? SYLLABLES : LETTERS;
      if (i + length <= letters.length) {
        grams[count++] = hash(letters, i, length);
      }
    }
    if (count == 0) {
      grams[count++] = hash(letters, 0, letters.length);
    }
    Arrays.sort(grams, 0, count);
    return distinct(grams, count);
  }

  private static int hash(int[] letters, int from, int length) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < from + length; i++) {
      hash = (hash ^ letters[i]) * 0x100000001b3L;
    }
    return (int) (hash ^ hash >>> 32);
  }

  private static int[] distinct(int[] sorted, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[kept - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private static boolean isSyllable(int c) {
    return Comparison.isUnspaced(c)
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
  }
}
