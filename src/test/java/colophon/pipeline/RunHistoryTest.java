package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

  private static final Instant NOW = Instant.parse("2026-01-13T12:00:00Z");
  private static final AtomicLong SECONDS = new AtomicLong();
  private static TestDatabase database;
  private static RunLog log;
  private static RunHistory history;
  private static DefinitionStore store;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
    log = new RunLog(database.jdbc(), RunHistoryTest::tick);
    history = new RunHistory(database.jdbc());
    store = new DefinitionStore(database.jdbc(), RunHistoryTest::tick);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void aRunTellsEveryItemOfEachStageAndWhatNeedsAPersonFirst() throws Exception {
    Run run = log.begin(pipeline(), new Slot("2026-01-13T21:00", NOW), "schedule");
    log.note(run.id(), Stage.READ, "https://a.example/", "read", "a-1", false);
    log.note(run.id(), Stage.FETCH, "https://b.example/", "kept", "", false);
    log.note(run.id(), Stage.FETCH, "https://c.example/", "not read", "It said 404.", true);
    log.finish(run.id(), Stage.FETCH, "2 articles fetched");
    assertThat(history.items(run.id(), 10))
        .extracting(RunHistory.ItemLine::item)
        .containsExactly("https://c.example/", "https://b.example/", "https://a.example/");
    assertThat(history.problems(run.id(), 10)).containsExactly("It said 404.");
    List<RunHistory.StageLine> stages = history.stages(run.id());
    assertThat(stages).extracting(RunHistory.StageLine::stage).containsExactly(Stage.values());
    assertThat(stages.getFirst().summary()).isEqualTo("2 articles fetched");
    assertThat(stages.getFirst().outcomes()).containsEntry("kept", 1).containsEntry("not read", 1);
    assertThat(stages.get(1).finishedAt()).isEmpty();
    assertThat(history.unended(10)).extracting(RunLog.RunLine::id).contains(run.id());
    assertThat(history.lastEnded("samples")).isEmpty();

    log.end(new RunResult(run, List.of(), List.of(), List.of("It said 404.")));
    assertThat(history.unended(10)).extracting(RunLog.RunLine::id).doesNotContain(run.id());
    assertThat(history.lastEnded("samples")).map(RunLog.RunLine::id).contains(run.id());
    assertThat(history.page("samples", "done with problems", 0, 10)).hasSize(1);
    assertThat(history.page("samples", "done", 0, 10)).isEmpty();
    assertThat(history.page("other", "", 0, 10)).isEmpty();
    assertThat(history.page("samples", "", 1, 10)).isEmpty();
  }

  @Test
  void aRunIsBegunOnlyWhereAProcessServesAndOnlyOnce() throws Exception {
    Pipeline pipeline = renamed("asked");
    var asked = new AskedRuns(database.jdbc(), log, RunHistoryTest::tick);
    assertThat(asked.ask(pipeline)).isInstanceOf(AskedRuns.Refused.class);
    try (var node = ServingNode.announce(database.source(), List.of(pipeline))) {
      assertThat(asked.ask(pipeline))
          .isInstanceOfSatisfying(
              AskedRuns.Begun.class,
              begun -> assertThat(begun.run().startedBy()).isEqualTo(AskedRuns.STARTED_BY));
      assertThat(asked.ask(pipeline))
          .isInstanceOfSatisfying(
              AskedRuns.Refused.class,
              refused -> assertThat(refused.reason()).contains("has not ended"));
      Run first =
          log.unfinished().stream()
              .filter(run -> run.pipeline().equals("asked"))
              .findFirst()
              .orElseThrow();
      log.failed(first.id(), "It broke down.");
      assertThat(asked.ask(pipeline)).isInstanceOf(AskedRuns.Begun.class);
    }
  }

  @Test
  void aWindowIsMadeUpForOnceAndEachOfItsTimesIsARunOfItsOwn() throws Exception {
    Pipeline pipeline = renamed("filled");
    var backfill = new Backfill(database.jdbc(), log, RunHistoryTest::tick);
    Instant from = Instant.parse("2026-01-12T00:00:00Z");
    Instant until = Instant.parse("2026-01-12T09:00:00Z");
    log.begin(pipeline, new Slot("2026-01-12T12:00+09:00", from), "schedule");
    assertThat(backfill.plan(pipeline, from, until))
        .isInstanceOfSatisfying(
            Backfill.Plan.class,
            plan -> {
              assertThat(plan.open())
                  .extracting(Slot::label)
                  .containsExactly(
                      "2026-01-12T09:00+09:00", "2026-01-12T15:00+09:00", "2026-01-12T18:00+09:00");
              assertThat(plan.done()).hasSize(1);
            });
    assertThat(reason(backfill.begin(pipeline, from, until))).contains("No process serves");
    try (var node = ServingNode.announce(database.source(), List.of(pipeline))) {
      assertThat(backfill.begin(pipeline, from, until))
          .isInstanceOfSatisfying(
              Backfill.Runs.class,
              begun -> {
                assertThat(begun.runs()).hasSize(3);
                assertThat(begun.runs())
                    .extracting(Run::startedBy)
                    .containsOnly(Backfill.STARTED_BY);
              });
      assertThat(reason(backfill.begin(pipeline, from, until))).contains("has had its run");
    }
    assertThat(reason(backfill.begin(pipeline, from, NOW.plus(Duration.ofDays(9)))))
        .contains("ends in the future");
    assertThat(reason(backfill.begin(pipeline, until, from))).contains("ends before it begins");
    assertThat(reason(backfill.begin(pipeline, from.minus(Duration.ofDays(20)), until)))
        .contains("at most 50 are begun at once");
  }

  private static String reason(Backfill.Begun begun) {
    return begun instanceof Backfill.Nothing nothing ? nothing.reason() : "";
  }

  @Test
  void versionsAndSwitchesTellWhoAndWhen() {
    store.apply("pipeline", "told", new byte[] {1}, "start");
    store.apply("pipeline", "told", new byte[] {2}, "command line");
    assertThat(store.versions("pipeline", "told", 10))
        .extracting(DefinitionStore.Version::appliedBy)
        .containsExactly("command line", "start");
    assertThat(store.lastSwitch("told")).isEmpty();
    store.pause("told", true, "olga");
    store.pause("told", false, "omar");
    assertThat(store.lastSwitch("told"))
        .hasValueSatisfying(last -> {
          assertThat(last.paused()).isFalse();
          assertThat(last.by()).isEqualTo("omar");
        });
  }

  @Test
  void aFileThatIsGoneHasNoDigest() throws Exception {
    var files = new DefinitionFiles(Path.of("pipeline"));
    assertThat(files.digest("samples")).contains(pipeline().definition());
    assertThat(files.digest("never-written")).isEmpty();
  }

  private static Instant tick() {
    return NOW.plus(Duration.ofSeconds(SECONDS.incrementAndGet()));
  }

  private static Pipeline renamed(String name) throws Exception {
    String text = Files.readString(Path.of("pipeline", "samples.yaml"));
    return PipelineReader.read(
        name + ".yaml",
        text.replace("name: samples", "name: " + name)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Path.of("pipeline"));
  }

  private static Pipeline pipeline() throws Exception {
    return renamed("samples");
  }
}
