package colophon.excerpt;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or a mark of a text.
 *
 * @param form in which it is compared
 * @param word whether it holds a letter or a digit
 * @param start UTF-16 index of the text it was cut from
 * @param end UTF-16 index after it
 */
record Token(String form, boolean word, int start, int end) {

  /**
   * The tokens of a text in order. Han and kana characters are a token each; a word keeps the
   * apostrophes, stops and commas between its letters and digits: {@code it's}, {@code 18.6}.
   */
  static List<Token> of(String text) {
    var tokens = new ArrayList<Token>();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isWordPart(c)) {
        int end = Comparison.isUnspaced(c) ? next : wordEnd(text, next);
        add(text, i, end, true, tokens);
        i = end;
      } else {
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          add(text, i, next, false, tokens);
        }
        i = next;
      }
    }
    return tokens;
  }

  /** How much it weighs in a comparison: words by their length, marks little. */
  int weight() {
    return word ? 2 + 2 * Math.min(10, form.length()) : 1;
  }

  private static void add(String text, int start, int end, boolean word, List<Token> tokens) {
    String form = Comparison.plain(text.substring(start, end));
    if (!form.isEmpty()) {
      tokens.add(new Token(form, word, start, end));
    }
  }

  private static int wordEnd(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean inner =
          "'’.,".indexOf(c) >= 0
              && next < text.length()
              && isWordPart(text.codePointAt(next))
              && !Comparison.isUnspaced(text.codePointAt(next));
      if (!inner && (!isWordPart(c) || Comparison.isUnspaced(c))) {
        return i;
      }
      i = next;
    }
    return i;
  }

  private static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.OTHER_NUMBER,
              Character.FORMAT ->
              true;
          default -> false;
        };
  }
}
