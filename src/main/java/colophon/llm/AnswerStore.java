package colophon.llm;

import colophon.kernel.Digest;
import colophon.llm.Budget.Spent;
import colophon.llm.Reservation.Refused;
import colophon.llm.Reservation.Reserved;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps every call to a model, made or in flight, and every answer. Rows are only ever added: a
 * call before it is made, its outcome after.
 */
final class AnswerStore {

  private static final int MARKER_KEY_BYTES = 32;

  /**
   * What one call may use at most.
   *
   * @param micros null where its price is not known
   */
  record Most(long tokens, @Nullable Long micros) {

    private long known() {
      return micros == null ? 0 : micros;
    }

    private Spent spent() {
      return new Spent(1, tokens, known());
    }
  }

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  AnswerStore(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * The answer to this very request in this attempt, where it was given before and was not erased.
   */
  Optional<StoredAnswer> answer(CallKey key, int attempt, Digest request) {
    return jdbc.sql(
            """
            select o.answer, o.ended_at
            from model_call c join model_outcome o using (run_id, story_id, stage, number)
            where c.run_id = :run and c.story_id = :story and c.stage = :stage
              and c.attempt = :attempt and c.request_digest = :request and o.answer is not null
            order by number limit 1
            """)
        .param("run", key.runId())
        .param("story", key.storyId())
        .param("stage", key.stage())
        .param("attempt", attempt)
        .param("request", request.toString())
        .query((row, index) ->
            new StoredAnswer(
                ModelAnswer.parse(row.getBytes("answer")),
                row.getTimestamp("ended_at").toInstant()))
        .optional();
  }

  /**
   * Records a call as in flight, where the budget allows it. Reserving is one at a time for each
   * budget, so that two calls never spend the same money.
   *
   * @param most what the call may use at most
   */
  Reservation reserve(
      CallKey key, int attempt, ModelRequest request, Budget budget, Most most, Instant now) {
    Reservation reservation =
        transaction.execute(status -> {
          jdbc.sql("select pg_advisory_xact_lock(hashtext('model budget'), hashtext(:name))")
              .param("name", budget.name())
              .query((row, index) -> true)
              .single();
          LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
          Optional<String> refusal =
              budget.refusal(spentInRun(budget, key.runId()), spentOn(budget, day), most.spent());
          if (refusal.isPresent()) {
            return new Refused(refusal.get());
          }
          return insert(key, attempt, request, budget, most, now);
        });
    if (reservation == null) {
      throw new IllegalStateException("a reservation came to nothing");
    }
    return reservation;
  }

  private Reserved insert(
      CallKey key, int attempt, ModelRequest request, Budget budget, Most most, Instant now) {
    int number = calls(key) + 1;
    jdbc.sql(
            """
            insert into model_call (run_id, story_id, stage, number, attempt, budget, day, model,
              request_digest, request, reserved_tokens, reserved_micros, priced, started_at)
            values (:run, :story, :stage, :number, :attempt, :budget, :day, :model,
              :digest, :request, :tokens, :micros, :priced, :now)
            """)
        .param("run", key.runId())
        .param("story", key.storyId())
        .param("stage", key.stage())
        .param("number", number)
        .param("attempt", attempt)
        .param("budget", budget.name())
        .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
        .param("model", request.settings().toString())
        .param("digest", request.digest().toString())
        .param("request", request.format())
        .param("tokens", most.tokens())
        .param("micros", most.known())
        .param("priced", most.micros() != null)
        .param("now", Timestamp.from(now))
        .update();
    return new Reserved(key, number, most.known(), most.tokens());
  }

  /** How many calls were made or are in flight. */
  int calls(CallKey key) {
    return jdbc.sql(
            """
            select count(*) from model_call
            where run_id = :run and story_id = :story and stage = :stage
            """)
        .param("run", key.runId())
        .param("story", key.storyId())
        .param("stage", key.stage())
        .query(Integer.class)
        .single();
  }

  /** The reason of the last call that brought no answer, where there was one. */
  Optional<String> lastFailure(CallKey key) {
    return jdbc.sql(
            """
            select reason from model_outcome
            where run_id = :run and story_id = :story and stage = :stage and kind <> 'answered'
            order by number desc limit 1
            """)
        .param("run", key.runId())
        .param("story", key.storyId())
        .param("stage", key.stage())
        .query(String.class)
        .optional();
  }

  /** Keeps the answer to a call, before anybody uses it. */
  void answered(Reserved call, ModelAnswer answer, Usage usage, long micros, Instant now) {
    outcome(call, "answered", now)
        .param("answer", answer.format())
        .param("digest", answer.digest().toString())
        .param("reason", null, Types.VARCHAR)
        .param("input", usage.inputTokens())
        .param("output", usage.outputTokens())
        .param("micros", micros)
        .update();
  }

  /** Keeps that a call was refused by the service, which charges nothing for it. */
  void failed(Reserved call, String reason, Instant now) {
    withoutAnswer(call, "failed", reason, 0, 0, now);
  }

  /** Keeps that nobody knows what a call cost; it is charged as reserved. */
  void unknown(Reserved call, String reason, Instant now) {
    withoutAnswer(call, "unknown", reason, call.tokens(), call.micros(), now);
  }

  private void withoutAnswer(
      Reserved call, String kind, String reason, long tokens, long micros, Instant now) {
    outcome(call, kind, now)
        .param("answer", null, Types.BINARY)
        .param("digest", null, Types.VARCHAR)
        .param("reason", reason)
        .param("input", tokens)
        .param("output", 0L)
        .param("micros", micros)
        .update();
  }

  private JdbcClient.StatementSpec outcome(Reserved call, String kind, Instant now) {
    return jdbc.sql(
            """
            insert into model_outcome (run_id, story_id, stage, number, kind, answer,
              answer_digest, reason, input_tokens, output_tokens, cost_micros, ended_at)
            values (:run, :story, :stage, :number, :kind, :answer,
              :digest, :reason, :input, :output, :micros, :now)
            """)
        .param("run", call.key().runId())
        .param("story", call.key().storyId())
        .param("stage", call.key().stage())
        .param("number", call.number())
        .param("kind", kind)
        .param("now", Timestamp.from(now));
  }

  /** Settles the calls that were in flight when the program stopped: charged as reserved. */
  void settleAbandoned(CallKey key, Instant now) {
    jdbc.sql(
            """
            insert into model_outcome (run_id, story_id, stage, number, kind, reason,
              input_tokens, output_tokens, cost_micros, ended_at)
            select run_id, story_id, stage, number, 'unknown',
              'The program stopped while the model was writing.',
              reserved_tokens, 0, reserved_micros, :now
            from model_call c
            where run_id = :run and story_id = :story and stage = :stage
              and not exists (
                select 1 from model_outcome o
                where o.run_id = c.run_id and o.story_id = c.story_id
                  and o.stage = c.stage and o.number = c.number)
            """)
        .param("now", Timestamp.from(now))
        .param("run", key.runId())
        .param("story", key.storyId())
        .param("stage", key.stage())
        .update();
  }

  /** What all calls of one stage came to. */
  Bill bill(CallKey key) {
    return jdbc.sql(
            """
            select coalesce(sum(o.input_tokens), 0), coalesce(sum(o.output_tokens), 0),
              case when coalesce(bool_and(c.priced), true) then coalesce(sum(o.cost_micros), 0) end
            from model_call c join model_outcome o using (run_id, story_id, stage, number)
            where run_id = :run and story_id = :story and stage = :stage
            """)
        .param("run", key.runId())
        .param("story", key.storyId())
        .param("stage", key.stage())
        .query((row, index) ->
            new Bill(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, BigDecimal.class) == null ? null : Long.valueOf(row.getLong(3))))
        .single();
  }

