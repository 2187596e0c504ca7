package colophon.c2pa;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A manifest store inside plain text (A.8): U+FEFF, then one variation selector for each byte of
 * magic, version, length and store. Offsets count in the UTF-8 bytes of the normalised text.
 */
record TextCarrier(byte[] store, Asset asset) {

  static final char START = '\uFEFF';
  static final byte[] MAGIC = "C2PATXT\0".getBytes(StandardCharsets.US_ASCII);
  static final int HEADER = MAGIC.length + 1 + 4;
  static final int VERSION = 1;
  private static final int MOST_WRAPPERS = 8;

  /**
   * How many combining marks may follow each other (UAX #15, stream-safe text). The time it takes
   * to put them in order grows with the square of their number.
   */
  private static final int MOST_MARKS = 30;

  /** The manifest of a text; empty, with findings, where there is none or not one. */
  static Optional<TextCarrier> find(byte[] utf8, Findings findings) {
    if (utf8.length > CredentialValidator.MOST_ASSET_BYTES) {
      findings.add(StatusCode.GENERAL_ERROR, "The text is too large; it was not looked at.");
      return Optional.empty();
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      findings.add(StatusCode.GENERAL_ERROR, "The text is not UTF-8.");
      return Optional.empty();
    }
    if (!isStreamSafe(text)) {
      findings.add(
          StatusCode.GENERAL_ERROR,
          "The text has more than " + MOST_MARKS + " marks on one character; it was not read.");
      return Optional.empty();
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    byte[] bytes = normal.getBytes(StandardCharsets.UTF_8);
    List<TextCarrier> found = new ArrayList<>();
    int offset = 0;
    int counted = 0;
    for (int at = normal.indexOf(START);
        at >= 0 && found.size() <= MOST_WRAPPERS;
        at = normal.indexOf(START, at + 1)) {
      int end = afterSelectors(normal, at + 1);
      byte[] content = decode(normal, at + 1, end);
      if (startsWithMagic(content)) {
        if (!isWhole(content)) {
          findings.add(
              StatusCode.MANIFEST_TEXT_CORRUPTED_WRAPPER,
              "The manifest in the text is cut off or damaged.");
          return Optional.empty();
        }
        offset += utf8Length(normal, counted, at);
        counted = at;
        found.add(
            new TextCarrier(
                Arrays.copyOfRange(content, HEADER, content.length),
                new Asset(bytes, new ByteRange(offset, utf8Length(normal, at, end)))));
      }
    }
    if (found.size() > 1) {
      findings.add(
          StatusCode.MANIFEST_TEXT_MULTIPLE_WRAPPERS, "The text holds more than one manifest.");
      return Optional.empty();
    }
    if (found.isEmpty()) {
      findings.add(StatusCode.CLAIM_MISSING, "There is no manifest in the text.");
    }
    return found.stream().findFirst();
  }

  /** The invisible characters that carry a store. */
  static String encode(byte[] store) {
    byte[] content =
        ByteBuffer.allocate(HEADER + store.length)
            .put(MAGIC)
            .put((byte) VERSION)
            .putInt(store.length)
            .put(store)
            .array();
    var out = new StringBuilder(1 + 2 * content.length).append(START);
    for (byte b : content) {
      int value = b & 0xFF;
      out.appendCodePoint(value < 16 ? 0xFE00 + value : 0xE0100 + value - 16);
    }
    return out.toString();
  }

  /** Whether a text can be normalised in a time that its length bounds. */
  static boolean isStreamSafe(String text) {
    int marks = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      int type = Character.getType(point);
      boolean mark =
          (type == Character.NON_SPACING_MARK
                  || type == Character.COMBINING_SPACING_MARK
                  || type == Character.ENCLOSING_MARK)
              && value(point) < 0;
      marks = mark ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWithMagic(byte[] content) {
    return content.length >= MAGIC.length
        && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  private static boolean isWhole(byte[] content) {
    return content.length >= HEADER
        && content[MAGIC.length] == VERSION
        && ByteBuffer.wrap(content).getInt(MAGIC.length + 1) == content.length - HEADER;
  }

  private static int afterSelectors(String text, int start) {
    int at = start;
    while (at < text.length() && value(text.codePointAt(at)) >= 0) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static byte[] decode(String text, int start, int end) {
    int[] points = text.substring(start, end).codePoints().toArray();
    byte[] bytes = new byte[points.length];
    for (int i = 0; i < points.length; i++) {
      bytes[i] = (byte) value(points[i]);
    }
    return bytes;
  }

  /** The byte that a variation selector stands for; negative where it is none. */
  private static int value(int point) {
    if (point >= 0xFE00 && point <= 0xFE0F) {
      return point - 0xFE00;
    }
    return point >= 0xE0100 && point <= 0xE01EF ? point - 0xE0100 + 16 : -1;
  }

  private static int utf8Length(String text, int start, int end) {
    return text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
  }
}
