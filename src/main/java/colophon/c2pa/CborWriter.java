package colophon.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes items in the deterministic form of RFC 8949, section 4.2.1: every length in its shortest
 * form, the members of a map in the order of their encoded keys.
 */
final class CborWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private CborWriter() {}

  static byte[] bytes(Cbor item) {
    var writer = new CborWriter();
    writer.write(item);
    return writer.out.toByteArray();
  }

  private void write(Cbor item) {
    switch (item) {
      case Cbor.Whole whole -> {
        if (whole.value() >= 0) {
          head(0, whole.value());
        } else {
          head(1, -1 - whole.value());
        }
      }
      case Cbor.Bytes bytes -> string(2, bytes.value());
      case Cbor.Text text -> string(3, text.value().getBytes(StandardCharsets.UTF_8));
      case Cbor.Items items -> {
        head(4, items.values().size());
        items.values().forEach(this::write);
      }
      case Cbor.Members members -> map(members);
      case Cbor.Tagged tagged -> {
        head(6, tagged.tag());
        write(tagged.item());
      }
      case Cbor.Simple simple -> out.write(0xE0 | simple.value());
      case Cbor.Floating floating -> {
        out.write(0xE0 | (floating.bytes() == 2 ? 25 : floating.bytes() == 4 ? 26 : 27));
        tail(floating.bits(), floating.bytes());
      }
    }
  }

  private void map(Cbor.Members map) {
    Map<byte[], Cbor> sorted = new TreeMap<>(Arrays::compareUnsigned);
    for (Cbor.Member member : map.members()) {
      if (sorted.put(bytes(member.key()), member.value()) != null) {
        throw new IllegalStateException("a map holds the key " + member.key() + " twice");
      }
    }
    head(5, sorted.size());
    sorted.forEach((key, value) -> {
      out.writeBytes(key);
      write(value);
    });
  }

  private void string(int major, byte[] content) {
    head(major, content.length);
    out.writeBytes(content);
  }

  private void head(int major, long argument) {
    int first = major << 5;
    if (argument < 24) {
      out.write(first | (int) argument);
    } else if (argument <= 0xFF) {
      out.write(first | 24);
      tail(argument, 1);
    } else if (argument <= 0xFFFF) {
      out.write(first | 25);
      tail(argument, 2);
    } else if (argument <= 0xFFFF_FFFFL) {
      out.write(first | 26);
      tail(argument, 4);
    } else {
      out.write(first | 27);
      tail(argument, 8);
    }
  }

  private void tail(long value, int bytes) {
    out.write(ByteBuffer.allocate(8).putLong(value).array(), 8 - bytes, bytes);
  }
}
