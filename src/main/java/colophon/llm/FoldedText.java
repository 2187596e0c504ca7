package colophon.llm;

import colophon.kernel.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text in which differences of typesetting are gone (kinds of quotation mark, of dash, of space),
 * together with the place of each of its characters in the original.
 */
final class FoldedText {

  private final String original;
  private final String text;
  private final List<Integer> places;

  private FoldedText(String original, String text, List<Integer> places) {
    this.original = original;
    this.text = text;
    this.places = places;
  }

  static FoldedText of(String original) {
    var out = new StringBuilder();
    var places = new ArrayList<Integer>();
    for (int i = 0; i < original.length(); i++) {
      char c = fold(original.charAt(i));
      if (c != ' ' || !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(c);
        places.add(i);
      }
    }
    return new FoldedText(original, out.toString(), places);
  }

  String text() {
    return text;
  }

  /** Where the original has this folded text, in code points, between the edges of words. */
  Optional<TextSpan> find(String part) {
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      int end = at + part.length();
      if (!part.isEmpty() && edge(at) && edge(end)) {
        return Optional.of(TextSpan.ofUtf16(original, places.get(at), places.get(end - 1) + 1));
      }
    }
    return Optional.empty();
  }

  private boolean edge(int at) {
    return at == 0
        || at == text.length()
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || !Character.isLetterOrDigit(text.charAt(at))
        || Character.isIdeographic(text.charAt(at));
  }

  private static char fold(char c) {
    return switch (c) {
      case '“', '”', '„', '«', '»', '「', '」', '『', '』' -> '"';
      case '‘', '’', '‚' -> '\'';
      case '–', '—', '‑' -> '-';
      default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
    };
  }
}
