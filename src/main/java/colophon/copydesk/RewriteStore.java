package colophon.copydesk;

import colophon.brief.Amendment;
import colophon.brief.DraftDocument;
import colophon.brief.DraftReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sections that were asked for again. */
final class RewriteStore {

  private final JdbcClient jdbc;

  RewriteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void asked(Rewrite rewrite) {
    jdbc.sql(
            """
            insert into section_rewrite
              (id, root, draft_id, section, before, note, by_login, by_name, asked_at)
            values (:id, :root, :draft, :section, :before, :note, :login, :name, :at)
            """)
        .param("id", rewrite.id())
        .param("root", rewrite.root())
        .param("draft", rewrite.draftId())
        .param("section", rewrite.section())
        .param("before", rewrite.before())
        .param("note", rewrite.note())
        .param("login", rewrite.by().login())
        .param("name", rewrite.by().name())
        .param("at", Timestamp.from(rewrite.askedAt()))
        .update();
  }

  /**
   * Notes what came of it.
   *
   * @param amendment null where nothing was written
   */
  void ended(String id, Amendment.@Nullable Renew amendment, String reason, Instant at) {
    jdbc.sql(
            """
            update section_rewrite set ended_at = :at, document = :document, reason = :reason
            where id = :id and ended_at is null
            """)
        .param("id", id)
        .param("document", amendment == null ? null : DraftDocument.format(amendment), Types.BINARY)
        .param("reason", reason)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Notes what was done with it; false where somebody had decided already. */
  boolean decided(String id, Rewrite.State decision, Person by, Instant at) {
    return jdbc.sql(
                """
                update section_rewrite
                set outcome = :outcome, decided_by = :by, decided_at = :at
                where id = :id and outcome = 'open'
                """)
            .param("id", id)
            .param("outcome", decision == Rewrite.State.TAKEN ? "taken" : "left")
            .param("by", by.name())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  Optional<Rewrite> find(String id) {
    return jdbc.sql("select * from section_rewrite where id = :id")
        .param("id", id)
        .query((row, n) -> rewrite(row))
        .optional();
  }

  /** The last one of a section. */
  Optional<Rewrite> last(String root, String section) {
    return jdbc.sql(
            """
            select * from section_rewrite where root = :root and section = :section
            order by asked_at desc, id limit 1
            """)
        .param("root", root)
        .param("section", section)
        .query((row, n) -> rewrite(row))
        .optional();
  }

  private static Rewrite rewrite(ResultSet row) throws SQLException {
    byte[] document = row.getBytes("document");
    Timestamp ended = row.getTimestamp("ended_at");
    return new Rewrite(
        row.getString("id"),
        row.getString("root"),
        row.getString("draft_id"),
        row.getString("section"),
        row.getString("before"),
        row.getString("note"),
        new Person(row.getString("by_login"), row.getString("by_name")),
        row.getTimestamp("asked_at").toInstant(),
        ended == null ? null : ended.toInstant(),
        document != null && DraftReader.amendment(document) instanceof Amendment.Renew renew
            ? renew
            : null,
        row.getString("reason"),
        switch (row.getString("outcome")) {
          case "taken" -> Rewrite.State.TAKEN;
          case "left" -> Rewrite.State.LEFT;
          default -> Rewrite.State.READY;
        });
  }
}
