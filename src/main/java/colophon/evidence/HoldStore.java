package colophon.evidence;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps legal holds. Neither a hold nor its end is ever removed; only a name in it can be erased.
 */
public final class HoldStore {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public HoldStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Begins a hold and gives its number. */
  public long add(Hold.Kind kind, String name, String by, String reason) {
    return jdbc.sql(
            """
            insert into legal_hold (kind, name, held_by, reason, held_at)
            values (:kind, :name, :by, :reason, :now) returning number
            """)
        .param("kind", kind.name().toLowerCase(Locale.ROOT))
        .param("name", name)
        .param("by", by)
        .param("reason", reason)
        .param("now", Timestamp.from(clock.instant()))
        .query(Long.class)
        .single();
  }

  /** Ends a hold; whether there was one of that number that had not ended. */
  public boolean end(long number, String by) {
    return jdbc.sql(
                """
                insert into legal_hold_end (number, ended_by, ended_at)
                select number, :by, :now from legal_hold where number = :number
                on conflict do nothing
                """)
            .param("number", number)
            .param("by", by)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        > 0;
  }

  /** The holds that have not ended, the oldest first. */
  public List<Hold> standing() {
    return jdbc.sql(
            """
            select number, kind, name, held_by, reason, held_at from legal_hold h
            where not exists (select 1 from legal_hold_end e where e.number = h.number)
            order by number
            """)
        .query((row, n) ->
            new Hold(
                row.getLong("number"),
                Hold.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getString("held_by"),
                row.getString("reason"),
                row.getTimestamp("held_at").toInstant()))
        .list();
  }

  /** Who began or ended a hold, each with the last time; erased names too. */
  SortedMap<String, Instant> people() {
    SortedMap<String, Instant> people = new TreeMap<>();
    jdbc.sql(
            """
            select name, max(at) from (
              select held_by as name, held_at as at from legal_hold
              union all select ended_by, ended_at from legal_hold_end) mention
            group by name
            """)
        .query((row, n) -> people.put(row.getString(1), row.getTimestamp(2).toInstant()))
        .list();
    return people;
  }

  /** Puts other words in a name's place, inside the caller's transaction. */
  void rename(String name, String instead) {
    jdbc.sql("update legal_hold set held_by = :instead where held_by = :name")
        .param("instead", instead)
        .param("name", name)
        .update();
    jdbc.sql("update legal_hold_end set ended_by = :instead where ended_by = :name")
        .param("instead", instead)
        .param("name", name)
        .update();
  }

  /** Lets no hold begin until the caller's transaction ends, and gives those that stand. */
  List<Hold> standingAndLocked() {
    jdbc.sql("lock table legal_hold in share row exclusive mode").update();
    return standing();
  }
}
