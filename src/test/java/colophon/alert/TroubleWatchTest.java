package colophon.alert;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.attest.KeptCheckpoint;
import colophon.attest.KeyFolder;
import colophon.attest.LogStore;
import colophon.attest.ManifestKey;
import colophon.attest.SmallLog;
import colophon.capture.PollStore;
import colophon.copydesk.Queue;
import colophon.copydesk.QueueEvaluation;
import colophon.database.TestDatabase;
import colophon.llm.CallHistory;
import colophon.pipeline.AlertRules;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Newsroom;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PipelineReader;
import colophon.pipeline.Run;
import colophon.pipeline.RunHistory;
import colophon.pipeline.RunLog;
import colophon.pipeline.Slot;
import colophon.pipeline.Timetable;
import colophon.publication.PublicationStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each trouble is made as it comes about, and found; then it is over, and is found no more. */
class TroubleWatchTest {

  private static final String RULES =
      """
      alerts:
        runProblems: true
        budgetPercent: 80
        keyEndsWithin: P30D
        webhooks:
          - address: https://hook.example/
            secretVariable: TEST_SECRET
      """;

  @TempDir private Path folder;
  private TestDatabase database;
  private RunLog log;
  private KeyFolder keys;
  private Instant now = Instant.now();

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.fresh();
    log = new RunLog(database.jdbc(), () -> now);
    keys = KeyFolder.open(folder.resolve("keys"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aLastRunThatEndedWithProblemsIsOneUntilTheNextEndsWell() throws Exception {
    Pipeline pipeline = pipeline("use: extractive", "");
    ended(pipeline, "2026-03-02T08:00", "done with problems");
    assertThat(found(Trouble.Kind.RUN_PROBLEMS, pipeline, null))
        .singleElement()
        .satisfies(trouble -> {
          assertThat(trouble.about()).isEqualTo("pipeline samples");
          assertThat(trouble.sentence())
              .startsWith("The last run of samples, for 2026-03-02T08:00, ended with problems:")
              .contains("one story was set aside")
              .contains("The model gave no answer.");
        });
    now = now.plusSeconds(60);
    ended(pipeline, "2026-03-02T11:00", "done");
    assertThat(found(Trouble.Kind.RUN_PROBLEMS, pipeline, null)).isEmpty();
  }

  @Test
  void aBudgetThatIsNearlyUsedIsOneUntilTheDayIsOver() throws Exception {
    Pipeline pipeline =
        pipeline(
            "use: ollama:small",
            "\nbudget: {callsPerRun: 5, tokensPerRun: 900, callsPerDay: 5, tokensPerDay: 1000}\n");
    called(1, 700);
    assertThat(found(Trouble.Kind.BUDGET_USED, pipeline, null)).isEmpty();
    called(2, 150);
    assertThat(found(Trouble.Kind.BUDGET_USED, pipeline, null))
        .singleElement()
        .extracting(Trouble::sentence)
        .asString()
        .startsWith("The pipeline samples used 80 per cent or more of its model budget of ")
        .contains(" 850 of 1000 tokens.")
        .doesNotContain("calls.")
        .contains("raise the budget in the pipeline");
    now = now.plus(Duration.ofDays(1));
    assertThat(found(Trouble.Kind.BUDGET_USED, pipeline, null)).isEmpty();
  }

  @Test
  void aDraftThatWaitsPastItsDeadlineIsOneUntilItWaitsNoMore() throws Exception {
    Pipeline pipeline = pipeline("use: extractive", "");
    QueueEvaluation.fill(database.jdbc(), database.source(), 1);
    String draft =
        database.jdbc().sql("select draft_id from review_queue").query(String.class).single();
    database
        .jdbc()
        .sql(
            """
            insert into desk_place
              (draft_id, slug, urgency, note, deadline, assigned_login, assigned_name, blocking)
            values (:draft, '', 5, '', :deadline, '', '', '{}')
            on conflict (draft_id) do update set deadline = excluded.deadline
            """)
        .param("draft", draft)
        .param("deadline", Timestamp.from(now.plusSeconds(60)))
        .update();
    assertThat(found(Trouble.Kind.DEADLINE_PASSED, pipeline, null)).isEmpty();
    now = now.plusSeconds(120);
    assertThat(found(Trouble.Kind.DEADLINE_PASSED, pipeline, null))
        .singleElement()
        .satisfies(trouble -> {
          assertThat(trouble.about()).isEqualTo("draft " + draft);
          assertThat(trouble.sentence())
              .contains("waits past its deadline", "It stands in the queue.");
        });
    database.jdbc().sql("delete from review_queue").update();
    assertThat(found(Trouble.Kind.DEADLINE_PASSED, pipeline, null)).isEmpty();
  }

  @Test
  void aCertificateThatEndsSoonIsOneAndSoIsOneThatEnded() throws Exception {
    Pipeline pipeline = pipeline("use: extractive", "");
    ManifestKey.open(keys, "Sample newsroom", () -> now);
    Instant end = keys.certificateEnds().orElseThrow();
    now = end.minus(Duration.ofDays(31));
    assertThat(found(Trouble.Kind.SIGNING_KEYS, pipeline, null)).isEmpty();
    now = end.minus(Duration.ofDays(29));
    assertThat(found(Trouble.Kind.SIGNING_KEYS, pipeline, null))
        .singleElement()
        .extracting(Trouble::sentence)
        .asString()
        .contains("ends at ", "colophon keys import");
    now = end.plusSeconds(1);
    assertThat(found(Trouble.Kind.SIGNING_KEYS, pipeline, null))
        .singleElement()
        .extracting(Trouble::sentence)
        .asString()
        .contains("ended at ");
  }

  @Test
  void anEntryOfTheLogThatSomebodyChangedIsOne() throws Exception {
    Pipeline pipeline = pipeline("use: extractive", "");
    SmallLog.begin(database, keys, 5, () -> now);
    assertThat(found(Trouble.Kind.LOG_TROUBLE, pipeline, null)).isEmpty();
    database
        .jdbc()
        .sql("update log_entry set body = body || convert_to('x', 'UTF8') where index = 2")
        .update();
    assertThat(found(Trouble.Kind.LOG_TROUBLE, pipeline, null))
        .singleElement()
        .satisfies(trouble -> {
          assertThat(trouble.about()).isEqualTo("log inspection");
          assertThat(trouble.sentence())
              .startsWith("The log's inspection found a fault. ")
              .contains("colophon log fsck");
        });
  }

  @Test
  void aDatabaseThatKnowsLessThanTheCheckpointKeptOutsideIsOne() throws Exception {
    Pipeline pipeline = pipeline("use: extractive", "");
    Path file = folder.resolve(KeptCheckpoint.FILE);
    try (var before = TestDatabase.fresh()) {
      Files.writeString(file, SmallLog.begin(before, keys, 5, () -> now));
    }
    SmallLog.begin(database, keys, 3, () -> now);
    assertThat(found(Trouble.Kind.LOG_TROUBLE, pipeline, new KeptCheckpoint(file)))
        .singleElement()
        .extracting(Trouble::about)
        .isEqualTo("kept checkpoint");
  }

  private void ended(Pipeline pipeline, String slot, String outcome) {
    Run run = log.begin(pipeline, new Slot(slot, now), "schedule");
    database
        .jdbc()
        .sql(
            """
            insert into run_item (run_id, stage, item, outcome, reason, problem, noted_at)
            values (:run, 'write', 'story s-1', 'set aside', 'The model gave no answer.',
              :problem, :now)
            """)
        .param("run", run.id())
        .param("problem", !outcome.equals("done"))
        .param("now", Timestamp.from(now))
        .update();
    database
        .jdbc()
        .sql(
            """
            insert into run_end (run_id, ended_at, outcome, summary)
            values (:run, :now, :outcome, 'one story was set aside')
            """)
        .param("run", run.id())
        .param("now", Timestamp.from(now))
        .param("outcome", outcome)
        .update();
  }

  private void called(int number, long tokens) {
    database
        .jdbc()
        .sql(
            """
            insert into model_call (run_id, story_id, stage, number, attempt, budget, day, model,
              request_digest, request, reserved_tokens, reserved_micros, started_at)
            values ('r-1', 's-1', 'write', :number, 1, 'samples', :day, 'ollama small', 'sha256:0',
              '', :tokens, 0, :now)
            """)
        .param("number", number)
        .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
        .param("tokens", tokens)
        .param("now", Timestamp.from(now))
        .update();
  }

  private List<Trouble> found(Trouble.Kind kind, Pipeline pipeline, @Nullable KeptCheckpoint kept)
      throws Exception {
    List<Trouble> found = watch(kept).look(rules(), List.of(pipeline)).get(kind);
    assertThat(found).as("whether there is %s was looked at", kind).isNotNull();
    return found;
  }

  private static AlertRules rules() throws Exception {
    String house = Files.readString(Path.of("pipeline", "newsroom.yaml")) + "\n" + RULES;
    return Newsroom.read("newsroom.yaml", house.getBytes(StandardCharsets.UTF_8)).alerts();
  }

  private static Pipeline pipeline(String model, String more) throws Exception {
    Path file = Path.of("pipeline", "samples.yaml");
    String yaml = Files.readString(file).replace("use: extractive", model) + more;
    return PipelineReader.read(
        file.toString(), yaml.getBytes(StandardCharsets.UTF_8), file.getParent());
  }

  private TroubleWatch watch(@Nullable KeptCheckpoint kept) throws Exception {
    var jdbc = database.jdbc();
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database.source()));
    var applied = new DefinitionStore(jdbc, () -> now);
    return new TroubleWatch(
        new Timetable(jdbc, log, applied, transaction, () -> now),
        applied,
        new RunHistory(jdbc),
        new PublicationStore(jdbc, () -> now),
        new PollStore(jdbc, transaction),
        new CallHistory(jdbc),
        new Queue(jdbc, () -> now),
        LogStore.toRead(jdbc, () -> now),
        keys,
        kept,
        () -> now);
  }
}
