package colophon.verify;

/**
 * One thing that a verification found.
 *
 * @param subject what it is about: a file by its path from the target, or a key by its id
 * @param sentence one plain sentence
 */
public record Finding(Code code, String subject, String sentence) {

  private static final int MOST_CHARACTERS = 500;

  public Finding {
    subject = shown(subject);
    sentence = shown(sentence);
  }

  /** What it means for the outcome. */
  public Severity severity() {
    return code.severity();
  }

  /**
   * A text fit for a terminal: what was read from a hostile file neither moves the cursor nor turns
   * the reading direction.
   */
  static String shown(String text) {
    int length = Math.min(text.length(), MOST_CHARACTERS);
    StringBuilder out = null;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      boolean unfit =
          type == Character.CONTROL
              || type == Character.FORMAT
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR
              || type == Character.PRIVATE_USE;
      if (unfit && out == null) {
        out = new StringBuilder(text.substring(0, i));
      }
      if (out != null) {
        out.append(unfit ? '\uFFFD' : c);
      }
    }
    String fit = out == null ? text.substring(0, length) : out.toString();
    return length < text.length() ? fit + "…" : fit;
  }
}
