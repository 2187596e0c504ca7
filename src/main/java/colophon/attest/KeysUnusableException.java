package colophon.attest;

/** There is no key to sign with; the message says why and what to do. */
public final class KeysUnusableException extends Exception {
  private static final long serialVersionUID = 1L;

  public KeysUnusableException(String message) {
    super(message);
  }
}
