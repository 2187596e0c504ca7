package colophon.text;

import colophon.kernel.TextSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into sentences by rule. A stop ends a sentence unless what stands before it (an
 * abbreviation, an initial, a figure) or after it (a small letter, a speaker's verb) says
 * otherwise; a blank line always ends one, so that headings without a stop stand alone.
 */
public final class Sentences {

  /** A short line followed by a capital is a heading or a list entry, not a wrapped line. */
  private static final int SHORT_LINE = 60;

  private Sentences() {}

  /**
   * The sentences of a text, in order, as spans without the space around them. Together they cover
   * every character that is not space. Abbreviations are read as the language has them.
   */
  public static List<TextSpan> split(String text, Language language) {
    List<TextSpan> sentences = new ArrayList<>();
    CodePointCounter counter = new CodePointCounter(text);
    int start = 0;
    for (int end : ends(text, language)) {
      int from = start;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      if (to > from) {
        int first = counter.at(from);
        sentences.add(new TextSpan(first, counter.at(to)));
      }
      start = end;
    }
    return sentences;
  }

  /** Where sentences end, as UTF-16 indexes, the end of the text included. */
  private static List<Integer> ends(String text, Language language) {
    List<Integer> ends = new ArrayList<>();
    QuoteDepth quotes = new QuoteDepth(text);
    int lineStart = 0;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c == '\n') {
        if (endsLine(text, lineStart, i)) {
          ends.add(i);
        }
        i++;
        lineStart = i;
      } else if (StopRules.isStop(c)) {
        int after = StopRules.pastClosers(text, i);
        if (!quotes.inside(after) && StopRules.ends(text, lineStart, i, after, language)) {
          ends.add(after);
        }
        i = Math.max(after, i + 1);
      } else {
        i++;
      }
    }
    ends.add(text.length());
    return ends;
  }

  private static boolean endsLine(String text, int lineStart, int lineEnd) {
    int next = lineEnd + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next >= text.length() || text.charAt(next) == '\n') {
      return true;
    }
    int opening = text.codePointAt(next);
    boolean fresh =
        Character.isUpperCase(opening)
            || Character.isDigit(opening)
            || "•-–—*\"“‘«「『".indexOf(opening) >= 0;
    return fresh && lineEnd - lineStart < SHORT_LINE
        || "•*".indexOf(opening) >= 0
        || StopRules.isUncased(opening) && lineEnd - lineStart < SHORT_LINE / 2;
  }
}
