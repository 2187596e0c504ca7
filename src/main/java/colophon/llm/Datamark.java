package colophon.llm;

import java.lang.Character.UnicodeScript;

/**
 * The mark that stands between the words of source text in a message, so that a model can tell
 * quoted matter from instructions and a planted sentence cannot pass for either. The word in the
 * mark is keyed: who writes a source cannot guess it.
 *
 * @param word six lower-case letters, or {@code none} where text goes unmarked
 */
public record Datamark(String word) {

  /** No marking, for a writer that takes no instructions from text. */
  public static final Datamark NONE = new Datamark("none");

  private static final char BESIDE = '^';

  public Datamark {
    if (!word.matches("none|[a-z]{6}")) {
      throw new IllegalArgumentException(
          "a marker is six lower-case letters or \"none\", found \"" + word + "\"");
    }
  }

  /**
   * The text with each space between words replaced by the mark, other than between two characters
   * of Chinese, Japanese or Korean.
   */
  public String mark(String text) {
    if (this.equals(NONE)) {
      return text;
    }
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' && i > 0 && i + 1 < text.length() && !betweenEastAsian(text, i)) {
        out.append(BESIDE).append(word).append(BESIDE);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The text with every mark turned back into a space. */
  public String unmark(String text) {
    return this.equals(NONE) ? text : text.replace(BESIDE + word + BESIDE, " ");
  }

  private static boolean betweenEastAsian(String text, int space) {
    return eastAsian(text.codePointBefore(space)) && eastAsian(text.codePointAt(space + 1));
  }

  private static boolean eastAsian(int codePoint) {
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }
}
