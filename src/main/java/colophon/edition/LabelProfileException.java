package colophon.edition;

/** A label profile is not as docs/labels.md says; the message tells the file, line and column. */
public final class LabelProfileException extends Exception {
  private static final long serialVersionUID = 1L;

  LabelProfileException(String message) {
    super(message);
  }
}
