package colophon.llm;

/** A model cannot be used as it is configured; the message says what is wrong and what to do. */
public final class ModelSettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  public ModelSettingsException(String message) {
    super(message);
  }
}
