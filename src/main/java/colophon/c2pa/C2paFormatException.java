package colophon.c2pa;

/**
 * Bytes are not the content credential they should be. The message says what was expected, what was
 * found, and where.
 */
public final class C2paFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  C2paFormatException(String message) {
    super(message);
  }
}
