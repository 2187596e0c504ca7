package colophon.article;

/** A document cannot be read; the message is a sentence for the operator. */
final class UnreadableDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableDocumentException(String message) {
    super(message);
  }
}
