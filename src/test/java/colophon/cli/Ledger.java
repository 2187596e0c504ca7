package colophon.cli;

import colophon.database.Database;
import colophon.database.DatabaseUnavailableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a newsroom's database says it did, without times.
 *
 * @param rows what must be the same in two newsrooms that did the same, by what it is
 * @param faults a sentence for everything that must never be
 */
record Ledger(Map<String, List<String>> rows, List<String> faults) {

  /** What two newsrooms that did the same have in common. */
  private static final Map<String, String> ROWS =
      Map.of(
          "articles", "select id from article order by 1",
          "drafts", "select id || ' ' || run_id || ' ' || story_id from draft order by 1",
          "decisions", "select draft_id || ' ' || state from review_state order by 1",
          "versions",
              "select concat_ws(' ', brief_id, version, draft_id, slug, kind, note)"
                  + " from planned_version order by 1",
          "released", "select brief_id || ' ' || version from release order by 1",
          "withdrawn", "select brief_id || ' ' || reason from withdrawal order by 1",
          "runs", "select r.id from run r join run_end e on e.run_id = r.id order by 1",
          "unread", "select address || ' ' || outcome from unread_document order by 1");

  /** What must never be, each a query that finds nothing. */
  private static final Map<String, String> FAULTS =
      Map.ofEntries(
          Map.entry(
              "a released version that is not in the log",
              """
              select r.brief_id || ' ' || r.version from release r
              where not exists (
                select 1 from attestation a join log_entry e
                  on e.epoch = a.epoch and e.index = a.entry_index
                where a.brief_id = r.brief_id and a.version = r.version)
              """),
          Map.entry(
              "a log entry that attests no version, or two",
              """
              select e.index::text from log_entry e left join attestation a
                on e.epoch = a.epoch and e.index = a.entry_index
              group by e.index having count(a.brief_id) <> 1
              """),
          Map.entry(
              "a log head that does not count the entries",
              "select size::text from log_head where size <> (select count(*) from log_entry)"),
          Map.entry(
              "a version that nobody finishes", "select brief_id || ' ' || version from outbox"),
          Map.entry(
              "a version of which nothing came",
              """
              select p.brief_id || ' ' || p.version from planned_version p
              where not exists (select 1 from release r
                where r.brief_id = p.brief_id and r.version = p.version
                  and r.released_at is not null)
              """),
          Map.entry(
              "a withdrawal that nobody finished",
              "select brief_id from withdrawal except select brief_id from withdrawal_end"),
          Map.entry(
              "a story drafted twice in one run",
              "select run_id || ' ' || story_id from draft group by run_id, story_id"
                  + " having count(*) > 1"),
          Map.entry(
              "an answer bought twice",
              "select run_id || ' ' || story_id from model_outcome where kind = 'answered'"
                  + " group by run_id, story_id, stage having count(*) > 1"),
          Map.entry(
              "a run that did not end", "select id from run except select run_id from run_end"));

  static Ledger of(Path home) throws DatabaseUnavailableException {
    try (var database = Database.open(home, Map.of("HOME", System.getProperty("user.home")))) {
      JdbcClient jdbc = JdbcClient.create(database.source());
      var rows = new LinkedHashMap<String, List<String>>();
      ROWS.forEach((what, sql) -> rows.put(what, jdbc.sql(sql).query(String.class).list()));
      var faults = new ArrayList<String>();
      FAULTS.forEach((what, sql) ->
          jdbc.sql(sql)
              .query(String.class)
              .list()
              .forEach(found -> faults.add("the database has " + what + ": " + found)));
      return new Ledger(rows, faults);
    }
  }

  /** A sentence for every kind of rows that differs. */
  List<String> differences(Ledger expected) {
    var differences = new ArrayList<String>();
    expected
        .rows()
        .forEach((what, wanted) -> {
          List<String> found = rows.getOrDefault(what, List.of());
          if (!found.equals(wanted)) {
            var missing = new ArrayList<>(wanted);
            found.forEach(missing::remove);
            var foreign = new ArrayList<>(found);
            wanted.forEach(foreign::remove);
            differences.add(
                what + " in the database: " + missing + " missing, " + foreign + " more");
          }
        });
    return differences;
  }
}
