package colophon.c2pa;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a superbox and all that stands in it, strictly: lengths add up to the byte, every superbox
 * begins with a description that has a label, no two superboxes side by side share one. Lengths of
 * 64 bits and boxes that run "to the end" are refused; nothing that fits the limits needs them.
 */
final class JumbfReader {

  /** The largest box read, in bytes. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  /** How deep superboxes may stand inside each other; a manifest store has four levels. */
  static final int MOST_DEPTH = 8;

  /** How many boxes there may be in all. */
  static final int MOST_BOXES = 2_048;

  /** The longest label, in bytes. */
  static final int MOST_LABEL = 255;

  private static final int UUID_BYTES = 16;
  private static final Set<Integer> SALT_LENGTHS = Set.of(16, 32);

  private final byte[] bytes;
  private int boxes;

  private JumbfReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads the superbox that these bytes are. */
  static Jumbf.Superbox read(byte[] bytes) throws C2paFormatException {
    if (bytes.length > MOST_BYTES) {
      throw new C2paFormatException(
          "expected a manifest store of at most "
              + MOST_BYTES
              + " bytes, found "
              + bytes.length
              + " bytes");
    }
    var reader = new JumbfReader(bytes);
    int end = reader.end(0, bytes.length);
    if (end != bytes.length) {
      throw wrong("one box", (bytes.length - end) + " more bytes after it", end);
    }
    Jumbf box = reader.box(0, bytes.length, 1);
    if (box instanceof Jumbf.Superbox superbox) {
      return superbox;
    }
    throw wrong("a superbox (\"jumb\")", "a box of content", 0);
  }

  /** Reads the box that begins at a place and ends before another at the latest. */
  private Jumbf box(int start, int limit, int depth) throws C2paFormatException {
    if (depth > MOST_DEPTH) {
      throw wrong("boxes at most " + MOST_DEPTH + " deep", "deeper ones", start);
    }
    if (++boxes > MOST_BOXES) {
      throw wrong("at most " + MOST_BOXES + " boxes", "more", start);
    }
    int end = end(start, limit);
    String type = type(start + 4);
    int from = start + Jumbf.HEADER;
    if (!type.equals("jumb")) {
      return new Jumbf.Content(type, Arrays.copyOfRange(bytes, from, end));
    }
    int afterDescription = end(from, end);
    Description description = description(from, afterDescription);
    List<Jumbf> children = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (int at = afterDescription; at < end; at = end(at, end)) {
      Jumbf child = box(at, end, depth + 1);
      if (child instanceof Jumbf.Superbox superbox && !labels.add(superbox.label())) {
        throw wrong("labels that differ", "\"" + superbox.label() + "\" twice", at);
      }
      children.add(child);
    }
    return new Jumbf.Superbox(
        description.type(), description.label(), children, Arrays.copyOfRange(bytes, from, end));
  }

  private record Description(String type, String label) {}

  private Description description(int start, int end) throws C2paFormatException {
    if (!type(start + 4).equals("jumd")) {
      throw wrong("a description box (\"jumd\")", "\"" + type(start + 4) + "\"", start);
    }
    int at = start + Jumbf.HEADER;
    if (end - at < UUID_BYTES + 3) {
      throw wrong("a type, toggles and a label", (end - at) + " bytes", at);
    }
    String uuid = HexFormat.of().formatHex(bytes, at, at + UUID_BYTES).toUpperCase(Locale.ROOT);
    int toggles = bytes[at + UUID_BYTES] & 0xFF;
    if ((toggles & ~Jumbf.PRIVATE) != Jumbf.REQUESTABLE_WITH_LABEL) {
      throw wrong("toggles 3 (a label, requestable)", "toggles " + toggles, at + UUID_BYTES);
    }
    int label = at + UUID_BYTES + 1;
    int afterLabel = label;
    while (afterLabel < end && bytes[afterLabel] != 0) {
      afterLabel++;
    }
    if (afterLabel == end || afterLabel == label || afterLabel - label > MOST_LABEL) {
      throw wrong("a label of 1 to " + MOST_LABEL + " bytes that ends in 0", "none", label);
    }
    salt(afterLabel + 1, end, (toggles & Jumbf.PRIVATE) != 0);
    return new Description(
        uuid.endsWith(Jumbf.UUID_END) ? type(at) : uuid, label(label, afterLabel));
  }

  /** A private box may stand after the label, and can only be the salt of section 8.4.2.3. */
  private void salt(int start, int end, boolean announced) throws C2paFormatException {
    if (!announced) {
      if (start != end) {
        throw wrong("the end of the description", (end - start) + " more bytes", start);
      }
      return;
    }
    int afterSalt = end(start, end);
    if (afterSalt != end
        || !type(start + 4).equals("c2sh")
        || !SALT_LENGTHS.contains(end - start - Jumbf.HEADER)) {
      throw wrong("a salt (\"c2sh\") of 16 or 32 bytes", "something else", start);
    }
  }

  private int end(int start, int limit) throws C2paFormatException {
    if (limit - start < Jumbf.HEADER) {
      throw wrong("a box's length and type", (limit - start) + " bytes", start);
    }
    int length = ByteBuffer.wrap(bytes, start, 4).getInt();
    if (length < Jumbf.HEADER || length > limit - start) {
      throw wrong(
          "a box of " + Jumbf.HEADER + " to " + (limit - start) + " bytes",
          "length " + Integer.toUnsignedString(length),
          start);
    }
    return start + length;
  }

  private String type(int at) throws C2paFormatException {
    for (int i = at; i < at + 4; i++) {
      if (bytes[i] < 0x20 || bytes[i] > 0x7E) {
        throw wrong("a type of four printable characters", "other bytes", at);
      }
    }
    return new String(bytes, at, 4, StandardCharsets.US_ASCII);
  }

  private String label(int start, int end) throws C2paFormatException {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, start, end - start))
              .toString();
    } catch (CharacterCodingException e) {
      throw wrong("a label in UTF-8", "bytes that are not", start);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || "/;?#\uFEFF\uFFFF".indexOf(c) >= 0) {
        throw wrong("a label without / ; ? # and control characters", "one with", start);
      }
    }
    return text;
  }

  private static C2paFormatException wrong(String expected, String found, int at) {
    return new C2paFormatException(
        "expected " + expected + ", found " + found + ", at byte " + at + " of the manifest store");
  }
}
