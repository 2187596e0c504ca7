package colophon.desk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells a text from a picture and other bytes. */
final class GivenText {

  private GivenText() {}

  /** The bytes as a text in UTF-8; empty where they are none. */
  static Optional<String> of(byte[] bytes) {
    try {
      String text =
          // A decoder of one's own, other than a String's, refuses what is malformed.
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().anyMatch(GivenText::isNoText) ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isNoText(int c) {
    return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  }
}
