package colophon.copydesk;

import colophon.brief.DraftDocument;
import colophon.brief.DraftReader;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The changes that people made to drafts, and which draft is the last of its line. */
public final class EditStore {

  /** The most changes of one draft. */
  public static final int MOST_EDITS = 2_000;

  private static final JsonMapper MAPPER = new JsonMapper();

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
    jdbc.sql(
            """
            insert into draft_edit
              (draft_id, previous, root, kind, document, by_login, by_name, edited_at)
            values (:draft, :previous, :root, :kind, :document, :login, :name, :at)
            """)
        .param("draft", edit.draftId())
        .param("previous", edit.previous())
        .param("root", edit.root())
        .param("kind", kind(edit.change()))
        .param("document", document(edit.change()), Types.BINARY)
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
            select draft_id, previous, root, kind, document, by_login, by_name, edited_at
            from draft_edit where root = :root order by edited_at, draft_id limit :most
            """)
        .param("root", root)
        .param("most", MOST_EDITS)
        .query((row, n) -> edit(row))
        .list();
  }

  /** The drafts that wait and take up a brief that is out, by the brief's id. */
  Map<String, DraftEdit> reopened() {
    var open = new HashMap<String, DraftEdit>();
    jdbc.sql(
            """
            select distinct on (e.root) e.draft_id, e.previous, e.root, e.kind, e.document,
              e.by_login, e.by_name, e.edited_at
            from review_queue q
              join draft_edit mine on mine.draft_id = q.draft_id
              join draft_edit e on e.root = mine.root and e.kind = 'reopened'
            where not exists (
              select 1 from draft newer where newer.story_id = q.story_id
                and (newer.story_revision, newer.written_at) > (q.story_revision, q.written_at))
            order by e.root, e.edited_at desc, e.draft_id
            """)
        .query((row, n) -> edit(row))
        .list()
        .forEach(edit -> {
          if (edit.change() instanceof DraftEdit.Change.Reopened reopened) {
            open.put(reopened.briefId(), edit);
          }
        });
    return open;
  }

  private static String kind(DraftEdit.Change change) {
    return switch (change) {
      case DraftEdit.Change.Amended ignored -> "amendment";
      case DraftEdit.Change.TakenBack ignored -> "undo";
      case DraftEdit.Change.Reopened ignored -> "reopened";
    };
  }

  private static byte @Nullable [] document(DraftEdit.Change change) {
    return switch (change) {
      case DraftEdit.Change.Amended amended -> DraftDocument.format(amended.amendment());
      case DraftEdit.Change.TakenBack ignored -> null;
      case DraftEdit.Change.Reopened reopened ->
          CanonicalJson.bytes(
              Json.object(
                  "briefId", Json.of(reopened.briefId()),
                  "slug", Json.of(reopened.slug()),
                  "version", Json.of(reopened.version()),
                  "published", Json.of(reopened.published())));
    };
  }

  private static DraftEdit edit(ResultSet row) throws SQLException {
    byte[] document = row.getBytes("document");
    return new DraftEdit(
        row.getString("draft_id"),
        row.getString("previous"),
        row.getString("root"),
        switch (row.getString("kind")) {
          case "amendment" -> new DraftEdit.Change.Amended(DraftReader.amendment(document));
          case "undo" -> new DraftEdit.Change.TakenBack();
          case "reopened" -> MAPPER.readValue(document, DraftEdit.Change.Reopened.class);
          default -> throw new IllegalStateException("a change at the desk is of an unknown kind");
        },
        new Person(row.getString("by_login"), row.getString("by_name")),
        row.getTimestamp("edited_at").toInstant());
  }
}
