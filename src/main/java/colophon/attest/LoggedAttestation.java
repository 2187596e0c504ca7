package colophon.attest;

import colophon.kernel.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A version's record and signed statement, as they are written in one statement with the entry of
 * the log that speaks of them.
 *
 * @param record its canonical bytes
 * @param envelope the signed statement, as JSON
 */
record LoggedAttestation(
    String briefId, int version, Digest digest, byte[] record, byte[] envelope, Instant at) {

  /** The part of that statement; the epoch and the entry's index are the log's to say. */
  static final String INSERT =
      """
       attested as (insert into attestation (brief_id, version, record_digest, record, envelope,
                                             epoch, entry_index, attested_at)
                    values (:brief, :version, :digest, :record, :envelope, :epoch, :size, :now)),
      """;

  /** Sets what that part names. */
  JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement) {
    return statement
        .param("brief", briefId)
        .param("version", version)
        .param("digest", digest.toString())
        .param("record", record)
        .param("envelope", envelope)
        .param("now", Timestamp.from(at));
  }
}
