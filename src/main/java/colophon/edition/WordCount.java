package colophon.edition;

import colophon.brief.Brief;
import colophon.brief.Sentence;

/** Counts words, for the reading time; where a script writes no spaces two characters are one. */
final class WordCount {

  private WordCount() {}

  static int of(Brief brief) {
    return brief.sentences().stream().map(Sentence::text).mapToInt(WordCount::of).sum();
  }

  static int of(String text) {
    long unspaced = text.codePoints().filter(WordCount::isUnspaced).count();
    String spaced =
        text.codePoints()
            .map(c -> isUnspaced(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    int words = spaced.isEmpty() ? 0 : spaced.split("\\s+").length;
    return words + (int) Math.ceilDiv(unspaced, 2L);
  }

  private static boolean isUnspaced(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || script == Character.UnicodeScript.THAI;
  }
}
