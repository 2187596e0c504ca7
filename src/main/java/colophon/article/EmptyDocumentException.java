package colophon.article;

/** A document was read and holds no text; the message is a sentence for the operator. */
final class EmptyDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  EmptyDocumentException(String message) {
    super(message);
  }
}
