package colophon.capture;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a feed said of an item, as a canonical document; a member that is not known is left out. */
final class HintDocument {

  private static final int MOST_BYTES = 4 << 20;

  private HintDocument() {}

  static byte[] format(ItemHint hint) {
    var members = new LinkedHashMap<String, Json>();
    members.put("link", Json.of(hint.link().toString()));
    members.put("authors", Json.array(hint.authors().stream().map(Json::of).toList()));
    put(members, "title", hint.title());
    put(members, "outlet", hint.outlet());
    OffsetDateTime published = hint.published();
    put(members, "published", published == null ? null : published.toString());
    return CanonicalJson.bytes(new Json.Obj(members));
  }

  static ItemHint parse(byte[] document) throws JsonFormatException {
    Json.Obj hint = JsonReader.readObject(document, MOST_BYTES);
    String link = text(hint.get("link"));
    String published = text(hint.get("published"));
    if (link == null || !(hint.get("authors") instanceof Json.Arr authors)) {
      throw new JsonFormatException("expected a hint with a link and a list of authors");
    }
    try {
      return new ItemHint(
          URI.create(link),
          text(hint.get("title")),
          authors.items().stream().map(author -> String.valueOf(text(author))).toList(),
          published == null ? null : OffsetDateTime.parse(published),
          text(hint.get("outlet")));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new JsonFormatException("expected a link and a date in a hint: " + e.getMessage());
    }
  }

  /** The same hint without title and authors. */
  static byte[] withoutNames(byte[] document) {
    try {
      ItemHint hint = parse(document);
      return format(new ItemHint(hint.link(), null, List.of(), hint.published(), hint.outlet()));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("the hint of a captured item is damaged", e);
    }
  }

  private static void put(
      LinkedHashMap<String, Json> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, Json.of(value));
    }
  }

  private static @Nullable String text(@Nullable Json value) {
    return value instanceof Json.Str text ? text.value() : null;
  }
}
