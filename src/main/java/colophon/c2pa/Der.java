package colophon.c2pa;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One value of DER (X.690), as much of it as a time stamp needs: definite lengths in their shortest
 * form, tags below 31.
 *
 * @param tag the whole identifier byte
 * @param encoding the value with its tag and length
 * @param header how many bytes tag and length take
 */
record Der(int tag, byte[] encoding, int header) {

  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int OID = 0x06;
  static final int TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  /** How many values one may hold side by side. */
  static final int MOST_CHILDREN = 1_000;

  /** Reads the one value that these bytes are. */
  static Der read(byte[] bytes) throws C2paFormatException {
    Der value = at(bytes, 0, bytes.length);
    if (value.encoding.length != bytes.length) {
      throw wrong("the end of the DER", (bytes.length - value.encoding.length) + " more bytes");
    }
    return value;
  }

  /** What it holds. */
  byte[] content() {
    return Arrays.copyOfRange(encoding, header, encoding.length);
  }

  /** The values in a value that is made of values. */
  List<Der> children() throws C2paFormatException {
    if ((tag & 0x20) == 0) {
      throw wrong("a value made of values", "tag " + tag);
    }
    List<Der> children = new ArrayList<>();
    for (int at = header; at < encoding.length; ) {
      if (children.size() == MOST_CHILDREN) {
        throw wrong("at most " + MOST_CHILDREN + " values", "more");
      }
      Der child = at(encoding, at, encoding.length);
      children.add(child);
      at += child.encoding.length;
    }
    return children;
  }

  /** The value at a place among those it holds, which must have that tag. */
  Der child(int index, int expectedTag) throws C2paFormatException {
    List<Der> children = children();
    if (index >= children.size()) {
      throw wrong("a value of tag " + expectedTag, "none");
    }
    return children.get(index).expect(expectedTag);
  }

  Der expect(int expectedTag) throws C2paFormatException {
    if (tag != expectedTag) {
      throw wrong("a value of tag " + expectedTag, "one of tag " + tag);
    }
    return this;
  }

  /** An object identifier in dotted form. */
  String oid() throws C2paFormatException {
    byte[] content = expect(OID).content();
    var dotted = new StringBuilder();
    long arc = 0;
    for (byte b : content) {
      if (arc > Long.MAX_VALUE >> 8) {
        throw wrong("an object identifier of small numbers", "a great one");
      }
      arc = arc << 7 | (b & 0x7F);
      if (b >= 0) {
        if (dotted.isEmpty()) {
          long first = Math.min(arc / 40, 2);
          dotted.append(first).append('.').append(arc - 40 * first);
        } else {
          dotted.append('.').append(arc);
        }
        arc = 0;
      }
    }
    return dotted.toString();
  }

  BigInteger integer() throws C2paFormatException {
    byte[] content = expect(INTEGER).content();
    if (content.length == 0) {
      throw wrong("a number", "nothing");
    }
    return new BigInteger(content);
  }

  /** The same value under another tag, as DER wants it where a tag was implicit. */
  byte[] retagged(int otherTag) {
    byte[] copy = encoding.clone();
    copy[0] = (byte) otherTag;
    return copy;
  }

  private static Der at(byte[] bytes, int start, int end) throws C2paFormatException {
    if (end - start < 2) {
      throw wrong("a tag and a length", (end - start) + " bytes");
    }
    int tag = bytes[start] & 0xFF;
    if ((tag & 0x1F) == 0x1F) {
      throw wrong("a tag below 31", "a greater one");
    }
    int length = bytes[start + 1] & 0xFF;
    int header = 2;
    if (length >= 0x80) {
      int more = length - 0x80;
      if (more == 0 || more > 3 || end - start < 2 + more) {
        throw wrong("a definite length of at most 3 bytes", "another");
      }
      header += more;
      length = 0;
      for (int i = 0; i < more; i++) {
        length = length << 8 | (bytes[start + 2 + i] & 0xFF);
      }
      if (length < 0x80 || (more > 1 && length < 1 << (8 * (more - 1)))) {
        throw wrong("a length in its shortest form", length + " in " + more + " bytes");
      }
    }
    if (length > end - start - header) {
      throw wrong(length + " bytes", (end - start - header) + " left");
    }
    return new Der(tag, Arrays.copyOfRange(bytes, start, start + header + length), header);
  }

  private static C2paFormatException wrong(String expected, String found) {
    return new C2paFormatException(
        "expected " + expected + ", found " + found + ", in the time stamp");
  }
}
