package colophon.capture;

/** A body is not what its Content-Encoding says, or too large once decoded. */
final class ContentCodingException extends Exception {
  private static final long serialVersionUID = 1L;

  ContentCodingException(String message) {
    super(message);
  }
}
