package colophon.capture;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** HTTP headers as a canonical document: an object of names, each with the list of its values. */
final class HeadersDocument {

  private static final int MOST_BYTES = 16 << 20;

  private HeadersDocument() {}

  static byte[] format(Map<String, List<String>> headers) {
    var members = new TreeMap<String, Json>();
    headers.forEach(
        (name, values) -> members.put(name, Json.array(values.stream().map(Json::of).toList())));
    return CanonicalJson.bytes(new Json.Obj(members));
  }

  static Map<String, List<String>> parse(byte[] document) throws JsonFormatException {
    var headers = new TreeMap<String, List<String>>();
    for (var member : JsonReader.readObject(document, MOST_BYTES).members().entrySet()) {
      if (!(member.getValue() instanceof Json.Arr values)) {
        throw new JsonFormatException("expected a list of values for header " + member.getKey());
      }
      headers.put(member.getKey(), values.items().stream().map(HeadersDocument::text).toList());
    }
    return Collections.unmodifiableMap(headers);
  }

  private static String text(Json value) {
    return value instanceof Json.Str text ? text.value() : CanonicalJson.text(value);
  }
}
