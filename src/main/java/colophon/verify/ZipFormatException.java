package colophon.verify;

import java.io.IOException;

/** A file is not a zip of the plain kind that is read; the message says what was found. */
final class ZipFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Code code;

  ZipFormatException(Code code, String message) {
    super(message);
    this.code = code;
  }

  /** The finding that this is. */
  Code code() {
    return code;
  }
}
