package colophon.grounding;

import colophon.kernel.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the reports on drafts away, which repeat words of draft and sources; digests stay. */
public final class ReportErasure {

  private final JdbcClient jdbc;

  public ReportErasure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The digest of the report on a draft, where it is still here. */
  public Optional<Digest> digest(String draftId) {
    return jdbc.sql(
            "select document from grounding_report"
                + " where draft_id = :draft and document is not null")
        .param("draft", draftId)
        .query((row, n) -> Digest.of(row.getBytes(1)))
        .optional();
  }

  /** Takes the report on a draft away, inside the caller's transaction. */
  public void erase(String draftId, Instant now) {
    Optional<Digest> digest = digest(draftId);
    if (digest.isPresent()) {
      jdbc.sql(
              """
              update grounding_report set document = null, digest = :digest, erased_at = :now
              where draft_id = :draft
              """)
          .param("digest", digest.get().toString())
          .param("now", Timestamp.from(now))
          .param("draft", draftId)
          .update();
    }
  }
}
