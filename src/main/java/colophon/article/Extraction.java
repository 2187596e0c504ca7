package colophon.article;

import colophon.text.PrintableText;

/** How the reading of a snapshot as an article ended. */
public sealed interface Extraction {

  /** There is an article. */
  record Extracted(Article article) implements Extraction {}

  /** The document was read and has no text to work with; the reason is a sentence. */
  record Empty(String reason) implements Extraction {
    public Empty {
      reason = PrintableText.of(reason);
    }
  }

  /** The document could not be read; the reason is a sentence. */
  record Unreadable(String reason) implements Extraction {
    public Unreadable {
      reason = PrintableText.of(reason);
    }
  }
}
