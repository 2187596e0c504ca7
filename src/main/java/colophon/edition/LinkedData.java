package colophon.edition;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page as schema.org JSON-LD, a {@code NewsArticle}. */
final class LinkedData {

  private LinkedData() {}

  /** The document as it may stand inside a script element: nothing in it can end the element. */
  static String script(Layout layout) {
    return CanonicalJson.text(of(layout))
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  static Json of(Layout layout) {
    Json publisher = organisation(layout.imprint().publisher());
    var article = new LinkedHashMap<String, Json>();
    article.put("@context", Json.of("https://schema.org"));
    article.put("@type", Json.of("NewsArticle"));
    article.put("@id", Json.of(layout.versionLink().toString()));
    article.put("url", Json.of(layout.permalink().toString()));
    article.put("mainEntityOfPage", Json.of(layout.permalink().toString()));
    article.put("headline", Json.of(layout.title()));
    article.put("description", Json.of(layout.description()));
    article.put("inLanguage", Json.of(layout.language()));
    article.put("datePublished", Json.of(FeedDates.text(layout.firstPublishedAt())));
    article.put("dateModified", Json.of(FeedDates.text(layout.publishedAt())));
    article.put("version", Json.of(layout.plan().version()));
    article.put("wordCount", Json.of(layout.wordCount()));
    article.put("author", publisher);
    article.put("publisher", publisher);
    article.put("sdPublisher", publisher);
    article.put("accountablePerson", person(layout.imprint().responsibleEditor()));
    article.put("creditText", Json.of(layout.label().shortText()));
    article.put(
        "publishingPrinciples", Json.of(Permalinks.principles(layout.imprint()).toString()));
    article.put("usageInfo", Json.of(layout.versionLink() + "#made"));
    article.put("digitalSourceType", Json.of(layout.sourceType().schemaOrg()));
    article.put("isAccessibleForFree", Json.of(true));
    List<Json> sources = new ArrayList<>();
    List<Json> references = new ArrayList<>();
    for (SourceNote source : layout.sources()) {
      Json id = Json.of(layout.versionLink() + "#source-" + source.number());
      sources.add(source(source, id));
      references.add(new Json.Obj(Map.of("@id", id)));
    }
    article.put("isBasedOn", Json.array(sources));
    article.put("citation", Json.array(references));
    if (layout.plan().kind() == VersionPlan.Kind.CORRECTION) {
      article.put(
          "correction",
          Json.object(
              "@type", Json.of("CorrectionComment"),
              "text", Json.of(layout.note()),
              "datePublished", Json.of(FeedDates.text(layout.publishedAt()))));
    }
    return new Json.Obj(article);
  }

  private static Json source(SourceNote source, Json id) {
    var members = new LinkedHashMap<String, Json>();
    members.put("@id", id);
    members.put("@type", Json.of("CreativeWork"));
    members.put("position", Json.of(source.number()));
    members.put("name", Json.of(source.title()));
    members.put("inLanguage", Json.of(source.language()));
    if (source.deskNote() != null) {
      members.put("genre", Json.of(source.deskNote().mark()));
      members.put("dateCreated", Json.of(FeedDates.text(source.deskNote().learnt())));
      return new Json.Obj(members);
    }
    members.put("publisher", organisation(source.outlet()));
    if (!source.authors().isEmpty()) {
      List<Json> authors = new ArrayList<>();
      source.authors().forEach(name -> authors.add(person(name)));
      members.put("author", Json.array(authors));
    }
    if (source.published() != null) {
      members.put("datePublished", Json.of(FeedDates.text(source.published())));
    }
    if (source.link() != null) {
      members.put("url", Json.of(source.link().toString()));
    }
    return new Json.Obj(members);
  }

  private static Json organisation(String name) {
    return named("Organization", name);
  }

  private static Json person(String name) {
    return named("Person", name);
  }

  private static Json named(String type, String name) {
    return new Json.Obj(Map.of("@type", Json.of(type), "name", Json.of(name)));
  }
}
