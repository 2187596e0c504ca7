package colophon.c2pa;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a map while it is read; every refusal names the field and the box it stands in. */
final class Fields {

  /** The longest text taken over, in UTF-16 units. */
  static final int MOST_TEXT = 8_192;

  private final Cbor.Members map;
  private final String where;

  private Fields(Cbor.Members map, String where) {
    this.map = map;
    this.where = where;
  }

  static Fields of(Cbor item, String where) throws C2paFormatException {
    if (item instanceof Cbor.Members map) {
      return new Fields(map, where);
    }
    throw new C2paFormatException("expected a map, found " + item.kind() + ", in " + where);
  }

  boolean has(String key) {
    return map.get(key) != null;
  }

  String text(String key) throws C2paFormatException {
    return textOf(need(key, "text"), key);
  }

  @Nullable String textOrNull(String key) throws C2paFormatException {
    Cbor value = map.get(key);
    return value == null ? null : textOf(value, key);
  }

  byte[] bytes(String key) throws C2paFormatException {
    Cbor value = need(key, "bytes");
    if (value instanceof Cbor.Bytes bytes) {
      return bytes.value();
    }
    throw wrong(key, "bytes", value.kind());
  }

  /** A whole number that is not negative. */
  long count(String key) throws C2paFormatException {
    Cbor value = need(key, "a whole number");
    if (value instanceof Cbor.Whole whole && whole.value() >= 0) {
      return whole.value();
    }
    throw wrong(key, "a whole number from 0 on", value.kind());
  }

  Fields map(String key) throws C2paFormatException {
    return Fields.of(need(key, "a map"), place(key));
  }

  /** The maps of an array; none where the key is missing. */
  List<Fields> maps(String key) throws C2paFormatException {
    Cbor value = map.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Cbor.Items items)) {
      throw wrong(key, "an array", value.kind());
    }
    List<Fields> all = new ArrayList<>();
    for (Cbor item : items.values()) {
      all.add(Fields.of(item, place(key)));
    }
    return all;
  }

  /** A date-time with tag 0, or plain text as some writers leave it; null where there is none. */
  @Nullable String timeOrNull(String key) throws C2paFormatException {
    Cbor value = map.get(key);
    if (value instanceof Cbor.Tagged tagged && tagged.tag() == 0) {
      value = tagged.item();
    }
    return value == null ? null : textOf(value, key);
  }

  C2paFormatException wrong(String key, String expected, String found) {
    return new C2paFormatException(
        "expected " + expected + ", found " + found + ", in \"" + key + "\" of " + where);
  }

  private String textOf(Cbor value, String key) throws C2paFormatException {
    if (!(value instanceof Cbor.Text text)) {
      throw wrong(key, "text", value.kind());
    }
    if (text.value().length() > MOST_TEXT) {
      throw wrong(key, "at most " + MOST_TEXT + " characters", "more");
    }
    return text.value();
  }

  private Cbor need(String key, String expected) throws C2paFormatException {
    Cbor value = map.get(key);
    if (value == null) {
      throw wrong(key, expected, "nothing");
    }
    return value;
  }

  private String place(String key) {
    return "\"" + key + "\" of " + where;
  }
}
