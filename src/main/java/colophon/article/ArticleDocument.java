package colophon.article;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.kernel.TextSpan;
import colophon.text.Language;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article as the canonical document that is kept of it. */
public final class ArticleDocument {

  /** The largest document read, in bytes. */
  static final int MOST_BYTES = 16 * 1024 * 1024;

  private ArticleDocument() {}

  static byte[] format(Article article) {
    var passages = new ArrayList<Json>();
    for (Passage passage : article.passages()) {
      Json.Obj item =
          Json.object(
              "number",
              Json.of(passage.number()),
              "start",
              Json.of(passage.span().start()),
              "end",
              Json.of(passage.span().end()));
      String suspicious = passage.suspicious();
      passages.add(suspicious == null ? item : item.with("suspicious", Json.of(suspicious)));
    }
    var hidden = new ArrayList<Json>();
    for (HiddenText cut : article.hidden()) {
      hidden.add(Json.object("how", Json.of(cut.how()), "text", Json.of(cut.text())));
    }
    Json.Obj document =
        Json.object(
            "id",
            Json.of(article.id()),
            "address",
            Json.of(article.address().toString()),
            "readerLink",
            text(article.readerLink()),
            "snapshot",
            Json.of(article.snapshot().toString()),
            "sourceId",
            Json.of(article.sourceId()),
            "outlet",
            Json.of(article.outlet()),
            "title",
            Json.of(article.title()),
            "authors",
            Json.array(article.authors().stream().map(Json::of).toList()),
            "credit",
            text(article.credit()),
            "published",
            text(article.published()),
            "language",
            Json.of(article.language().tag()),
            "text",
            Json.of(article.text()),
            "passages",
            Json.array(passages),
            "hidden",
            Json.array(hidden),
            "extraction",
            Json.of(article.extraction()));
    return CanonicalJson.bytes(document);
  }

  /** Reads a kept article; throws {@link IllegalStateException} where it is damaged. */
  public static Article parse(byte[] bytes) {
    try {
      Json.Obj document = JsonReader.readObject(bytes, MOST_BYTES);
      String link = textOf(document, "readerLink");
      String published = textOf(document, "published");
      return new Article(
          needed(document, "id"),
          URI.create(needed(document, "address")),
          link == null ? null : URI.create(link),
          Digest.parse(needed(document, "snapshot")),
          needed(document, "sourceId"),
          needed(document, "outlet"),
          needed(document, "title"),
          items(document, "authors").stream().map(item -> ((Json.Str) item).value()).toList(),
          textOf(document, "credit"),
          published == null ? null : OffsetDateTime.parse(published),
          new Language(needed(document, "language")),
          needed(document, "text"),
          items(document, "passages").stream().map(ArticleDocument::passage).toList(),
          items(document, "hidden").stream().map(ArticleDocument::hidden).toList(),
          needed(document, "extraction"));
    } catch (JsonFormatException | ClassCastException e) {
      throw new IllegalStateException("a kept article is damaged: " + e.getMessage(), e);
    }
  }

  private static Passage passage(Json item) {
    var passage = (Json.Obj) item;
    return new Passage(
        number(passage, "number"),
        new TextSpan(number(passage, "start"), number(passage, "end")),
        textOf(passage, "suspicious"));
  }

  private static HiddenText hidden(Json item) {
    var hidden = (Json.Obj) item;
    return new HiddenText(needed(hidden, "how"), needed(hidden, "text"));
  }

  private static Json text(@Nullable Object value) {
    return value == null ? new Json.Null() : Json.of(value.toString());
  }

  private static @Nullable String textOf(Json.Obj object, String name) {
    return object.get(name) instanceof Json.Str string ? string.value() : null;
  }

  private static String needed(Json.Obj object, String name) {
    String value = textOf(object, name);
    if (value == null) {
      throw new IllegalStateException("a kept article lacks \"" + name + "\"");
    }
    return value;
  }

  private static int number(Json.Obj object, String name) {
    if (object.get(name) instanceof Json.Num number) {
      return Math.toIntExact(number.whole());
    }
    throw new IllegalStateException("a kept article lacks \"" + name + "\"");
  }

  private static List<Json> items(Json.Obj object, String name) {
    return object.get(name) instanceof Json.Arr array ? array.items() : List.of();
  }
}
