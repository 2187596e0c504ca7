package colophon.pipeline;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators read of runs, past and present. It writes nothing. */
public final class RunHistory {

  /** The outcomes by which the history can be filtered, as they stand in it. */
  public static final List<String> OUTCOMES =
      List.of("done", "done with problems", "running", "not ended");

  private final JdbcClient jdbc;

  public RunHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A part of the history, the newest first.
   *
   * @param pipeline empty for all
   * @param outcome empty for all
   */
  public List<RunLog.RunLine> page(String pipeline, String outcome, int from, int most) {
    return jdbc.sql(
            "select * from ("
                + RunLog.LINES
                + """
                ) l where (:pipeline = '' or pipeline = :pipeline)
                  and (:outcome = '' or outcome = :outcome)
                order by started_at desc, id limit :most offset :from
                """)
        .param("pipeline", pipeline)
        .param("outcome", outcome)
        .param("from", from)
        .param("most", most)
        .query(RunLog::line)
        .list();
  }

  /** One run's line. */
  public Optional<RunLog.RunLine> find(String runId) {
    return jdbc.sql(RunLog.LINES + " where r.id = :id")
        .param("id", runId)
        .query(RunLog::line)
        .optional();
  }

  /** The runs that began and did not end, the oldest first. */
  public List<RunLog.RunLine> unended(int most) {
    return jdbc.sql(
            RunLog.LINES + " where e.run_id is null order by r.started_at, r.id limit :most")
        .param("most", most)
        .query(RunLog::line)
        .list();
  }

  /** The last run of a pipeline that ended. */
  public Optional<RunLog.RunLine> lastEnded(String pipeline) {
    return jdbc.sql(
            RunLog.LINES
                + " where r.pipeline = :pipeline and e.run_id is not null"
                + " order by e.ended_at desc, r.id limit 1")
        .param("pipeline", pipeline)
        .query(RunLog::line)
        .optional();
  }

  /**
   * How many runs ended in one way.
   *
   * @param outcome one of {@link #OUTCOMES}
   */
  public record Ending(String pipeline, String outcome, long number) {}

  /** How many runs each pipeline has had, by how they ended or stand. */
  public List<Ending> endings() {
    return jdbc.sql(
            "select pipeline, outcome, count(*) as number from ("
                + RunLog.LINES
                + ") l group by pipeline, outcome order by 1, 2")
        .query((row, n) ->
            new Ending(row.getString("pipeline"), row.getString("outcome"), row.getLong("number")))
        .list();
  }

