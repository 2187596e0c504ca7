package colophon.provenance;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one object and knows where in the document it stands. Members nobody asks
 * for are left alone.
 */
final class Members {

  private final String path;
  private final Json.Obj object;

  Members(String path, Json.Obj object) {
    this.path = path;
    this.object = object;
  }

  Members object(String name) throws ProvenanceFormatException {
    return new Members(where(name), asObject(name, needed(name)));
  }

  @Nullable Members objectOrNull(String name) throws ProvenanceFormatException {
    Json value = object.get(name);
    return value == null ? null : new Members(where(name), asObject(name, value));
  }

  List<Members> objects(String name) throws ProvenanceFormatException {
    var objects = new ArrayList<Members>();
    List<Json> items = items(name);
    for (int i = 0; i < items.size(); i++) {
      String item = name + "[" + i + "]";
      objects.add(new Members(where(item), asObject(item, items.get(i))));
    }
    return objects;
  }

  String text(String name) throws ProvenanceFormatException {
    return asText(name, needed(name));
  }

  @Nullable String textOrNull(String name) throws ProvenanceFormatException {
    Json value = object.get(name);
    return value == null ? null : asText(name, value);
  }

  List<String> texts(String name) throws ProvenanceFormatException {
    var texts = new ArrayList<String>();
    List<Json> items = items(name);
    for (int i = 0; i < items.size(); i++) {
      texts.add(asText(name + "[" + i + "]", items.get(i)));
    }
    return texts;
  }

  Map<String, String> pairs(String name) throws ProvenanceFormatException {
    Members members = object(name);
    var pairs = new TreeMap<String, String>();
    for (String key : members.object.members().keySet()) {
      pairs.put(key, members.text(key));
    }
    return pairs;
  }

  boolean flag(String name) throws ProvenanceFormatException {
    Json value = needed(name);
    if (value instanceof Json.Bool bool) {
      return bool.value();
    }
    throw unexpected(name, "true or false", value);
  }

  /** A whole number from 0 to {@code most}. */
  long count(String name, long most) throws ProvenanceFormatException {
    Json value = needed(name);
    if (value instanceof Json.Num number) {
      try {
        long count = number.whole();
        if (count >= 0 && count <= most) {
          return count;
        }
      } catch (ArithmeticException e) {
        // Not whole, or past every limit: said below.
      }
    }
    throw unexpected(name, "a whole number from 0 to " + most, value);
  }

  int count(String name) throws ProvenanceFormatException {
    return (int) count(name, Integer.MAX_VALUE);
  }

  int countOr(String name, int otherwise) throws ProvenanceFormatException {
    return object.get(name) == null ? otherwise : count(name);
  }

  /** A whole number that stands as a string, since it may be larger than a double can hold. */
  long large(String name) throws ProvenanceFormatException {
    String text = text(name);
    try {
      long large = Long.parseLong(text);
      if (Long.toString(large).equals(text)) {
        return large;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw unexpected(name, "a whole number as a string", Json.of(text));
  }

  @Nullable Long largeOrNull(String name) throws ProvenanceFormatException {
    return object.get(name) == null ? null : Long.valueOf(large(name));
  }

  Digest digest(String name) throws ProvenanceFormatException {
    Json value = needed(name);
    try {
      return Digest.parse(asText(name, value));
    } catch (IllegalArgumentException e) {
      throw unexpected(name, "\"sha256:\" and 64 hexadecimal digits", value);
    }
  }

  @Nullable Digest digestOrNull(String name) throws ProvenanceFormatException {
    return object.get(name) == null ? null : digest(name);
  }

  Instant time(String name) throws ProvenanceFormatException {
    Json value = needed(name);
    try {
      return Instant.parse(asText(name, value));
    } catch (DateTimeException e) {
      throw unexpected(name, "a time in UTC such as 2026-03-01T09:30:00Z", value);
    }
  }

  @Nullable Instant timeOrNull(String name) throws ProvenanceFormatException {
    return object.get(name) == null ? null : time(name);
  }

  @Nullable OffsetDateTime zonedTimeOrNull(String name) throws ProvenanceFormatException {
    Json value = object.get(name);
    if (value == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(asText(name, value));
    } catch (DateTimeException e) {
      throw unexpected(name, "a time with its offset such as 2026-03-01T09:30:00+01:00", value);
    }
  }

  ProvenanceFormatException unexpected(String name, String expected, Json found) {
    return new ProvenanceFormatException(
        where(name) + ": expected " + expected + ", found " + describe(found));
  }

  private Json needed(String name) throws ProvenanceFormatException {
    Json value = object.get(name);
    if (value == null) {
      throw new ProvenanceFormatException(where(name) + ": expected this member, found none");
    }
    return value;
  }

  private List<Json> items(String name) throws ProvenanceFormatException {
    Json value = needed(name);
    if (value instanceof Json.Arr array) {
      return array.items();
    }
    throw unexpected(name, "a list", value);
  }

  private Json.Obj asObject(String name, Json value) throws ProvenanceFormatException {
    if (value instanceof Json.Obj inner) {
      return inner;
    }
    throw unexpected(name, "an object", value);
  }

  private String asText(String name, Json value) throws ProvenanceFormatException {
    if (value instanceof Json.Str string) {
      return string.value();
    }
    throw unexpected(name, "a string", value);
  }

  private String where(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static final int MOST_SHOWN = 80;

  private static String describe(Json value) {
    if (value instanceof Json.Str string) {
      String text = string.value();
      return '"' + (text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text) + '"';
    }
    if (value instanceof Json.Num number) {
      return number.literal();
    }
    if (value instanceof Json.Obj) {
      return "an object";
    }
    if (value instanceof Json.Arr) {
      return "a list";
    }
    return value instanceof Json.Null ? "null" : "true or false";
  }
}
