package colophon.article;

/** A document cannot be read; {@link #sentence} is a sentence for the operator. */
final class UnreadableDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  UnreadableDocumentException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
