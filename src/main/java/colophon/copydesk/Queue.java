package colophon.copydesk;

import colophon.review.Flag;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits for editors: the most urgent first, then by deadline, risk and age; what is held comes
 * last. It reads what the decisions and the desk keep for it, and no document.
 */
public final class Queue {

  /** The most drafts of one page. */
  public static final int MOST_LINES = 200;

  private static final String OPEN =
      """
      with open as (
        select q.draft_id, q.headline, q.story_id, coalesce(r.pipeline, '') as pipeline,
          q.waiting_since, q.risk, q.kinds, q.people, q.first_by,
          coalesce(p.slug, '') as slug, coalesce(p.urgency, 5) as urgency,
          coalesce(p.note, '') as note, p.deadline,
          coalesce(p.assigned_login, '') as assigned_login,
          coalesce(p.assigned_name, '') as assigned_name,
          coalesce(p.blocking, q.kinds) as blocking,
          case when p.held_until > :now then p.held_until end as held_until,
          case when p.embargo > :now then p.embargo end as embargo
        from review_queue q
          left join run r on r.id = q.run_id
          left join desk_place p on p.draft_id = q.draft_id
        where not exists (
          select 1 from draft newer where newer.story_id = q.story_id
            and (newer.story_revision, newer.written_at) > (q.story_revision, q.written_at)))
      """;

  private static final String LINES =
      OPEN
          + """
          select *, count(*) over () as matching from open
          where (:pipeline is null or pipeline = :pipeline)
            and (:mark is null or :mark = any(blocking))
            and case :share
              when 'MINE' then assigned_login = :login
              when 'UNASSIGNED' then assigned_login = ''
              when 'HELD' then held_until is not null
              else true end
          order by held_until is not null, urgency, deadline nulls last, risk desc, waiting_since,
            draft_id
          limit :most offset :skip
          """;

  private static final String COUNTS =
      OPEN
          + """
          select pipeline, count(*) as number,
            count(*) filter (where assigned_login = :login) as mine,
            count(*) filter (where assigned_login = '') as unassigned,
            count(held_until) as held,
            count(*) filter (where cardinality(blocking) > 0) as blocked,
            count(*) filter (where 'SOURCE_CHECK' = any(blocking)) as source_check,
            count(*) filter (where 'SOURCES_DIFFER' = any(blocking)) as sources_differ,
            count(*) filter (where 'SINGLE_SOURCE' = any(blocking)) as single_source,
            count(*) filter (where 'SUSPICIOUS_PASSAGE' = any(blocking)) as suspicious_passage,
            count(*) filter (where 'NEEDS_LEGAL_READ' = any(blocking)) as needs_legal_read,
            count(*) filter (where 'TRANSLATION' = any(blocking)) as translation
          from open group by pipeline
          """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public Queue(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The drafts that wait, with how many there are.
   *
   * @param skip how many before the first shown
   * @param most how many are shown, at most {@link #MOST_LINES}
   */
  public QueuePage page(QueueFilter filter, int skip, int most) {
    Instant now = clock.instant();
    var matching = new int[1];
    List<QueueLine> lines =
        jdbc.sql(LINES)
            .param("now", Timestamp.from(now))
            .param("pipeline", filter.pipeline(), Types.VARCHAR)
            .param("mark", filter.mark() == null ? null : filter.mark().name(), Types.VARCHAR)
            .param("share", filter.share().name())
            .param("login", filter.login())
            .param("skip", Math.max(0, skip))
            .param("most", Math.clamp(most, 1, MOST_LINES))
            .query((row, n) -> {
              matching[0] = row.getInt("matching");
              return line(row);
            })
            .list();
    return new QueuePage(lines, matching[0], counts(filter.login(), now));
  }

  /** A draft that waits past its deadline. */
  public record Overdue(String draftId, String headline, String pipeline, Instant deadline) {}

  /** The drafts that wait past their deadline, the longest overdue first. */
  public List<Overdue> overdue(int most) {
    return jdbc.sql(
            OPEN + "select * from open where deadline <= :now order by deadline limit :most")
        .param("now", Timestamp.from(clock.instant()))
        .param("most", most)
        .query((row, n) ->
            new Overdue(
                row.getString("draft_id"),
                row.getString("headline"),
                row.getString("pipeline"),
                row.getTimestamp("deadline").toInstant()))
        .list();
  }

  /** How much waits, as a person sees it. */
  public QueuePage.Counts counts(String login) {
    return counts(login, clock.instant());
  }

  private QueuePage.Counts counts(String login, Instant now) {
    var numbers = new int[5];
    var pipelines = new TreeMap<String, Integer>();
    Map<Flag.Kind, Integer> marks = new EnumMap<>(Flag.Kind.class);
    jdbc.sql(COUNTS)
        .param("now", Timestamp.from(now))
        .param("login", login)
        .query((row, n) -> {
          pipelines.put(row.getString("pipeline"), row.getInt("number"));
          numbers[0] += row.getInt("number");
          numbers[1] += row.getInt("mine");
          numbers[2] += row.getInt("unassigned");
          numbers[3] += row.getInt("held");
          numbers[4] += row.getInt("blocked");
          for (Flag.Kind kind : Flag.Kind.values()) {
            if (kind != Flag.Kind.POLICY) {
              marks.merge(kind, row.getInt(kind.name()), Integer::sum);
            }
          }
          return n;
        })
        .list();
    return new QueuePage.Counts(
        numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], pipelines, marks);
  }

  private static QueueLine line(ResultSet row) throws SQLException {
    return new QueueLine(
        row.getString("draft_id"),
        row.getString("headline"),
        row.getString("story_id"),
        row.getString("slug"),
        row.getString("pipeline"),
        row.getInt("urgency"),
        row.getString("note"),
        instant(row.getTimestamp("deadline")),
        row.getTimestamp("waiting_since").toInstant(),
        row.getInt("risk"),
        kinds(row.getArray("kinds")),
        QueueLine.counted(kinds(row.getArray("blocking"))),
        new Person(row.getString("assigned_login"), row.getString("assigned_name")),
        instant(row.getTimestamp("held_until")),
        instant(row.getTimestamp("embargo")),
        row.getInt("people"),
        row.getString("first_by") == null ? "" : row.getString("first_by"));
  }

  private static List<Flag.Kind> kinds(Array names) throws SQLException {
    var kinds = new ArrayList<Flag.Kind>();
    for (String name : (String[]) names.getArray()) {
      kinds.add(Flag.Kind.valueOf(name));
    }
    return kinds;
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
