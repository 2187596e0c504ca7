package colophon.edition;

/** A stored feed entry is not what the press printed; the message says what was expected. */
public final class FeedFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  FeedFormatException(String message) {
    super(message);
  }
}
