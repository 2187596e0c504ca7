package colophon.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of desk notes beside their words, which are articles. */
final class DeskNoteStore {

  private static final String NOTE =
      """
      select id, article_id, by_name, written_at, who, learnt_at, confirmed, on_record
      from desk_note
      """;

  private final JdbcClient jdbc;

  DeskNoteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(String root, DeskNote note, String login) {
    jdbc.sql(
            """
            insert into desk_note (id, root, article_id, by_login, by_name, written_at, who,
              learnt_at, confirmed, on_record)
            values (:id, :root, :article, :login, :name, :written, :who, :learnt, :confirmed, :on)
            """)
        .param("id", note.id())
        .param("root", root)
        .param("article", note.articleId())
        .param("login", login)
        .param("name", note.writtenBy())
        .param("written", Timestamp.from(note.writtenAt()))
        .param("who", note.who())
        .param("learnt", Timestamp.from(note.learntAt()))
        .param("confirmed", note.confirmed())
        .param("on", note.onRecord())
        .update();
  }

  /** The notes on a line of drafts that were not struck, the earliest first. */
  List<DeskNote> standing(String root) {
    return jdbc.sql(NOTE + "where root = :root and struck_at is null order by written_at, id")
        .param("root", root)
        .query((row, n) -> note(row))
        .list();
  }

  /** The notes whose words are in these articles, struck or not, in the order of the ids. */
  List<DeskNote> of(Collection<String> articleIds) {
    return jdbc.sql(
            NOTE
                + "join unnest(:ids) with ordinality as given (article, place)"
                + " on article = article_id order by place")
        .param("ids", articleIds.toArray(String[]::new))
        .query((row, n) -> note(row))
        .list();
  }

  void strike(String root, String id, Instant at) {
    jdbc.sql("update desk_note set struck_at = :at where root = :root and id = :id")
        .param("at", Timestamp.from(at))
        .param("root", root)
        .param("id", id)
        .update();
  }

  /** Takes away who a note came from and how it was confirmed; its words are erased as texts. */
  void erase(String articleId) {
    jdbc.sql("update desk_note set who = 'erased', confirmed = 'erased' where article_id = :id")
        .param("id", articleId)
        .update();
  }

  private static DeskNote note(ResultSet row) throws SQLException {
    return new DeskNote(
        row.getString("id"),
        row.getString("article_id"),
        row.getString("by_name"),
        row.getTimestamp("written_at").toInstant(),
        row.getString("who"),
        row.getTimestamp("learnt_at").toInstant(),
        row.getString("confirmed"),
        row.getBoolean("on_record"));
  }
}
