package colophon.verify;

/** A WARC file cannot be read; the message says what was expected, what was found and where. */
final class ArchiveFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Code code;

  ArchiveFormatException(Code code, String message) {
    super(message);
    this.code = code;
  }

  /** The finding that this is. */
  Code code() {
    return code;
  }
}
