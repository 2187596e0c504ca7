package colophon.llm;

import colophon.kernel.Digest;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What models were asked and what they answered, as it is kept. Keys of services never are. */
public final class CallHistory {

  /** The most calls of one story in one run. */
  static final int MOST_CALLS = 1_000;

  /**
   * One call.
   *
   * @param stage what the answer was for, such as {@code write}
   * @param number counted from 1 in its stage
   * @param attempt which wording of the question it was, from 1
   * @param requestDigest stays where the request was erased
   * @param request all that was sent, canonical JSON; null where it was erased
   * @param outcome {@code answered}, {@code failed} or {@code unknown}; null while in flight
   * @param answerDigest stays where the answer was erased; null where there was none
   * @param answer canonical JSON; null where there is none, or none any more
   * @param reason why there is none; null where there is one
   */
  public record Call(
      String stage,
      int number,
      int attempt,
      String model,
      Digest requestDigest,
      byte @Nullable [] request,
      @Nullable String outcome,
      @Nullable Digest answerDigest,
      byte @Nullable [] answer,
      @Nullable String reason,
      Instant startedAt) {}

  private final JdbcClient jdbc;

  public CallHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The calls made for a story on a run's account: those for its draft first, in their order. */
  public List<Call> of(String runId, String storyId) {
    return jdbc.sql(
            """
            select c.stage, c.number, c.attempt, c.model, c.request_digest, c.request, o.kind,
              o.answer_digest, o.answer, o.reason, c.started_at
            from model_call c left join model_outcome o using (run_id, story_id, stage, number)
            where c.run_id = :run and c.story_id = :story
            order by c.stage <> 'write', c.stage, c.number limit :most
            """)
        .param("run", runId)
        .param("story", storyId)
        .param("most", MOST_CALLS)
        .query((row, n) -> call(row))
        .list();
  }

  /**
   * What a pipeline's calls of one day used, or hold reserved.
   *
   * @param micros in millionths of the price list's currency
   * @param unpriced calls whose price nobody knows, which the money leaves out
   */
  public record Spent(long calls, long tokens, long micros, long unpriced) {}

  /**
   * What the calls of a pipeline used on a day.
   *
   * @param day in UTC, as budgets count
   */
  public Spent spentOn(String pipeline, LocalDate day) {
    return jdbc.sql(
            """
            select count(*),
              coalesce(sum(coalesce(o.input_tokens + o.output_tokens, c.reserved_tokens)), 0),
              coalesce(sum(coalesce(o.cost_micros, c.reserved_micros)), 0),
              count(*) filter (where not c.priced)
            from model_call c left join model_outcome o using (run_id, story_id, stage, number)
            where c.budget = :pipeline and c.day = :day
            """)
        .param("pipeline", pipeline)
        .param("day", Date.valueOf(day))
        .query(
            (row, n) -> new Spent(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .single();
  }

  /**
   * What one model was used for a pipeline, since the beginning. Calls that are out count as what
   * they hold reserved.
   *
   * @param outcome {@code answered}, {@code failed}, {@code unknown} or {@code in flight}
   * @param micros in millionths of the price list's currency
   * @param unpriced calls whose price nobody knows, which the money leaves out
   */
  public record Used(
      String pipeline,
      String model,
      String outcome,
      long calls,
      long inputTokens,
      long outputTokens,
      long micros,
      long unpriced) {

    /** The same with all outcomes of one model in one. */
    public static List<Used> byModel(List<Used> used) {
      var models = new TreeMap<String, Used>();
      for (Used each : used) {
        models.merge(each.pipeline() + "\n" + each.model(), each, Used::and);
      }
      return List.copyOf(models.values());
    }

    private Used and(Used other) {
      return new Used(
          pipeline,
          model,
          "all",
          calls + other.calls,
          inputTokens + other.inputTokens,
          outputTokens + other.outputTokens,
          micros + other.micros,
          unpriced + other.unpriced);
    }
  }

  /** What each pipeline's models were used for. */
  public List<Used> used() {
    return jdbc.sql(
            """
            select c.budget, c.model, coalesce(o.kind, 'in flight') as outcome, count(*) as calls,
              sum(coalesce(o.input_tokens, c.reserved_tokens)) as input,
              sum(coalesce(o.output_tokens, 0)) as output,
              sum(coalesce(o.cost_micros, c.reserved_micros)) as micros,
              count(*) filter (where not c.priced) as unpriced
            from model_call c left join model_outcome o using (run_id, story_id, stage, number)
            group by 1, 2, 3 order by 1, 2, 3
            """)
        .query((row, n) ->
            new Used(
                row.getString("budget"),
                row.getString("model"),
                row.getString("outcome"),
                row.getLong("calls"),
                row.getLong("input"),
                row.getLong("output"),
                row.getLong("micros"),
                row.getLong("unpriced")))
        .list();
  }

  /**
   * What the calls of one run came to.
   *
   * @param again calls beyond the first for one story
   * @param micros in millionths of the price list's currency
   * @param unpriced calls whose price nobody knows, which the money leaves out
   */
  public record RunBill(
      long calls, long again, long inputTokens, long outputTokens, long micros, long unpriced) {

    public static final RunBill NONE = new RunBill(0, 0, 0, 0, 0, 0);
  }

  /** What the calls of runs came to, by the run's id; runs without a call are left out. */
  public Map<String, RunBill> bills(Collection<String> runIds) {
    var bills = new HashMap<String, RunBill>();
    jdbc.sql(
            """
            select c.run_id, count(*) as calls, count(*) filter (where c.number > 1) as again,
              sum(coalesce(o.input_tokens, c.reserved_tokens)) as input,
              sum(coalesce(o.output_tokens, 0)) as output,
              sum(coalesce(o.cost_micros, c.reserved_micros)) as micros,
              count(*) filter (where not c.priced) as unpriced
            from model_call c left join model_outcome o using (run_id, story_id, stage, number)
            where c.run_id = any(:runs) group by c.run_id
            """)
        .param("runs", runIds.toArray(String[]::new))
        .query(row -> {
          bills.put(
              row.getString("run_id"),
              new RunBill(
                  row.getLong("calls"),
                  row.getLong("again"),
                  row.getLong("input"),
                  row.getLong("output"),
                  row.getLong("micros"),
                  row.getLong("unpriced")));
        });
    return bills;
  }

  /** What calls cost on each day in UTC since a moment, in millionths of the currency. */
  public SortedMap<String, Long> microsByDay(Instant since) {
    var days = new TreeMap<String, Long>();
    jdbc.sql(
            """
            select to_char(c.started_at at time zone 'UTC', 'YYYY-MM-DD') as day,
              sum(coalesce(o.cost_micros, c.reserved_micros)) as micros
            from model_call c left join model_outcome o using (run_id, story_id, stage, number)
            where c.started_at >= :since group by 1
            """)
        .param("since", Timestamp.from(since))
        .query(row -> {
          days.put(row.getString("day"), row.getLong("micros"));
        });
    return days;
  }

  private static Call call(ResultSet row) throws SQLException {
    String answer = row.getString("answer_digest");
    return new Call(
        row.getString("stage"),
        row.getInt("number"),
        row.getInt("attempt"),
        row.getString("model"),
        Digest.parse(row.getString("request_digest")),
        row.getBytes("request"),
        row.getString("kind"),
        answer == null ? null : Digest.parse(answer),
        row.getBytes("answer"),
        row.getString("reason"),
        row.getTimestamp("started_at").toInstant());
  }
}
