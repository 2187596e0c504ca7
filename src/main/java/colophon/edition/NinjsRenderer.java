package colophon.edition;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The brief as IPTC ninjs 3.2 (https://iptc.org/std/ninjs/). The standard has no field of its own
 * for a label, so it stands as the description whose role is {@value #LABEL_ROLE}, in the terms of
 * use, and first in each body.
 */
record NinjsRenderer() implements Renderer {

  static final String NAME = "brief.ninjs.json";

  /** The role of the description that holds the label. */
  static final String LABEL_ROLE = "disclosure";

  private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#";
  private static final String TRUST = "http://cv.iptc.org/newscodes/trustindicator/";

  @Override
  public Artefact render(Layout layout) {
    byte[] json = (CanonicalJson.text(of(layout)) + "\n").getBytes(StandardCharsets.UTF_8);
    return new Artefact(NAME, "application/json", json);
  }

  private static Json of(Layout layout) {
    Label label = layout.label();
    var item = new LinkedHashMap<String, Json>();
    item.put("uri", Json.of(Identity.brief(layout.plan())));
    item.put("type", Json.of("text"));
    item.put("representationType", Json.of("full"));
    item.put("profile", Json.of("colophon-brief"));
    item.put("version", Json.of(Integer.toString(layout.plan().version())));
    item.put("pubStatus", Json.of("usable"));
    item.put("firstCreated", Json.of(FeedDates.text(layout.firstPublishedAt())));
    item.put("versionCreated", Json.of(FeedDates.text(layout.publishedAt())));
    item.put("language", Json.of(layout.language()));
    item.put("title", Json.of(layout.title()));
    item.put("headlines", Json.array(List.of(value("main", layout.title()))));
    item.put("descriptions", descriptions(layout));
    item.put("bodies", bodies(layout));
    item.put("by", Json.of(layout.imprint().publisher()));
    item.put("copyrightHolder", Json.of(layout.imprint().publisher()));
    item.put("usageTerms", Json.of(label.shortText() + ". " + label.longText()));
    item.put("slugline", Json.of(layout.plan().slug().toString()));
    item.put(
        "digitalSourceType",
        Json.object(
            "name", Json.of(layout.sourceType().term()),
            "uri", Json.of(layout.sourceType().uri())));
    item.put("infoSources", infoSources(layout));
    item.put(
        "associations", Json.array(layout.sources().stream().map(NinjsRenderer::source).toList()));
    item.put("altIds", altIds(layout));
    item.put("renditions", renditions(layout));
    item.put(
        "trustIndicators",
        Json.array(
            List.of(
                Json.object(
                    "role", Json.of(TRUST + "pieceOfWorkInfo"),
                    "title", Json.of(layout.words().text("record.record")),
                    "href", Json.of(layout.versionLink() + "record.json")))));
    item.put(
        "standard",
        Json.object(
            "name", Json.of("ninjs"), "version", Json.of("3.2"), "schema", Json.of(SCHEMA)));
    return new Json.Obj(item);
  }

  private static Json descriptions(Layout layout) {
    List<Json> descriptions = new ArrayList<>();
    descriptions.add(value(LABEL_ROLE, layout.label().shortText()));
    descriptions.add(value("disclosure-how", layout.label().how()));
    descriptions.add(value("standfirst", layout.description()));
    String heading = layout.noteHeading();
    if (heading != null) {
      descriptions.add(value("change", heading + ": " + layout.note()));
    }
    return Json.array(descriptions);
  }

  private static Json bodies(Layout layout) {
    String text = EntryContent.text(layout);
    return Json.array(
        List.of(
            body("text/plain", text, layout.wordCount()),
            body("text/html", EntryContent.html(layout), layout.wordCount())));
  }

  private static Json body(String type, String value, int words) {
    return Json.object(
        "role", Json.of("main"),
        "contentType", Json.of(type),
        "wordCount", Json.of(words),
        "value", Json.of(value));
  }

  private static Json value(String role, String text) {
    return Json.object(
        "role", Json.of(role), "contentType", Json.of("text/plain"), "value", Json.of(text));
  }

  private static Json infoSources(Layout layout) {
    List<Json> names = new ArrayList<>();
    layout.sources().stream()
        .map(SourceNote::outlet)
        .distinct()
        .forEach(name -> names.add(Json.object("name", Json.of(name), "role", Json.of("source"))));
    return Json.array(names);
  }

  private static Json source(SourceNote source) {
    var item = new LinkedHashMap<String, Json>();
    item.put("name", Json.of("source-" + source.number()));
    item.put("rel", Json.of("source"));
    item.put(
        "uri",
        Json.of(
            source.link() == null
                ? Identity.article(source.articleId())
                : source.link().toASCIIString()));
    item.put("type", Json.of("text"));
    item.put("representationType", Json.of("partial"));
    item.put("title", Json.of(source.title()));
    item.put("language", Json.of(source.language()));
    item.put(
        "infoSources",
        Json.array(
            List.of(Json.object("name", Json.of(source.outlet()), "role", Json.of("outlet")))));
    if (source.deskNote() != null) {
      item.put("contentCreated", Json.of(FeedDates.text(source.deskNote().learnt())));
      return new Json.Obj(item);
    }
    if (!source.byline().isEmpty()) {
      item.put("by", Json.of(source.byline()));
    }
    if (source.published() != null) {
      item.put("contentCreated", Json.of(FeedDates.text(source.published())));
    }
    return new Json.Obj(item);
  }

  private static Json altIds(Layout layout) {
    return Json.array(
        List.of(
            altId("permalink", layout.permalink().toString()),
            altId("version", layout.versionLink().toString()),
            altId("slug", layout.plan().slug().toString())));
  }

  private static Json altId(String role, String value) {
    return Json.object("role", Json.of(role), "value", Json.of(value));
  }

  private static Json renditions(Layout layout) {
    return Json.array(
        List.of(
            rendition(layout, "web", PageRenderer.NAME, "text/html"),
            rendition(layout, "text", TextRenderer.NAME, "text/plain"),
            rendition(layout, "markdown", MarkdownRenderer.NAME, "text/markdown")));
  }

  private static Json rendition(Layout layout, String name, String file, String type) {
    return Json.object(
        "name", Json.of(name),
        "href", Json.of(layout.versionLink() + file),
        "contentType", Json.of(type));
  }
}