  Spent spentInRun(Budget budget, String runId) {
    return spent(budget, runId, null);
  }

  Spent spentOn(Budget budget, LocalDate day) {
    return spent(budget, null, day);
  }

  private Spent spent(Budget budget, @Nullable String run, @Nullable LocalDate day) {
    return jdbc.sql(
            """
            select count(*),
              coalesce(sum(coalesce(o.input_tokens + o.output_tokens, c.reserved_tokens)), 0),
              coalesce(sum(coalesce(o.cost_micros, c.reserved_micros)), 0)
            from model_call c left join model_outcome o using (run_id, story_id, stage, number)
            where c.budget = :budget
              and (c.run_id = cast(:run as text) or c.day = cast(:day as date))
            """)
        .param("budget", budget.name())
        .param("run", run, Types.VARCHAR)
        .param("day", day, Types.DATE)
        .query((row, index) -> new Spent(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  /** The secret of the marks in messages; made with this generator where there is none yet. */
  byte[] markerKey(RandomGenerator random) {
    byte[] fresh = new byte[MARKER_KEY_BYTES];
    random.nextBytes(fresh);
    jdbc.sql("insert into model_marker_key (secret) values (:secret) on conflict do nothing")
        .param("secret", fresh)
        .update();
    return jdbc.sql("select secret from model_marker_key").query(byte[].class).single();
  }
}
