package colophon.kernel;

import java.io.IOException;

/** Bytes are not the gzip that was asked for; the message says what was found and where. */
public final class GzipFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  public GzipFormatException(String message) {
    super(message);
  }
}
