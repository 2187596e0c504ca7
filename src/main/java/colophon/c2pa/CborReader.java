package colophon.c2pa;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one item of CBOR, strictly: definite lengths in their shortest form, unique keys, UTF-8,
 * nothing after the end. The order of a map's members is not asked for, since the most used writer
 * of content credentials does not keep it.
 */
final class CborReader {

  /** How deep arrays, maps and tags may stand inside each other. */
  static final int MOST_DEPTH = 24;

  /** How many items one encoding may hold. */
  static final int MOST_ITEMS = 50_000;

  private final byte[] bytes;
  private final String where;
  private int at;
  private int items;

  private CborReader(byte[] bytes, String where) {
    this.bytes = bytes;
    this.where = where;
  }

  /**
   * Reads the item that these bytes are.
   *
   * @param where what the bytes are, for messages, such as {@code c2pa.claim.v2}
   */
  static Cbor read(byte[] bytes, String where) throws C2paFormatException {
    var reader = new CborReader(bytes, where);
    Cbor item = reader.item(1);
    if (reader.at != bytes.length) {
      throw reader.wrong("the end of the CBOR", (bytes.length - reader.at) + " more bytes");
    }
    return item;
  }

  private Cbor item(int depth) throws C2paFormatException {
    if (depth > MOST_DEPTH) {
      throw wrong("items at most " + MOST_DEPTH + " deep", "deeper ones");
    }
    if (++items > MOST_ITEMS) {
      throw wrong("at most " + MOST_ITEMS + " items", "more");
    }
    int first = next();
    int major = first >> 5;
    int info = first & 0x1F;
    if (major == 7) {
      return simple(info);
    }
    long argument = argument(info);
    return switch (major) {
      case 0 -> new Cbor.Whole(argument);
      case 1 -> new Cbor.Whole(-1 - argument);
      case 2 -> new Cbor.Bytes(take(argument));
      case 3 -> new Cbor.Text(text(take(argument)));
      case 4 -> array(argument, depth);
      case 5 -> map(argument, depth);
      default -> new Cbor.Tagged(argument, item(depth + 1));
    };
  }

  private Cbor simple(int info) throws C2paFormatException {
    if (info >= 20 && info <= 23) {
      return new Cbor.Simple(info);
    }
    if (info >= 25 && info <= 27) {
      int width = 1 << (info - 24);
      return new Cbor.Floating(width, number(width));
    }
    throw wrong("false, true, null, undefined or a number", "simple value " + info);
  }

  private Cbor array(long length, int depth) throws C2paFormatException {
    room(length);
    List<Cbor> values = new ArrayList<>();
    for (long i = 0; i < length; i++) {
      values.add(item(depth + 1));
    }
    return new Cbor.Items(values);
  }

  private Cbor map(long length, int depth) throws C2paFormatException {
    room(length);
    List<Cbor.Member> members = new ArrayList<>();
    Set<Cbor> keys = new HashSet<>();
    for (long i = 0; i < length; i++) {
      Cbor key = item(depth + 1);
      if (!(key instanceof Cbor.Text) && !(key instanceof Cbor.Whole)) {
        throw wrong("a key that is text or a whole number", key.kind());
      }
      if (!keys.add(key)) {
        throw wrong("each key of a map once", "one twice");
      }
      members.add(new Cbor.Member(key, item(depth + 1)));
    }
    return new Cbor.Members(members);
  }

  /** An item takes a byte at least: a length beyond the bytes that are left is a lie. */
  private void room(long length) throws C2paFormatException {
    if (length > bytes.length - at) {
      throw wrong(length + " items", (bytes.length - at) + " bytes left");
    }
  }

  private long argument(int info) throws C2paFormatException {
    if (info < 24) {
      return info;
    }
    if (info > 27) {
      throw wrong("a definite length", "additional information " + info);
    }
    int width = 1 << (info - 24);
    long value = number(width);
    long least = info == 24 ? 24 : 1L << (4 << (info - 24));
    if (value < 0) {
      throw wrong("a number below 2^63", "a greater one");
    }
    if (value < least) {
      throw wrong("a number in its shortest form", value + " in " + width + " bytes");
    }
    return value;
  }

  private long number(int width) throws C2paFormatException {
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | next();
    }
    return value;
  }

  private int next() throws C2paFormatException {
    if (at >= bytes.length) {
      throw wrong("more CBOR", "the end");
    }
    return bytes[at++] & 0xFF;
  }

  private byte[] take(long length) throws C2paFormatException {
    if (length > bytes.length - at) {
      throw wrong(length + " bytes", (bytes.length - at) + " left");
    }
    byte[] taken = Arrays.copyOfRange(bytes, at, at + (int) length);
    at += (int) length;
    return taken;
  }

  private String text(byte[] utf8) throws C2paFormatException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw wrong("text in UTF-8", "bytes that are not");
    }
  }

  private C2paFormatException wrong(String expected, String found) {
    return new C2paFormatException(
        "expected " + expected + ", found " + found + ", at byte " + at + " of " + where);
  }
}
