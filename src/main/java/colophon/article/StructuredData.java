package colophon.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of itself in JSON-LD (schema.org). Read leniently: what pages carry is often not
 * quite JSON. The article among several objects is the one with an article's type, and of those the
 * first with a headline.
 */
final class StructuredData {

  private static final int MOST_SCRIPTS = 40;
  private static final int MOST_CHARACTERS = 2_000_000;
  private static final int MOST_OBJECTS = 2_000;
  private static final int MOST_DEPTH = 100;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxStringLength(MOST_CHARACTERS)
                          .build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .build())
          .build();

  private static final Pattern COMMENT_MARKS =
      Pattern.compile("^\\s*(?://)?\\s*(?:<!--|<!\\[CDATA\\[|/\\*.{0,40}?\\*/)+|;\\s*$");
  private static final Pattern ARTICLE_TYPE =
      Pattern.compile(
          "(?i).*(article|blogposting|reportage|liveblog|opinion|review|report|posting).*");

  private final List<JsonNode> objects = new ArrayList<>();

  private StructuredData() {}

  static StructuredData of(Document page) {
    var data = new StructuredData();
    int scripts = 0;
    for (Element script : page.select("script[type*=ld+json]")) {
      if (scripts++ < MOST_SCRIPTS) {
        data.read(script.data());
      }
    }
    return data;
  }

  private void read(String script) {
    String json = COMMENT_MARKS.matcher(script).replaceAll("").strip();
    if (json.isEmpty() || json.length() > MOST_CHARACTERS) {
      return;
    }
    try {
      collect(JSON.readTree(json));
    } catch (JacksonException e) {
      // A page with broken structured data is read without it.
      return;
    }
  }

  private void collect(JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty() && objects.size() < MOST_OBJECTS) {
      JsonNode node = open.poll();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        objects.add(node);
        for (String name : List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart")) {
          JsonNode inner = node.get(name);
          if (inner != null && inner.isContainer()) {
            open.add(inner);
          }
        }
      }
    }
  }

  /** The object that describes the article, where there is one. */
  Optional<JsonNode> article() {
    List<JsonNode> articles =
        objects.stream()
            .filter(
                object -> types(object).stream().anyMatch(t -> ARTICLE_TYPE.matcher(t).matches()))
            .toList();
    return articles.stream()
        .filter(object -> object.has("headline") || object.has("articleBody"))
        .findFirst()
        .or(() -> articles.stream().findFirst());
  }

  /** The first object that is a page and no article, for dates where no article is described. */
  Optional<JsonNode> webPage() {
    return objects.stream()
        .filter(object ->
            types(object).stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).contains("page"))
                || object.has("datePublished"))
        .findFirst();
  }

  /** Text of a member: itself, or its {@code name}, {@code @value} or {@code @id}. */
  static Optional<String> text(JsonNode object, String member) {
    JsonNode node = object.get(member);
    return node == null ? Optional.empty() : texts(node).stream().findFirst();
  }

  /** Texts of a value that may be a string, an object with a name, or a list of those. */
  static List<String> texts(JsonNode value) {
    var texts = new ArrayList<String>();
    if (value.isArray()) {
      value.forEach(item -> texts.addAll(texts(item)));
    } else if (value.isObject()) {
      for (String name : List.of("name", "@value", "@list", "@id", "url")) {
        if (value.has(name)) {
          texts.addAll(texts(value.get(name)));
          break;
        }
      }
    } else if (value.isString() && !value.asString().isBlank()) {
      texts.add(plain(value.asString()));
    } else if (value.isNumber()) {
      texts.add(value.asString());
    }
    return texts;
  }

  /** The value of a member as the page gave it, with references to other objects resolved. */
  List<JsonNode> resolved(JsonNode object, String member) {
    var found = new ArrayList<JsonNode>();
    JsonNode node = object.get(member);
    if (node != null) {
      for (JsonNode item : node.isArray() ? node.values() : List.of(node)) {
        found.add(resolve(item));
      }
    }
    return found;
  }

  private JsonNode resolve(JsonNode item) {
    if (item.isObject() && item.size() <= 2 && item.has("@id") && !item.has("name")) {
      String id = item.get("@id").asString("");
      return objects.stream()
          .filter(object -> object.has("name") && id.equals(object.path("@id").asString("")))
          .findFirst()
          .orElse(item);
    }
    return item;
  }

  /** Structured text is often escaped as HTML once more. */
  static String plain(String text) {
    String shown = text;
    if (shown.indexOf('&') >= 0 || shown.indexOf('<') >= 0) {
      shown = org.jsoup.parser.Parser.unescapeEntities(shown, false);
      if (shown.indexOf('<') >= 0) {
        shown = shown.replaceAll("<[^>]{0,500}>", " ");
      }
    }
    return shown;
  }

  private static List<String> types(JsonNode object) {
    JsonNode type = object.get("@type");
    return type == null ? List.of() : texts(type);
  }
}
