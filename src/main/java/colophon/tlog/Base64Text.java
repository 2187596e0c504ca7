package colophon.tlog;

import java.util.Base64;

/** Base 64 of RFC 4648, section 4, in the one spelling that each sequence of bytes has. */
final class Base64Text {

  private Base64Text() {}

  static String format(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Reads it; {@code what} names the value in the message. */
  static byte[] parse(String text, String what) throws LogFormatException {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new LogFormatException("expected " + what + " in base64, found \"" + text + "\"");
    }
    // The decoder forgives missing padding and stray bits; two spellings of one value are refused.
    if (!format(bytes).equals(text)) {
      throw new LogFormatException(
          "expected " + what + " in padded canonical base64, found \"" + text + "\"");
    }
    return bytes;
  }
}
