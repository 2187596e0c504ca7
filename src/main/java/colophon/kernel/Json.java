package colophon.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as a value (RFC 8259). Objects keep the order in which members were read and
 * never hold a name twice; numbers keep the characters they were written with.
 */
public sealed interface Json {

  /** An object; {@code members} is unmodifiable and ordered as read. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The member of that name, or null. */
    public @Nullable Json get(String name) {
      return members.get(name);
    }

    /** This object with one member set. */
    public Obj with(String name, Json value) {
      var copy = new LinkedHashMap<>(members);
      copy.put(name, value);
      return new Obj(copy);
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string, in Java's UTF-16. */
  record Str(String value) implements Json {}

  /** A number, with the characters it was written with. */
  record Num(String literal) implements Json {
    /** The value as a whole number; throws {@link ArithmeticException} where it is not one. */
    public long whole() {
      return new java.math.BigDecimal(literal).longValueExact();
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {}

  /** {@code null}. */
  record Null() implements Json {}

  static Json of(String value) {
    return new Str(value);
  }

  static Json of(long value) {
    return new Num(Long.toString(value));
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  static Json array(List<? extends Json> items) {
    return new Arr(List.copyOf(items));
  }

  /** An object from names and values in turn. */
  static Obj object(Object... namesAndValues) {
    var members = new LinkedHashMap<String, Json>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
    }
    return new Obj(members);
  }
}
