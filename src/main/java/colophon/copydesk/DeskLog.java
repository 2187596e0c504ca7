package colophon.copydesk;

import colophon.kernel.CanonicalJson;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What people did at the desk. Rows are only ever added. */
public final class DeskLog {

  /** The most events of one draft that are read. */
  static final int MOST_EVENTS = 20_000;

  private static final int MOST_BYTES = 64 * 1024;

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final Map<String, Class<? extends DeskEvent>> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("opened", DeskEvent.Opened.class),
              Map.entry("looked", DeskEvent.Looked.class),
              Map.entry("settled", DeskEvent.Settled.class),
              Map.entry("unsettled", DeskEvent.Unsettled.class),
              Map.entry("commented", DeskEvent.Commented.class),
              Map.entry("resolved", DeskEvent.Resolved.class),
              Map.entry("assigned", DeskEvent.Assigned.class),
              Map.entry("placed", DeskEvent.Placed.class),
              Map.entry("told", DeskEvent.Told.class),
              Map.entry("note-written", DeskEvent.NoteWritten.class),
              Map.entry("note-struck", DeskEvent.NoteStruck.class),
              Map.entry("taken-up", DeskEvent.TakenUp.class)));

  private final JdbcClient jdbc;

  public DeskLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An event as it was noted.
   *
   * @param number its own, in order of noting
   * @param draftId the draft as it stood then
   */
  public record Entry(long number, String draftId, DeskEvent event, Person by, Instant at) {}

  /** Notes what somebody did. */
  void note(String root, String draftId, DeskEvent event, Person by, Instant at) {
    jdbc.sql(
            """
            insert into desk_event (root, draft_id, kind, document, by_login, by_name, noted_at)
            values (:root, :draft, :kind, :document, :login, :name, :at)
            """)
        .param("root", root)
        .param("draft", draftId)
        .param("kind", kind(event))
        .param("document", document(event))
        .param("login", by.login())
        .param("name", by.name())
        .param("at", Timestamp.from(at))
        .update();
  }

  /**
   * Notes that somebody saw something, once: seen twice, it is as well known.
   *
   * @param drafts of the work that it is seen in; what was seen before it began counts no more
   */
  void noteSeen(
      String root,
      String draftId,
      Collection<String> drafts,
      DeskEvent event,
      Person by,
      Instant at) {
    jdbc.sql(
            """
            insert into desk_event (root, draft_id, kind, document, by_login, by_name, noted_at)
            select :root, :draft, :kind, :document, :login, :name, :at
            where not exists (
              select 1 from desk_event where root = :root and kind = :kind and by_login = :login
                and document = :document and draft_id = any(:drafts)
                and (draft_id = :draft or kind <> 'opened'))
            """)
        .param("drafts", drafts.toArray(String[]::new))
        .param("root", root)
        .param("draft", draftId)
        .param("kind", kind(event))
        .param("document", document(event))
        .param("login", by.login())
        .param("name", by.name())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Everything done with a draft since the writer delivered it, the earliest first. */
  public List<Entry> of(String root) {
    return jdbc.sql(
            """
            select id, draft_id, kind, document, by_login, by_name, noted_at from desk_event
            where root = :root order by id limit :most
            """)
        .param("root", root)
        .param("most", MOST_EVENTS)
        .query((row, n) -> entry(row))
        .list();
  }

  /** The last event of one kind for each of these drafts, by root. */
  public <E extends DeskEvent> Map<String, E> latest(Class<E> kind, Collection<String> roots) {
    var latest = new LinkedHashMap<String, E>();
    jdbc.sql(
            """
            select distinct on (root) root, id, draft_id, kind, document, by_login, by_name, noted_at
            from desk_event where root = any(:roots) and kind = :kind order by root, id desc
            """)
        .param("roots", roots.toArray(String[]::new))
        .param("kind", kind(kind))
        .query((row, n) -> latest.put(row.getString("root"), kind.cast(entry(row).event())))
        .list();
    return latest;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    Class<? extends DeskEvent> kind = KINDS.get(row.getString("kind"));
    if (kind == null) {
      throw new IllegalStateException("an event at the desk is of an unknown kind");
    }
    return new Entry(
        row.getLong("id"),
        row.getString("draft_id"),
        MAPPER.readValue(row.getBytes("document"), kind),
        new Person(row.getString("by_login"), row.getString("by_name")),
        row.getTimestamp("noted_at").toInstant());
  }

  private static String kind(DeskEvent event) {
    return kind(event.getClass());
  }

  private static String kind(Class<? extends DeskEvent> type) {
    return KINDS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(type))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static byte[] document(DeskEvent event) {
    try {
      return CanonicalJson.bytes(JsonReader.read(MAPPER.writeValueAsBytes(event), MOST_BYTES));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("an event became no JSON: " + e.getMessage(), e);
    }
  }
}
