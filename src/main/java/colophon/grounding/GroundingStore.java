package colophon.grounding;

import colophon.kernel.CanonicalJson;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the report of each draft as a canonical document, until it is erased with the draft ({@link
 * ReportErasure}).
 */
public final class GroundingStore {

  /** The largest report, in bytes. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().addMixIn(Verdict.class, VerdictKind.class).build();

  private final JdbcClient jdbc;

  public GroundingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a report; the first one of a draft stands. */
  public void keep(String draftId, GroundingReport report, Instant now) {
    jdbc.sql(
            """
            insert into grounding_report (draft_id, document, checked_at)
            values (:draft, :document, :now) on conflict do nothing
            """)
        .param("draft", draftId)
        .param("document", format(report))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The report of a draft. */
  public Optional<GroundingReport> find(String draftId) {
    return jdbc.sql(
            "select document from grounding_report where draft_id = :draft and document is not null")
        .param("draft", draftId)
        .query(byte[].class)
        .optional()
        .map(GroundingStore::parse);
  }

  /** Reads what {@link #format} wrote. */
  public static GroundingReport parse(byte[] document) {
    return MAPPER.readValue(document, GroundingReport.class);
  }

  /** The kept report of a draft, canonical JSON. */
  public Optional<byte[]> document(String draftId) {
    return jdbc.sql(
            "select document from grounding_report where draft_id = :draft and document is not null")
        .param("draft", draftId)
        .query(byte[].class)
        .optional();
  }

  /** A report as it is kept, canonical JSON. */
  public static byte[] format(GroundingReport report) {
    try {
      return CanonicalJson.bytes(JsonReader.read(MAPPER.writeValueAsBytes(report), MOST_BYTES));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("a report became no JSON: " + e.getMessage(), e);
    }
  }
}
