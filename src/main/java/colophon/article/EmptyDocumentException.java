package colophon.article;

/** A document was read and holds no text; {@link #sentence} is a sentence for the operator. */
final class EmptyDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  EmptyDocumentException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
