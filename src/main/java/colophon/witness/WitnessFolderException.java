package colophon.witness;

/** A witness's folder or a file given to it cannot be used; the message says what to do. */
public final class WitnessFolderException extends Exception {
  private static final long serialVersionUID = 1L;

  public WitnessFolderException(String message) {
    super(message);
  }
}
