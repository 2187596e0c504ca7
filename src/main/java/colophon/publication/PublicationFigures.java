package colophon.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much went out, was taken back and is still on its way. It changes nothing. */
public final class PublicationFigures {

  private final JdbcClient jdbc;

  public PublicationFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Versions that readers were shown.
   *
   * @param kind {@code original}, {@code update} or {@code correction}
   */
  public record Released(String pipeline, String kind, long number) {}

  /** How many versions each pipeline has brought out since the beginning. */
  public List<Released> released() {
    return jdbc.sql(
            """
            select p.pipeline, lower(p.kind) as kind, count(*) as number from planned_version p
            where exists (select 1 from release r
              where r.brief_id = p.brief_id and r.version = p.version)
            group by p.pipeline, lower(p.kind) order by 1, 2
            """)
        .query((row, n) ->
            new Released(row.getString("pipeline"), row.getString("kind"), row.getLong("number")))
        .list();
  }

  /** How many briefs were withdrawn. */
  public long withdrawn() {
    return jdbc.sql("select count(*) from withdrawal").query(Long.class).single();
  }

  /** How many versions went out on each day in UTC since a moment. */
  public SortedMap<String, Long> releasedByDay(Instant since) {
    var days = new TreeMap<String, Long>();
    jdbc.sql(
            """
            select to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*) as number
            from planned_version p
            where p.published_at >= :since and exists (select 1 from release r
              where r.brief_id = p.brief_id and r.version = p.version)
            group by 1
            """)
        .param("since", Timestamp.from(since))
        .query(row -> {
          days.put(row.getString("day"), row.getLong("number"));
        });
    return Collections.unmodifiableSortedMap(days);
  }

  /**
   * What was begun and is not finished.
   *
   * @param planned versions that have a number and are not in the log
   * @param logged versions that are in the log and not released everywhere
   * @param withdrawals that were decided and are not carried out everywhere
   */
  public record Pending(long planned, long logged, long withdrawals) {}

  /** What was begun and is not finished; zero everywhere while nothing is under way. */
  public Pending pending() {
    long planned =
        jdbc.sql("select count(*) from (" + PublicationStore.BEGUN + ") begun")
            .query(Long.class)
            .single();
    long logged = jdbc.sql("select count(*) from outbox").query(Long.class).single();
    long withdrawals =
        jdbc.sql(
                """
                select count(*) from withdrawal w
                where not exists (select 1 from withdrawal_end e where e.brief_id = w.brief_id)
                """)
            .query(Long.class)
            .single();
    return new Pending(planned, logged, withdrawals);
  }
}
