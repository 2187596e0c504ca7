package colophon.llm;

/** A prompt file is missing or is not in its form; the message says which, and what to do. */
public final class PromptFileException extends Exception {
  private static final long serialVersionUID = 1L;

  public PromptFileException(String message) {
    super(message);
  }
}
