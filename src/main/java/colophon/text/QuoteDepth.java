package colophon.text;

import java.util.BitSet;

/**
 * Where a text stands inside the corner brackets of East Asian speech, whose sentences belong to
 * the sentence around them. Brackets that are not closed soon count for nothing.
 */
final class QuoteDepth {

  private static final int LONGEST = 300;

  private final BitSet inside = new BitSet();

  QuoteDepth(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '「' || c == '『') {
        int end = closing(text, i, c, c == '「' ? '」' : '』');
        if (end > i) {
          inside.set(i, end);
          i = end;
        }
      }
    }
  }

  boolean inside(int index) {
    return inside.get(index);
  }

  private static int closing(String text, int open, char opener, char closer) {
    int depth = 0;
    for (int i = open; i < Math.min(text.length(), open + LONGEST); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return -1;
      }
      depth += c == opener ? 1 : c == closer ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
