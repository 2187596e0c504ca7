package colophon.attest;

/** The log in the database is not the one this node knows; the message says what to do. */
public final class LogRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public LogRefusedException(String message) {
    super(message);
  }
}
