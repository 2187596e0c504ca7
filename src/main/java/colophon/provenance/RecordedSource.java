package colophon.provenance;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article that the brief was written from, and the archived copy of it.
 *
 * @param id as citations name it
 * @param number the mark a reader sees, from 1; 0 where no sentence cites it
 * @param sourceId the configured source that brought it
 * @param requested the address asked for; of a local document, its public one
 * @param landed the address that answered; of a local document, its public one
 * @param canonical the address the page gives itself; null where it gives none
 * @param credit the agency the text credits; null where none
 * @param published as the page or its feed dates it; null where neither does
 * @param status the HTTP status; 200 for a local document
 * @param body the digest of the bytes as received, before content decoding
 * @param decodedBody the digest after content decoding
 * @param warcRecord the id of the WARC record that keeps it; null where it is kept otherwise
 * @param extraction name and version of the extractor
 * @param text the digest of the extracted text
 * @param origin the independent source it belongs to: copies of one report share it
 * @param deskNote what is known of a note that somebody of the newsroom wrote; null of a report
 */
public record RecordedSource(
    String id,
    int number,
    String sourceId,
    String requested,
    String landed,
    @Nullable String canonical,
    String outlet,
    String title,
    List<String> authors,
    @Nullable String credit,
    @Nullable OffsetDateTime published,
    String language,
    Instant fetchedAt,
    int status,
    Digest body,
    Digest decodedBody,
    @Nullable String warcRecord,
    String extraction,
    Digest text,
    String origin,
    RecordedRights rights,
    @Nullable RecordedDeskNote deskNote)
    implements Recorded {

  public RecordedSource {
    authors = List.copyOf(authors);
  }

  /** A report. */
  public RecordedSource(
      String id,
      int number,
      String sourceId,
      String requested,
      String landed,
      @Nullable String canonical,
      String outlet,
      String title,
      List<String> authors,
      @Nullable String credit,
      @Nullable OffsetDateTime published,
      String language,
      Instant fetchedAt,
      int status,
      Digest body,
      Digest decodedBody,
      @Nullable String warcRecord,
      String extraction,
      Digest text,
      String origin,
      RecordedRights rights) {
    this(
        id,
        number,
        sourceId,
        requested,
        landed,
        canonical,
        outlet,
        title,
        authors,
        credit,
        published,
        language,
        fetchedAt,
        status,
        body,
        decodedBody,
        warcRecord,
        extraction,
        text,
        origin,
        rights,
        null);
  }

  @Override
  public Json.Obj json() {
    var builder = new ObjectBuilder().put("id", id);
    if (number > 0) {
      builder.put("number", number);
    }
    builder
        .put("sourceId", sourceId)
        .put("requested", requested)
        .put("landed", landed)
        .put("canonical", canonical)
        .put("outlet", outlet)
        .put("title", title)
        .putTexts("authors", authors)
        .put("credit", credit)
        .put("published", published == null ? null : ISO_OFFSET_DATE_TIME.format(published))
        .put("language", language)
        .putText("fetchedAt", fetchedAt)
        .put("status", status)
        .put("body", body)
        .put("decodedBody", decodedBody)
        .put("warcRecord", warcRecord)
        .put("extraction", extraction)
        .put("text", text)
        .put("origin", origin)
        .put("rights", rights.json());
    return deskNote == null ? builder.build() : builder.put("deskNote", deskNote.json()).build();
  }

  static RecordedSource read(Members members) throws ProvenanceFormatException {
    return new RecordedSource(
        members.text("id"),
        members.countOr("number", 0),
        members.text("sourceId"),
        members.text("requested"),
        members.text("landed"),
        members.textOrNull("canonical"),
        members.text("outlet"),
        members.text("title"),
        members.texts("authors"),
        members.textOrNull("credit"),
        members.zonedTimeOrNull("published"),
        members.text("language"),
        members.time("fetchedAt"),
        members.count("status"),
        members.digest("body"),
        members.digest("decodedBody"),
        members.textOrNull("warcRecord"),
        members.text("extraction"),
        members.digest("text"),
        members.text("origin"),
        RecordedRights.read(members.object("rights")),
        RecordedDeskNote.read(members.objectOrNull("deskNote")));
  }

  static List<RecordedSource> readAll(List<Members> all) throws ProvenanceFormatException {
    var sources = new ArrayList<RecordedSource>();
    for (Members members : all) {
      sources.add(read(members));
    }
    return sources;
  }
}
