package colophon.edition;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The brief as an item of a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/); {@link
 * FeedRenderer} gathers them. Its {@code _colophon} extension is what {@link SiteEntry} reads.
 */
record FeedItemRenderer() implements Renderer {

  static final String NAME = "brief.feed.json";
  static final String EXTENSION = "_colophon";

  @Override
  public Artefact render(Layout layout) {
    byte[] json = (CanonicalJson.text(of(layout)) + "\n").getBytes(StandardCharsets.UTF_8);
    return new Artefact(NAME, "application/json", json);
  }

  private static Json of(Layout layout) {
    var item = new LinkedHashMap<String, Json>();
    item.put("id", Json.of(Identity.brief(layout.plan())));
    item.put("url", Json.of(layout.permalink().toString()));
    item.put("title", Json.of(layout.title()));
    item.put("summary", Json.of(EntryContent.summary(layout)));
    item.put("content_html", Json.of(EntryContent.html(layout)));
    item.put("content_text", Json.of(EntryContent.text(layout)));
    item.put("date_published", Json.of(FeedDates.text(layout.firstPublishedAt())));
    item.put("date_modified", Json.of(FeedDates.text(layout.publishedAt())));
    item.put("language", Json.of(layout.language()));
    item.put(
        "authors", Json.array(List.of(Json.object("name", Json.of(layout.imprint().publisher())))));
    item.put(EXTENSION, extension(layout));
    return new Json.Obj(item);
  }

  private static Json extension(Layout layout) {
    var members = new LinkedHashMap<String, Json>();
    members.put("about", Json.of("urn:colophon:feed-extension:1"));
    members.put("slug", Json.of(layout.plan().slug().toString()));
    members.put("version", Json.of(layout.plan().version()));
    members.put("kind", Json.of(layout.plan().kind().name()));
    members.put("label", Json.of(layout.label().shortText()));
    members.put("label_language", Json.of(layout.label().locale()));
    members.put("standfirst", Json.of(layout.description()));
    members.put("articles", Json.of(layout.reports()));
    members.put("independent_sources", Json.of(layout.independentSources()));
    members.put("digital_source_type", Json.of(layout.sourceType().uri()));
    members.put("record", Json.of(layout.versionLink() + "record.json"));
    members.put("sample", Json.of(layout.imprint().sample()));
    return new Json.Obj(members);
  }
}