  /**
   * How often each of these runs broke down and was tried again; those that never did are left out.
   */
  public Map<String, Integer> breakdowns(Collection<String> runIds) {
    var times = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select run_id, count(*) as times from run_item
            where run_id = any(:runs) and outcome = 'broke down' group by run_id
            """)
        .param("runs", runIds.toArray(String[]::new))
        .query(row -> {
          times.put(row.getString("run_id"), row.getInt("times"));
        });
    return times;
  }

  /** How many runs began on each day in UTC since a moment. */
  public SortedMap<String, Long> byDay(Instant since) {
    var days = new TreeMap<String, Long>();
    jdbc.sql(
            """
            select to_char(started_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*) as number
            from run where started_at >= :since group by 1
            """)
        .param("since", Timestamp.from(since))
        .query(row -> {
          days.put(row.getString("day"), row.getLong("number"));
        });
    return days;
  }

  /** A run that broke down and has not ended: how often, and what was said the last time. */
  public record BrokenDown(String runId, String pipeline, String slot, int times, String reason) {}

  /** The runs that broke down and have not ended, the oldest first. */
  public List<BrokenDown> brokenDown(int most) {
    return jdbc.sql(
            """
            select r.id, r.pipeline, r.slot_label, count(*) as times,
              (array_agg(i.reason order by i.noted_at desc))[1] as reason
            from run r join run_item i on i.run_id = r.id and i.outcome = 'broke down'
            where not exists (select 1 from run_end e where e.run_id = r.id)
            group by r.id, r.pipeline, r.slot_label, r.started_at
            order by r.started_at, r.id limit :most
            """)
        .param("most", most)
        .query((row, n) ->
            new BrokenDown(
                row.getString("id"),
                row.getString("pipeline"),
                row.getString("slot_label"),
                row.getInt("times"),
                row.getString("reason")))
        .list();
  }

  /**
   * A stage of a run.
   *
   * @param finishedAt nothing where it is not over
   * @param summary a phrase with counts; empty where it is not over
   * @param outcomes what became of its items so far, and of how many
   */
  public record StageLine(
      Stage stage,
      Optional<Instant> finishedAt,
      String summary,
      SortedMap<String, Integer> outcomes) {}

  private record Finished(Instant at, String summary) {}

  /** All stages of a run in their order, those to come too. */
  public List<StageLine> stages(String runId) {
    Map<String, Finished> finished = new HashMap<>();
    jdbc.sql("select stage, finished_at, summary from run_stage where run_id = :run")
        .param("run", runId)
        .query(row -> {
          finished.put(
              row.getString("stage"),
              new Finished(row.getTimestamp("finished_at").toInstant(), row.getString("summary")));
        });
    Map<String, SortedMap<String, Integer>> outcomes = new HashMap<>();
    jdbc.sql(
            """
            select stage, outcome, count(*) as items from run_item where run_id = :run
            group by stage, outcome
            """)
        .param("run", runId)
        .query(row -> {
          outcomes
              .computeIfAbsent(row.getString("stage"), none -> new TreeMap<>())
              .put(row.getString("outcome"), row.getInt("items"));
        });
    var lines = new ArrayList<StageLine>();
    for (Stage stage : Stage.values()) {
      Finished end = finished.get(stage.word());
      lines.add(
          new StageLine(
              stage,
              Optional.ofNullable(end).map(Finished::at),
              end == null ? "" : end.summary(),
              outcomes.getOrDefault(stage.word(), new TreeMap<>())));
    }
    return List.copyOf(lines);
  }

  /** What did not come out in a run, a sentence each, in the order in which it was noted. */
  public List<String> problems(String runId, int most) {
    return jdbc.sql(
            "select reason from run_item where run_id = :run and problem"
                + " order by noted_at, item limit :most")
        .param("run", runId)
        .param("most", most)
        .query(String.class)
        .list();
  }

  /**
   * An item of a run.
   *
   * @param outcome one word or two
   * @param reason a sentence, or what it became; empty where there is nothing to explain
   * @param problem whether it is for a person to look at
   */
  public record ItemLine(
      Stage stage, String item, String outcome, String reason, boolean problem, Instant at) {}

  /**
   * What became of every article of a run once its stories were decided on.
   *
   * @param documents how many were read into articles; two may make the same article
   * @param read the articles that the run has read
   * @param standing those that stood in its window before
   * @param outcomes what became of all of these, and of how many
   * @param untold those read of which nothing further is noted
   */
  public record ArticleAccount(
      int documents, int read, int standing, SortedMap<String, Integer> outcomes, int untold) {}

  /** Accounts for the articles of a run. */
  public ArticleAccount account(String runId) {
    var outcomes = new TreeMap<String, Integer>();
    var counts = new int[2];
    jdbc.sql(
            """
            with read as (
              select distinct reason as id from run_item
              where run_id = :run and stage = 'read' and outcome = 'read'
            ), told as (
              select item as id, outcome from run_item
              where run_id = :run and stage = 'group' and item like 'a-%'
            )
            select coalesce(t.outcome, '') as outcome, count(r.id) as read, count(*) as articles
            from read r full join told t on t.id = r.id group by 1
            """)
        .param("run", runId)
        .query(row -> {
          counts[0] += row.getInt("read");
          counts[1] += row.getInt("articles");
          outcomes.put(row.getString("outcome"), row.getInt("articles"));
        });
    Integer untold = outcomes.remove("");
    return new ArticleAccount(
        documentsRead(runId),
        counts[0],
        counts[1] - counts[0],
        outcomes,
        untold == null ? 0 : untold);
  }

  private int documentsRead(String runId) {
    return jdbc.sql(
            "select count(*) from run_item"
                + " where run_id = :run and stage = 'read' and outcome = 'read'")
        .param("run", runId)
        .query(Integer.class)
        .single();
  }

  /** The items of a run in the order of its stages; in each, what needs a person first. */
  public List<ItemLine> items(String runId, int most) {
    return items(runId, 0, most);
  }

  /** The same without so many at the beginning. */
  public List<ItemLine> items(String runId, int skip, int most) {
    return jdbc.sql(
            """
            select stage, item, outcome, reason, problem, noted_at from run_item
            where run_id = :run
            order by array_position(cast(:stages as text[]), stage), problem desc, noted_at, item
            limit :most offset :skip
            """)
        .param("run", runId)
        .param("skip", skip)
        .param("stages", Arrays.stream(Stage.values()).map(Stage::word).toArray(String[]::new))
        .param("most", most)
        .query((row, n) ->
            new ItemLine(
                Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getString("item"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getBoolean("problem"),
                row.getTimestamp("noted_at").toInstant()))
        .list();
  }
}
