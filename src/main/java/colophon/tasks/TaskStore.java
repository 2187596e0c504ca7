package colophon.tasks;

import colophon.copydesk.Person;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The tasks and what was done about them. */
final class TaskStore {

  /** The most events of one task that are read. */
  private static final int MOST_EVENTS = 1_000;

  private static final int MOST_BYTES = 1024 * 1024;
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String TASK =
      """
      with state as (
        select t.id, t.kind, t.brief_id, t.version, t.document, t.opened_at, r.message, r.contact,
          coalesce((select e.kind = 'closed' from task_event e
            where e.task_id = t.id and e.kind in ('closed', 'opened again')
            order by e.id desc limit 1), false) as closed,
          coalesce((select case when e.kind = 'taken' then e.by_login end from task_event e
            where e.task_id = t.id and e.kind in ('taken', 'given back')
            order by e.id desc limit 1), '') as taken
        from task t left join task_report r on r.task_id = t.id)
      """;

  private static final String SHOWN =
      """
      from state where (:kind = '' or kind = :kind)
        and case :share when 'closed' then closed when 'mine' then not closed and taken = :login
          when 'nobody' then not closed and taken = '' else not closed end
      """;

  private final JdbcClient jdbc;

  TaskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a task; empty where the same thing was told before. */
  Optional<Long> add(
      String kind, String briefId, int version, byte[] document, Digest fingerprint, Instant now) {
    return jdbc.sql(
            """
            insert into task (kind, brief_id, version, document, fingerprint, opened_at)
            values (:kind, :brief, :version, :document, :fingerprint, :now)
            on conflict (fingerprint) do nothing returning id
            """)
        .param("kind", kind)
        .param("brief", briefId)
        .param("version", version)
        .param("document", document)
        .param("fingerprint", fingerprint.toString())
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .optional();
  }

  void report(long task, String message, String contact) {
    jdbc.sql("insert into task_report (task_id, message, contact) values (:id, :message, :contact)")
        .param("id", task)
        .param("message", message)
        .param("contact", contact)
        .update();
  }

  /**
   * Takes a reader's words and contact away, and the digest of both, at which somebody could guess;
   * false where there are none.
   */
  boolean erase(long task, Instant now) {
    jdbc.sql("update task set fingerprint = 'erased ' || id where id = :id and kind = 'report'")
        .param("id", task)
        .update();
    return jdbc.sql(
                """
                update task_report set message = null, contact = null, erased_at = :now
                where task_id = :id and erased_at is null
                """)
            .param("now", Timestamp.from(now))
            .param("id", task)
            .update()
        == 1;
  }

  void note(long task, Task.Kind kind, String reason, Person by, Instant now) {
    jdbc.sql(
            """
            insert into task_event (task_id, kind, reason, by_login, by_name, noted_at)
            values (:task, :kind, :reason, :login, :name, :now)
            """)
        .param("task", task)
        .param("kind", kind.word())
        .param("reason", reason)
        .param("login", by.login())
        .param("name", by.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Holds a task so that two people do not take it at once; empty where there is none. */
  Optional<Task> hold(long id) {
    return jdbc.sql("select id from task where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional()
        .flatMap(this::find);
  }

  Optional<Task> find(long id) {
    return jdbc.sql(TASK + "select * from state where id = :id")
        .param("id", id)
        .query((row, n) -> task(row))
        .optional();
  }

  /** A part of the tasks that fit, the newest first. */
  List<Task> page(TaskFilter filter, int from, int most) {
    return jdbc.sql(TASK + "select * " + SHOWN + " order by id desc limit :most offset :from")
        .param("kind", filter.kind())
        .param("share", filter.share())
        .param("login", filter.login())
        .param("most", most)
        .param("from", from)
        .query((row, n) -> task(row))
        .list();
  }

  int count(TaskFilter filter) {
    return jdbc.sql(TASK + "select count(*) " + SHOWN)
        .param("kind", filter.kind())
        .param("share", filter.share())
        .param("login", filter.login())
        .query(Integer.class)
        .single();
  }

  static byte[] document(Task.About.Source about) {
    try {
      return CanonicalJson.bytes(JsonReader.read(MAPPER.writeValueAsBytes(about), MOST_BYTES));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("a task became no JSON: " + e.getMessage(), e);
    }
  }

  private Task task(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    return new Task(
        id,
        row.getString("brief_id"),
        row.getInt("version"),
        row.getString("kind").equals("report")
            ? new Task.About.Report(text(row.getString("message")), text(row.getString("contact")))
            : source(row.getBytes("document")),
        row.getTimestamp("opened_at").toInstant(),
        events(id));
  }

  private static Task.About.Source source(byte[] document) {
    return MAPPER.readValue(document, Task.About.Source.class);
  }

  private List<Task.Event> events(long task) {
    return jdbc.sql(
            """
            select kind, reason, by_login, by_name, noted_at from task_event
            where task_id = :task order by id limit :most
            """)
        .param("task", task)
        .param("most", MOST_EVENTS)
        .query((row, n) ->
            new Task.Event(
                kind(row.getString("kind")),
                row.getString("reason"),
                new Person(row.getString("by_login"), row.getString("by_name")),
                row.getTimestamp("noted_at").toInstant()))
        .list();
  }

  private static Task.Kind kind(String word) {
    return Arrays.stream(Task.Kind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static String text(@Nullable String kept) {
    return kept == null ? "" : kept;
  }
}
