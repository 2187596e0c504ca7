package colophon.copydesk;

import colophon.brief.Amendment;
import colophon.brief.DraftDocument;
import colophon.brief.DraftReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The changes that people made to drafts, and which draft is the last of its line. */
public final class EditStore {

  /** The most changes of one draft. */
  public static final int MOST_EDITS = 2_000;

  private final JdbcClient jdbc;

  public EditStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a change.
   *
   * @throws org.springframework.dao.DuplicateKeyException where the draft has been changed already
   */
  void keep(DraftEdit edit) {
    Optional<byte[]> document = edit.amendment().map(DraftDocument::format);
    jdbc.sql(
            """
            insert into draft_edit
              (draft_id, previous, root, kind, document, by_login, by_name, edited_at)
            values (:draft, :previous, :root, :kind, :document, :login, :name, :at)
            """)
        .param("draft", edit.draftId())
        .param("previous", edit.previous())
        .param("root", edit.root())
        .param("kind", document.isPresent() ? "amendment" : "undo")
        .param("document", document.orElse(null), Types.BINARY)
        .param("login", edit.by().login())
        .param("name", edit.by().name())
        .param("at", Timestamp.from(edit.at()))
        .update();
  }

  /** The draft that the writer delivered, from which this one came. */
  public String root(String draftId) {
    return jdbc.sql("select root from draft_edit where draft_id = :draft")
        .param("draft", draftId)
        .query(String.class)
        .optional()
        .orElse(draftId);
  }

  /** Every change since the writer delivered that draft, the earliest first. */
  public List<DraftEdit> since(String root) {
    return jdbc.sql(
            """
            select draft_id, previous, root, document, by_login, by_name, edited_at
            from draft_edit where root = :root order by edited_at, draft_id limit :most
            """)
        .param("root", root)
        .param("most", MOST_EDITS)
        .query((row, n) -> edit(row))
        .list();
  }

  private static DraftEdit edit(ResultSet row) throws SQLException {
    Optional<Amendment> amendment =
        Optional.ofNullable(row.getBytes("document")).map(DraftReader::amendment);
    return new DraftEdit(
        row.getString("draft_id"),
        row.getString("previous"),
        row.getString("root"),
        amendment,
        new Person(row.getString("by_login"), row.getString("by_name")),
        row.getTimestamp("edited_at").toInstant());
  }
}
