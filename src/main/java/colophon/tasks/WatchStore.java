package colophon.tasks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When each cited page was looked at last, and what came of it. */
final class WatchStore {

  private final JdbcClient jdbc;

  WatchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last look at a page; {@code failures} counts looks in a row at which it did not answer. */
  record Look(Instant at, Instant next, String outcome, int failures) {}

  Optional<Look> last(String briefId, int version, String articleId) {
    return jdbc.sql(
            """
            select looked_at, next_at, outcome, failures from source_watch
            where brief_id = :brief and version = :version and article_id = :article
            """)
        .param("brief", briefId)
        .param("version", version)
        .param("article", articleId)
        .query((row, n) ->
            new Look(
                row.getTimestamp("looked_at").toInstant(),
                row.getTimestamp("next_at").toInstant(),
                row.getString("outcome"),
                row.getInt("failures")))
        .optional();
  }

  void keep(String briefId, int version, String articleId, Look look) {
    jdbc.sql(
            """
            insert into source_watch
              (brief_id, version, article_id, looked_at, next_at, outcome, failures)
            values (:brief, :version, :article, :at, :next, :outcome, :failures)
            on conflict (brief_id, version, article_id) do update set looked_at = :at,
              next_at = :next, outcome = :outcome, failures = :failures
            """)
        .param("brief", briefId)
        .param("version", version)
        .param("article", articleId)
        .param("at", Timestamp.from(look.at()))
        .param("next", Timestamp.from(look.next()))
        .param("outcome", look.outcome())
        .param("failures", look.failures())
        .update();
  }
}
