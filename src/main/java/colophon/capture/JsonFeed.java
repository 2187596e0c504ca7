package colophon.capture;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). An item's own outlet may stand in the
 * extension {@code _outlet}, as a name or an object with a name.
 */
final class JsonFeed {

  private static final int MOST_DEPTH = 100;
  private static final String VERSION = "jsonfeed.org/version/";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .build())
          .build();

  private JsonFeed() {}

  static FeedReading read(String text, URI base) {
    JsonNode feed;
    try {
      feed = MAPPER.readTree(text);
    } catch (JacksonException e) {
      var where = e.getLocation();
      return new FeedReading.NotAFeed(
          base
              + " is damaged JSON"
              + (where == null ? "" : " at line " + where.getLineNr())
              + "; no feed can be read from it.");
    }
    boolean versioned = string(feed.path("version")).contains(VERSION);
    if (!feed.path("items").isArray() || !(versioned || feed.path("title").isString())) {
      return new FeedReading.NotAFeed(
          base + " is JSON but no JSON Feed: it has no list of items; check the address.");
    }
    List<String> feedAuthors = authors(feed);
    var items = new ArrayList<ItemHint>();
    int withoutLink = 0;
    for (JsonNode item : feed.path("items")) {
      if (items.size() + withoutLink == FeedReader.MOST_ITEMS) {
        break;
      }
      Optional<URI> link = link(item, base);
      if (link.isPresent()) {
        items.add(hint(item, link.get(), feedAuthors));
      } else {
        withoutLink++;
      }
    }
    String title = PlainText.of(string(feed.path("title")));
    int beyond = Math.max(0, feed.path("items").size() - FeedReader.MOST_ITEMS);
    return new FeedReading.Feed(title == null ? "" : title, items, withoutLink, beyond);
  }

  private static ItemHint hint(JsonNode item, URI link, List<String> feedAuthors) {
    List<String> own = authors(item);
    return new ItemHint(
        link,
        PlainText.ofHtml(string(item.path("title"))),
        own.isEmpty() ? feedAuthors : own,
        published(item),
        outlet(item.path("_outlet")));
  }

  private static Optional<URI> link(JsonNode item, URI base) {
    for (String member : List.of("url", "external_url")) {
      Optional<URI> link = WebAddress.resolve(base, string(item.path(member)));
      if (link.isPresent()) {
        return link;
      }
    }
    String id = string(item.path("id"));
    return id.startsWith("http") ? WebAddress.resolve(base, id) : Optional.empty();
  }

  private static @Nullable OffsetDateTime published(JsonNode item) {
    return FeedDate.read(string(item.path("date_published")))
        .or(() -> FeedDate.read(string(item.path("date_modified"))))
        .orElse(null);
  }

  private static List<String> authors(JsonNode holder) {
    var names = new ArrayList<String>();
    for (JsonNode author : holder.path("authors")) {
      addName(author, names);
    }
    if (names.isEmpty()) {
      addName(holder.path("author"), names);
    }
    return names;
  }

  private static void addName(JsonNode author, List<String> names) {
    String name = PlainText.of(string(author.isString() ? author : author.path("name")));
    if (name != null && !names.contains(name)) {
      names.add(name);
    }
  }

  private static @Nullable String outlet(JsonNode outlet) {
    return PlainText.of(string(outlet.isString() ? outlet : outlet.path("name")));
  }

  private static String string(JsonNode node) {
    return node.isString() ? node.stringValue() : "";
  }
}
