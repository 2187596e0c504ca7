package colophon.tlog;

/** A note, checkpoint or proof is malformed; the message says what was expected and found. */
public final class LogFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public LogFormatException(String message) {
    super(message);
  }
}
