package colophon.excerpt;

/** A pasted text that cannot be looked for: the message says why and what to do. */
public final class ExcerptRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  ExcerptRefusedException(String sentence) {
    super(sentence);
  }
}
