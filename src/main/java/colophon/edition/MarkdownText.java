package colophon.edition;

/** Plain text inside Markdown: nothing in it is read as markup, as HTML or as a link. */
final class MarkdownText {

  /** Characters that CommonMark or its common extensions read as markup wherever they stand. */
  private static final String MARKUP = "\\`*_[]|~$^{}";

  private MarkdownText() {}

  static String escape(String text) {
    var out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\n', '\r' -> out.append(' ');
        default -> {
          if (MARKUP.indexOf(c) >= 0 || startsBlock(text, i)) {
            out.append('\\');
          }
          out.append(c);
        }
      }
    }
    return out.toString();
  }

  /** A link; the address is one that {@link WebLink} let pass. */
  static String link(String text, String address) {
    String target =
        address.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E");
    return "[" + escape(text) + "](" + target + ")";
  }

  /** Whether the character would begin a heading, a list or a rule at the start of a line. */
  private static boolean startsBlock(String text, int at) {
    char c = text.charAt(at);
    if (c == '#' || c == '-' || c == '+' || c == '=') {
      return text.substring(0, at).isBlank();
    }
    boolean closesNumber = c == '.' || c == ')';
    return closesNumber && at > 0 && text.substring(0, at).strip().matches("[0-9]{1,9}");
  }
}
