package colophon.attest;

import colophon.kernel.Digest;
import colophon.verify.Bundle;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the logged versions that given bytes, or an entry of a log, belong to. */
public final class LoggedFiles {

  private final JdbcClient jdbc;

  public LoggedFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A file of a logged version: an artefact, or the record. */
  public record LoggedFile(String briefId, int version, String name) {}

  /** The files of logged versions that have these bytes, those of the newest version first. */
  public List<LoggedFile> withBytes(Digest digest) {
    return jdbc.sql(
            """
            select f.brief_id, f.version, f.name from (
              select brief_id, version, name from artefact where digest = :digest
              union all
              select brief_id, version, :record from attestation where record_digest = :digest) f
            join attestation a on a.brief_id = f.brief_id and a.version = f.version
            order by a.attested_at desc, f.name limit 10
            """)
        .param("digest", digest.toString())
        .param("record", Bundle.RECORD)
        .query((row, n) ->
            new LoggedFile(row.getString("brief_id"), row.getInt("version"), row.getString("name")))
        .list();
  }

  /** The version that an entry of a log speaks of; nothing where it is no version's. */
  public Optional<LoggedFile> atEntry(String origin, long index) {
    return jdbc.sql(
            """
            select a.brief_id, a.version from attestation a
            join log_identity i on i.epoch = a.epoch
            where i.origin = :origin and a.entry_index = :index
            """)
        .param("origin", origin)
        .param("index", index)
        .query((row, n) ->
            new LoggedFile(row.getString("brief_id"), row.getInt("version"), Bundle.PROOF))
        .optional();
  }
}
