package colophon.kernel;

/** A document is not the JSON that was asked for; the message says what was found and where. */
public final class JsonFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public JsonFormatException(String message) {
    super(message);
  }
}
