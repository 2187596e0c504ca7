package colophon.c2pa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One data item of CBOR (RFC 8949), of the kinds that content credentials are made of. Text of
 * indefinite length, big numbers beyond 64 bits and unassigned simple values have no place here.
 */
public sealed interface Cbor {

  /** What COSE calls nil. */
  Cbor NULL = new Simple(22);

  /** A whole number. */
  record Whole(long value) implements Cbor {}

  /** A byte string. */
  record Bytes(byte[] value) implements Cbor {}

  /** A text string. */
  record Text(String value) implements Cbor {}

  /** An array. */
  record Items(List<Cbor> values) implements Cbor {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A map, its keys unique, in the order in which they stood. */
  record Members(List<Member> members) implements Cbor {
    public Members {
      members = List.copyOf(members);
    }

    /** The value under a text key; null where there is none. */
    @Nullable Cbor get(String key) {
      return find(new Text(key));
    }

    /** The value under a whole number, as COSE names its headers; null where there is none. */
    @Nullable Cbor get(long key) {
      return find(new Whole(key));
    }

    private @Nullable Cbor find(Cbor key) {
      for (Member member : members) {
        if (member.key().equals(key)) {
          return member.value();
        }
      }
      return null;
    }
  }

  /** A key of a map with its value. Keys are text or whole numbers. */
  record Member(Cbor key, Cbor value) {}

  /** An item with a tag before it that says how it is meant. */
  record Tagged(long tag, Cbor item) implements Cbor {}

  /** False (20), true (21), null (22) or undefined (23). */
  record Simple(int value) implements Cbor {}

  /** A floating-point number as it stood; nothing of ours holds one. */
  record Floating(int bytes, long bits) implements Cbor {}

  /** Text as an item. */
  static Cbor of(String text) {
    return new Text(text);
  }

  /** Bytes as an item. */
  static Cbor of(byte[] bytes) {
    return new Bytes(bytes);
  }

  /** A whole number as an item. */
  static Cbor of(long value) {
    return new Whole(value);
  }

  /** An array of these. */
  static Cbor array(List<? extends Cbor> items) {
    return new Items(List.copyOf(items));
  }

  /** A word for an item's kind, for messages. */
  default String kind() {
    return switch (this) {
      case Whole _ -> "a whole number";
      case Bytes _ -> "bytes";
      case Text _ -> "text";
      case Items _ -> "an array";
      case Members _ -> "a map";
      case Tagged tagged -> "an item with tag " + tagged.tag();
      case Simple simple -> "simple value " + simple.value();
      case Floating _ -> "a floating-point number";
    };
  }
}
