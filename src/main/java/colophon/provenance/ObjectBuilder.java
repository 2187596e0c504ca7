package colophon.provenance;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds one object of a record; what is null is left out, since null says nothing. */
final class ObjectBuilder {

  private final Map<String, Json> members = new LinkedHashMap<>();

  ObjectBuilder put(String name, Json value) {
    members.put(name, value);
    return this;
  }

  ObjectBuilder put(String name, @Nullable String value) {
    return value == null ? this : put(name, Json.of(value));
  }

  ObjectBuilder put(String name, @Nullable Digest value) {
    return value == null ? this : put(name, value.toString());
  }

  /** Times, and whatever else has one spelling. */
  ObjectBuilder putText(String name, @Nullable Object value) {
    return value == null ? this : put(name, value.toString());
  }

  ObjectBuilder put(String name, int value) {
    return put(name, Json.of(value));
  }

  ObjectBuilder put(String name, boolean value) {
    return put(name, Json.of(value));
  }

  ObjectBuilder putLarge(String name, @Nullable Long value) {
    return put(name, value == null ? (String) null : Long.toString(value));
  }

  ObjectBuilder putTexts(String name, List<String> values) {
    var items = new ArrayList<Json>();
    for (String value : values) {
      items.add(Json.of(value));
    }
    return put(name, Json.array(items));
  }

  ObjectBuilder putPairs(String name, Map<String, String> values) {
    var pairs = new ObjectBuilder();
    values.forEach(pairs::put);
    return put(name, pairs.build());
  }

  ObjectBuilder putAll(String name, List<? extends Recorded> values) {
    var items = new ArrayList<Json>();
    for (Recorded value : values) {
      items.add(value.json());
    }
    return put(name, Json.array(items));
  }

  Json.Obj build() {
    return new Json.Obj(members);
  }
}
