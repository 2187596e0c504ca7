package colophon.capture;

import colophon.text.PrintableText;

/** A file is not the WARC that was asked for; the message says what was found and where. */
public final class WarcFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public WarcFormatException(String message) {
    super(PrintableText.of(message));
  }
}
