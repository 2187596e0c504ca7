package colophon.attest;

/** There is no time stamp; the message says why. */
public final class TimeStampException extends Exception {
  private static final long serialVersionUID = 1L;

  public TimeStampException(String message) {
    super(message);
  }
}
