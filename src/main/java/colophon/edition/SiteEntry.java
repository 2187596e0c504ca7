package colophon.edition;

import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.kernel.Slug;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A published brief as the list of briefs and the feeds need it, read from the {@code
 * brief.feed.json} of its current version. So the whole site can be made again from stored bytes.
 *
 * @param label the short label, in {@code labelLanguage}
 * @param published version 1
 * @param modified this version
 * @param articles how many articles it cites
 * @param independentSources how many independent sources they are
 */
public record SiteEntry(
    String title,
    String standfirst,
    Slug slug,
    int version,
    VersionPlan.Kind kind,
    String label,
    String labelLanguage,
    String language,
    int articles,
    int independentSources,
    boolean sample,
    OffsetDateTime published,
    OffsetDateTime modified) {

  /** The name of the artefact this is read from. */
  public static final String ARTEFACT = FeedItemRenderer.NAME;

  /**
   * Reads a {@code brief.feed.json}.
   *
   * @throws FeedFormatException where it is none, or where its summary or content lacks the label
   */
  public static SiteEntry read(byte[] feedItem) throws FeedFormatException {
    try {
      Json.Obj item = JsonReader.readObject(feedItem, EntryProof.MOST_BYTES);
      if (!(item.get(FeedItemRenderer.EXTENSION) instanceof Json.Obj own)) {
        throw new FeedFormatException(
            "expected a feed item with \"" + FeedItemRenderer.EXTENSION + "\"");
      }
      SiteEntry entry =
          new SiteEntry(
              text(item, "title"),
              text(own, "standfirst"),
              new Slug(text(own, "slug")),
              number(own, "version"),
              VersionPlan.Kind.valueOf(text(own, "kind")),
              text(own, "label"),
              text(own, "label_language"),
              text(item, "language"),
              number(own, "articles"),
              number(own, "independent_sources"),
              Json.of(true).equals(own.get("sample")),
              OffsetDateTime.parse(text(item, "date_published")),
              OffsetDateTime.parse(text(item, "date_modified")));
      checkLabel(entry.label(), text(item, "summary"), text(item, "content_html"));
      return entry;
    } catch (JsonFormatException | IllegalArgumentException | DateTimeException e) {
      throw new FeedFormatException("expected a feed item of a brief: " + e.getMessage());
    }
  }

  /** Refuses a summary or a content that does not begin with the label. */
  static void checkLabel(String label, String summary, String html) throws FeedFormatException {
    Optional<TextNode> first = Markup.firstText(Jsoup.parseBodyFragment(html).body());
    if (label.isBlank()
        || !EntryContent.isLabelled(summary, label)
        || first.isEmpty()
        || !first.get().getWholeText().equals(label)) {
      throw new FeedFormatException(
          "expected the label as the first text of summary and content; it is not there");
    }
  }

  private static String text(Json.Obj object, String name) throws FeedFormatException {
    @Nullable Json value = object.get(name);
    if (value instanceof Json.Str string) {
      return string.value();
    }
    throw new FeedFormatException("expected a text in \"" + name + "\"");
  }

  private static int number(Json.Obj object, String name) throws FeedFormatException {
    @Nullable Json value = object.get(name);
    if (value instanceof Json.Num number) {
      return Math.toIntExact(number.whole());
    }
    throw new FeedFormatException("expected a number in \"" + name + "\"");
  }
}
