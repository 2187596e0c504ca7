package colophon.edition;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The site's feeds, gathered from the entries that the press printed. An entry goes in as the bytes
 * that were attested, and only where its summary and its content begin with the label.
 */
public final class FeedRenderer {

  /** The Atom feed's place below the site. */
  public static final String ATOM = "feed.atom.xml";

  /** The JSON feed's place below the site. */
  public static final String JSON_FEED = "feed.json";

  /** The artefact of each edition that the Atom feed is made of. */
  public static final String ATOM_ENTRY = AtomEntryRenderer.NAME;

  /** The artefact of each edition that the JSON feed is made of. */
  public static final String JSON_ITEM = FeedItemRenderer.NAME;

  /** A feed holds the newest of them and no more. */
  public static final int MOST_ENTRIES = 50;

  /** What an empty feed gives as its time; a feed must give one. */
  private static final OffsetDateTime NEVER =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private FeedRenderer() {}

  private record Dated(OffsetDateTime updated, byte[] bytes) {}

  /**
   * The Atom 1.0 feed (RFC 4287).
   *
   * @param entries the {@code brief.atom.xml} of each brief's current version, in any order
   * @throws FeedFormatException where one of them is no labelled entry
   */
  public static Artefact atom(Imprint imprint, List<byte[]> entries) throws FeedFormatException {
    List<Dated> newest = new ArrayList<>();
    for (byte[] bytes : entries) {
      AtomEntry entry = AtomEntry.read(bytes);
      SiteEntry.checkLabel(EntryContent.labelOf(entry.summary()), entry.summary(), entry.content());
      newest.add(new Dated(entry.updated(), bytes));
    }
    newest = newest(newest);
    var out = new StringBuilder(frame(imprint, updated(newest)));
    int end = out.lastIndexOf("</feed>");
    for (Dated entry : newest.reversed()) {
      String xml = new String(entry.bytes(), StandardCharsets.UTF_8);
      out.insert(end, xml.substring(xml.indexOf("<entry")));
    }
    return new Artefact(
        ATOM,
        "application/atom+xml; charset=utf-8",
        out.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The JSON Feed 1.1.
   *
   * @param items the {@code brief.feed.json} of each brief's current version, in any order
   * @throws FeedFormatException where one of them is no labelled item
   */
  public static Artefact json(Imprint imprint, List<byte[]> items) throws FeedFormatException {
    List<Dated> dated = new ArrayList<>();
    for (byte[] bytes : items) {
      dated.add(new Dated(SiteEntry.read(bytes).modified(), bytes));
    }
    List<Json> newest = new ArrayList<>();
    for (Dated item : newest(dated)) {
      newest.add(read(item.bytes()));
    }
    var feed = new LinkedHashMap<String, Json>();
    feed.put("version", Json.of("https://jsonfeed.org/version/1.1"));
    feed.put("title", Json.of(CleanText.line(imprint.publisher())));
    feed.put("home_page_url", Json.of(Permalinks.below(imprint, "").toString()));
    feed.put("feed_url", Json.of(Permalinks.below(imprint, JSON_FEED).toString()));
    feed.put(
        "authors",
        Json.array(List.of(Json.object("name", Json.of(CleanText.line(imprint.publisher()))))));
    feed.put("items", Json.array(newest));
    byte[] bytes = (CanonicalJson.text(new Json.Obj(feed)) + "\n").getBytes(StandardCharsets.UTF_8);
    return new Artefact(JSON_FEED, "application/feed+json; charset=utf-8", bytes);
  }

  /**
   * The newest first; of equal age in the order of their bytes, so that input order never shows.
   */
  private static List<Dated> newest(List<Dated> entries) {
    return entries.stream()
        .sorted(
            Comparator.comparing((Dated entry) -> entry.updated().toInstant())
                .reversed()
                .thenComparing(entry -> new String(entry.bytes(), StandardCharsets.UTF_8)))
        .limit(MOST_ENTRIES)
        .toList();
  }

  private static OffsetDateTime updated(List<Dated> newest) {
    return newest.isEmpty() ? NEVER : newest.getFirst().updated();
  }

  private static Json read(byte[] item) throws FeedFormatException {
    try {
      return JsonReader.readObject(item, EntryProof.MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new FeedFormatException("expected a feed item of a brief: " + e.getMessage());
    }
  }

  private static String frame(Imprint imprint, OffsetDateTime updated) {
    var bytes = new ByteArrayOutputStream();
    String publisher = CleanText.line(imprint.publisher());
    try {
      XMLStreamWriter out =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      out.writeStartDocument("UTF-8", "1.0");
      out.writeCharacters("\n");
      out.writeStartElement("feed");
      out.writeDefaultNamespace(AtomEntryRenderer.NAMESPACE);
      AtomEntryRenderer.element(out, "id", Permalinks.below(imprint, ATOM).toString());
      AtomEntryRenderer.element(out, "title", publisher);
      AtomEntryRenderer.element(out, "updated", FeedDates.text(updated));
      AtomEntryRenderer.link(
          out, "self", "application/atom+xml", Permalinks.below(imprint, ATOM).toString());
      AtomEntryRenderer.link(
          out, "alternate", "text/html", Permalinks.below(imprint, "").toString());
      out.writeStartElement("author");
      AtomEntryRenderer.element(out, "name", publisher);
      out.writeEndElement();
      out.writeCharacters("\n");
      out.writeEndElement();
      out.writeCharacters("\n");
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed could not be written to memory", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
