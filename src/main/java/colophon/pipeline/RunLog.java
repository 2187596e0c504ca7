package colophon.pipeline;

import colophon.kernel.Digest;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs did: append-only, the source of every progress page and of resumption after a kill. */
public final class RunLog {

  private static final String BROKE_DOWN = "broke down";

  /** How many items are noted at a time. */
  private static final int MOST_ROWS = 1_000;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public RunLog(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The run of a slot: begun now, or found where it was begun before. */
  public Run begin(Pipeline pipeline, Slot slot, String startedBy) {
    jdbc.sql(
            """
            insert into run (id, pipeline, definition, slot_label, slot_at, started_by, started_at)
            values (:id, :pipeline, :definition, :label, :at, :by, :now)
            on conflict (pipeline, slot_label) do nothing
            """)
        .param("id", Run.idOf(pipeline.name(), slot))
        .param("pipeline", pipeline.name())
        .param("definition", pipeline.definition().toString())
        .param("label", slot.label())
        .param("at", Timestamp.from(slot.at()))
        .param("by", startedBy)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return find(Run.idOf(pipeline.name(), slot)).orElseThrow();
  }

  public Optional<Run> find(String runId) {
    return jdbc.sql(SELECT + " where id = :id").param("id", runId).query(RunLog::run).optional();
  }

  /** Runs that began and did not end: they were killed, or are running now. Oldest first. */
  public List<Run> unfinished() {
    return jdbc.sql(
            SELECT
                + " where not exists (select 1 from run_end e where e.run_id = run.id)"
                + " order by started_at, slot_at, id")
        .query(RunLog::run)
        .list();
  }

  /** The latest runs, newest first. */
  public List<RunLine> latest(int most) {
    return jdbc.sql(LINES + " order by r.started_at desc, r.id limit :most")
        .param("most", most)
        .query(RunLog::line)
        .list();
  }

  static RunLine line(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new RunLine(
        row.getString("id"),
        row.getString("pipeline"),
        row.getString("slot_label"),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
        row.getString("outcome"),
        row.getString("summary"),
        row.getBoolean("begun"));
  }

  /**
   * One line of the history of runs.
   *
   * @param begun whether anything of its work is noted
   */
  public record RunLine(
      String id,
      String pipeline,
      String slot,
      String startedBy,
      Instant startedAt,
      Optional<Instant> endedAt,
      String outcome,
      String summary,
      boolean begun) {}

  /** Whether that stage of that run was finished before. */
  public boolean finished(String runId, Stage stage) {
    return jdbc.sql("select count(*) from run_stage where run_id = :run and stage = :stage")
            .param("run", runId)
            .param("stage", stage.word())
            .query(Integer.class)
            .single()
        > 0;
  }

  public boolean ended(String runId) {
    return jdbc.sql("select count(*) from run_end where run_id = :run")
            .param("run", runId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The latest slot of a pipeline that a run was begun for. */
  public Optional<Instant> latestSlot(String pipeline) {
    return jdbc.sql("select max(slot_at) from run where pipeline = :pipeline")
        .param("pipeline", pipeline)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  void finish(String runId, Stage stage, String summary) {
    jdbc.sql(
            """
            insert into run_stage (run_id, stage, finished_at, summary)
            values (:run, :stage, :now, :summary) on conflict do nothing
            """)
        .param("run", runId)
        .param("stage", stage.word())
        .param("now", Timestamp.from(clock.instant()))
        .param("summary", summary)
        .update();
  }

  /** Whether it is noted now: an item that the stage has told of before keeps its words. */
  boolean note(
      String runId, Stage stage, String item, String outcome, String reason, boolean problem) {
    return jdbc.sql(
                """
                insert into run_item (run_id, stage, item, outcome, reason, problem, noted_at)
                values (:run, :stage, :item, :outcome, :reason, :problem, :now)
                on conflict do nothing
                """)
            .param("run", runId)
            .param("stage", stage.word())
            .param("item", item)
            .param("outcome", outcome)
            .param("reason", reason)
            .param("problem", problem)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        > 0;
  }

  /** What became of an item, and why. */
  record Noted(String item, String outcome, String reason) {}

  /** Notes many items, none of which needs a person. */
  void noteAll(String runId, Stage stage, List<Noted> items) {
    for (int from = 0; from < items.size(); from += MOST_ROWS) {
      List<Noted> some = items.subList(from, Math.min(items.size(), from + MOST_ROWS));
      jdbc.sql(
              """
              insert into run_item (run_id, stage, item, outcome, reason, problem, noted_at)
              select :run, :stage, item, outcome, reason, false, :now
              from unnest(:items, :outcomes, :reasons) as noted(item, outcome, reason)
              on conflict do nothing
              """)
          .param("run", runId)
          .param("stage", stage.word())
          .param("items", some.stream().map(Noted::item).toArray(String[]::new), Types.ARRAY)
          .param("outcomes", some.stream().map(Noted::outcome).toArray(String[]::new), Types.ARRAY)
          .param("reasons", some.stream().map(Noted::reason).toArray(String[]::new), Types.ARRAY)
          .param("now", Timestamp.from(clock.instant()))
          .update();
    }
  }

  /** The ids of the articles that a run has read, each once. */
  List<String> articlesRead(String runId) {
    return jdbc.sql(
            "select distinct reason from run_item"
                + " where run_id = :run and stage = 'read' and outcome = 'read' order by reason")
        .param("run", runId)
        .query(String.class)
        .list();
  }

  /** How often a run broke down, and when it last did. */
  record Failures(int count, Optional<Instant> last) {}

  Failures failures(String runId) {
    return jdbc.sql(
            "select count(*) as count, max(noted_at) as last from run_item"
                + " where run_id = :run and outcome = :broke")
        .param("run", runId)
        .param("broke", BROKE_DOWN)
        .query((row, n) ->
            new Failures(
                row.getInt("count"),
                Optional.ofNullable(row.getTimestamp("last")).map(Timestamp::toInstant)))
        .single();
  }

  /** Notes that a run broke down; it stays open. */
  void failed(String runId, String sentence) {
    int before = failures(runId).count();
    note(runId, Stage.FETCH, "attempt " + (before + 1), BROKE_DOWN, sentence, true);
  }

  void end(RunResult result) {
    jdbc.sql(
            """
            insert into run_end (run_id, ended_at, outcome, summary, result)
            values (:run, :now, :outcome, :summary, :result) on conflict do nothing
            """)
        .param("run", result.run().id())
        .param("now", Timestamp.from(clock.instant()))
        .param("outcome", result.problems().isEmpty() ? "done" : "done with problems")
        .param("summary", result.summary())
        .param("result", RunResultDocument.format(result))
        .update();
  }

  /** What a run came to, where it has ended. */
  public Optional<RunResult> result(Run run) {
    return jdbc.sql("select result from run_end where run_id = :run and result is not null")
        .param("run", run.id())
        .query(byte[].class)
        .optional()
        .map(document -> RunResultDocument.parse(run, document));
  }

  /** A stage that is over. */
  record FinishedStage(Stage stage, String summary) {}

  /** The stages of a run that are over, in their order. */
  List<FinishedStage> stages(String runId) {
    return jdbc
        .sql("select stage, summary from run_stage where run_id = :run")
        .param("run", runId)
        .query(
            (row, n) -> new FinishedStage(stage(row.getString("stage")), row.getString("summary")))
        .list()
        .stream()
        .sorted(Comparator.comparing(FinishedStage::stage))
        .toList();
  }

  /** Something that did not come out. */
  record StageProblem(Stage stage, String sentence) {}

  /** What did not come out in a run, as it was noted. */
  List<StageProblem> problems(String runId) {
    return jdbc.sql(
            "select stage, reason from run_item where run_id = :run and problem"
                + " order by noted_at, item")
        .param("run", runId)
        .query((row, n) -> new StageProblem(stage(row.getString("stage")), row.getString("reason")))
        .list();
  }

  private static Stage stage(String word) {
    return Stage.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Every item of a run with what became of it, in the order of the stages. */
  public List<RunItem> items(String runId) {
    return jdbc.sql(
            "select stage, item, outcome, reason from run_item where run_id = :run"
                + " order by noted_at, stage, item")
        .param("run", runId)
        .query((row, n) ->
            new RunItem(
                row.getString("stage"),
                row.getString("item"),
                row.getString("outcome"),
                row.getString("reason")))
        .list();
  }

  /** The lines of the history of runs, as {@link #line} reads them. */
  static final String LINES =
      """
      select r.id, r.pipeline, r.slot_label, r.started_by, r.started_at, e.ended_at,
             coalesce(e.outcome, case when exists (
               select 1 from pg_locks l
               where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                 and l.database =
                   (select oid from pg_database where datname = current_database())
                 and l.classid::bigint =
                   (hashtextextended('pipeline ' || r.pipeline, 0) >> 32) & 4294967295
                 and l.objid::bigint =
                   hashtextextended('pipeline ' || r.pipeline, 0) & 4294967295
             ) then 'running' else 'not ended' end) as outcome, coalesce(e.summary, '') as summary,
             (exists (select 1 from run_stage s where s.run_id = r.id)
               or exists (select 1 from run_item i where i.run_id = r.id)) as begun
      from run r left join run_end e on e.run_id = r.id
      """;

  private static final String SELECT =
      "select id, pipeline, definition, slot_label, slot_at, started_by, started_at from run";

  private static Run run(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Run(
        row.getString("id"),
        row.getString("pipeline"),
        Digest.parse(row.getString("definition")),
        new Slot(row.getString("slot_label"), row.getTimestamp("slot_at").toInstant()),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant());
  }
}
