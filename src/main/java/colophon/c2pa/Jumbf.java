package colophon.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JUMBF box (ISO 19566-5): one that holds content, or a superbox that holds boxes. */
sealed interface Jumbf {

  /** The length and type before a box's content, in bytes. */
  int HEADER = 8;

  /** The toggles of a box that has a label and may be asked for by it. */
  int REQUESTABLE_WITH_LABEL = 0x03;

  /** The toggle of a box that carries a private box in its description. */
  int PRIVATE = 0x10;

  /** The end of every type UUID that begins with four characters. */
  String UUID_END = "00110010800000AA00389B71";

  /** The box as it is written, header and all. */
  byte[] bytes();

  /**
   * A box that holds content of its own.
   *
   * @param type four characters, such as {@code cbor}
   */
  record Content(String type, byte[] content) implements Jumbf {

    @Override
    public byte[] bytes() {
      return box(type, content);
    }
  }

  /**
   * A box that holds boxes.
   *
   * @param type the type UUID: its four characters where it has them, else 32 hexadecimal digits
   * @param content description and boxes as they stood, without the superbox's own header: what a
   *     hash of the box is made over
   */
  record Superbox(String type, String label, List<Jumbf> children, byte[] content)
      implements Jumbf {

    public Superbox {
      children = List.copyOf(children);
    }

    /** A new superbox of ours. */
    static Superbox of(String type, String label, List<? extends Jumbf> children) {
      var out = new ByteArrayOutputStream();
      var description = new ByteArrayOutputStream();
      description.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
      description.writeBytes(HexFormat.of().parseHex(UUID_END));
      description.write(REQUESTABLE_WITH_LABEL);
      description.writeBytes(label.getBytes(StandardCharsets.UTF_8));
      description.write(0);
      out.writeBytes(box("jumd", description.toByteArray()));
      children.forEach(child -> out.writeBytes(child.bytes()));
      return new Superbox(type, label, List.copyOf(children), out.toByteArray());
    }

    /** A superbox with one box of CBOR. */
    static Superbox ofCbor(String type, String label, byte[] cbor) {
      return of(type, label, List.of(new Content("cbor", cbor)));
    }

    @Override
    public byte[] bytes() {
      return box("jumb", content);
    }

    /** The superboxes in it. */
    List<Superbox> superboxes() {
      List<Superbox> found = new ArrayList<>();
      for (Jumbf child : children) {
        if (child instanceof Superbox superbox) {
          found.add(superbox);
        }
      }
      return found;
    }

    /** The one box of CBOR in it; null where its content is anything else. */
    byte @Nullable [] cbor() {
      return children.size() == 1
              && children.getFirst() instanceof Content only
              && only.type().equals("cbor")
          ? only.content()
          : null;
    }
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(HEADER + content.length)
        .putInt(HEADER + content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .array();
  }
}
