package colophon.copydesk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who has which draft open. Pages say so again and again while they are open; who has said nothing
 * for a minute has closed it. Nothing of it is kept.
 */
public final class Presence {

  /** How long somebody counts as there who says nothing. */
  public static final Duration LIFE = Duration.ofSeconds(60);

  /** How long the last word is good enough, so that a page that asks often writes seldom. */
  private static final Duration FRESH = Duration.ofSeconds(15);

  private final JdbcClient jdbc;
  private final EditStore edits;
  private final InstantSource clock;

  Presence(JdbcClient jdbc, EditStore edits, InstantSource clock) {
    this.jdbc = jdbc;
    this.edits = edits;
    this.clock = clock;
  }

  /**
   * Says that somebody has a draft open, and forgets who has not said so for long.
   *
   * @param draftId any draft of the line
   */
  public void here(String draftId, Person person) {
    Instant now = clock.instant();
    jdbc.sql("delete from desk_open where seen_at <= :gone")
        .param("gone", Timestamp.from(now.minus(LIFE)))
        .update();
    jdbc.sql(
            """
            insert into desk_open (root, login, name, seen_at) values (:root, :login, :name, :now)
            on conflict (root, login) do update set seen_at = excluded.seen_at, name = excluded.name
            where desk_open.seen_at <= :stale
            """)
        .param("root", edits.root(draftId))
        .param("login", person.login())
        .param("name", person.name())
        .param("now", Timestamp.from(now))
        .param("stale", Timestamp.from(now.minus(FRESH)))
        .update();
  }

  /** The names of those who have a draft open, but for the person who asks. */
  public List<String> others(String draftId, Person person) {
    return jdbc.sql(
            """
            select name from desk_open
            where root = :root and login <> :login and seen_at > :gone order by name, login
            """)
        .param("root", edits.root(draftId))
        .param("login", person.login())
        .param("gone", Timestamp.from(clock.instant().minus(LIFE)))
        .query(String.class)
        .list();
  }

  /**
   * The names of those who have these drafts open, by draft; drafts that nobody has are left out.
   */
  public Map<String, List<String>> open(Collection<String> draftIds) {
    var open = new HashMap<String, List<String>>();
    jdbc.sql(
            """
            select d.id, p.name from unnest(:drafts) as d (id)
              left join draft_edit e on e.draft_id = d.id
              join desk_open p on p.root = coalesce(e.root, d.id)
            where p.seen_at > :gone order by d.id, p.name, p.login
            """)
        .param("drafts", draftIds.toArray(String[]::new))
        .param("gone", Timestamp.from(clock.instant().minus(LIFE)))
        .query(row -> {
          open.computeIfAbsent(row.getString("id"), any -> new ArrayList<>())
              .add(row.getString("name"));
        });
    return open;
  }

  /**
   * How a line of drafts stands now.
   *
   * @param draftId its last draft
   * @param by who made that; empty where it is as the writer delivered it
   * @param waits whether it still waits for a decision
   */
  public record Latest(String draftId, String by, boolean waits) {}

  /** How the line of a draft stands, told without reading its words. */
  public Latest latest(String draftId) {
    String root = edits.root(draftId);
    return jdbc.sql(
            """
            with last as (
              select draft_id, by_name from draft_edit where root = :root
              order by edited_at desc, draft_id desc limit 1)
            select coalesce((select draft_id from last), :root) as draft_id,
              coalesce((select by_name from last), '') as by_name,
              exists (select 1 from review_queue where draft_id =
                coalesce((select draft_id from last), :root)) as waits
            """)
        .param("root", root)
        .query((row, n) ->
            new Latest(
                row.getString("draft_id"), row.getString("by_name"), row.getBoolean("waits")))
        .single();
  }
}
