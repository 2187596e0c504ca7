package colophon.llm;

import colophon.llm.PassagesMessage.SourceText;

/** The title of a source as its desk wrote it. */
final class Title {

  private Title() {}

  /** Without the outlet's own name at its end and without a full stop. */
  static String of(SourceText source) {
    String title = source.title().strip();
    int bar = Math.max(title.lastIndexOf(" | "), title.lastIndexOf(" / "));
    int dash = Math.max(title.lastIndexOf(" - "), title.lastIndexOf(" – "));
    if (bar > title.length() / 3) {
      title = title.substring(0, bar);
    } else if (dash > 0
        && source
            .outlet()
            .toLowerCase(java.util.Locale.ROOT)
            .contains(title.substring(dash + 3).toLowerCase(java.util.Locale.ROOT))) {
      title = title.substring(0, dash);
    }
    return title.replaceAll("\\.$", "").strip();
  }
}
