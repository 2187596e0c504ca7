package colophon.llm;

/** A prompt file is missing or is not in its form; the message says where, what, and what to do. */
public final class PromptFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String sentence;

  PromptFileException(String file, int line, String sentence) {
    super(file + ":" + line + ": " + sentence + ".");
    this.file = file;
    this.line = line;
    this.sentence = sentence;
  }

  public String file() {
    return file;
  }

  /** The line it stands in, from 1. */
  public int line() {
    return line;
  }

  /** What is wrong and what would be right, without the place and without a stop. */
  public String sentence() {
    return sentence;
  }
}
