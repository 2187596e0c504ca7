package colophon.llm;

/**
 * A message to or from a model has not the form agreed; the message says what was expected, what
 * was found, and where.
 */
public final class MessageFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public MessageFormatException(String message) {
    super(message);
  }
}
