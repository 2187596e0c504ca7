package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the articles of a run, its log tells of every one. */
class RunAccountTest {

  private static final Instant NOW = Instant.parse("2026-01-14T09:00:00Z");

  @TempDir private Path home;
  private TestDatabase database;
  private Rooms rooms;
  private RunLog log;
  private RunHistory history;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.fresh();
    rooms = new Rooms(database, home, InstantSource.fixed(NOW));
    log = rooms.room(RunLog.class);
    history = new RunHistory(database.jdbc());
  }

  @AfterEach
  void close() {
    rooms.close();
    database.close();
  }

  @Test
  void whatIsOutsideTheWindowIsToldOfAndTheNumbersAddUp() throws Exception {
    Pipeline pipeline = pipeline("");
    Run run = run(pipeline, "2026-01-14T18:00", NOW);
    RunHistory.ArticleAccount account = complete(run);
    assertThat(account.read()).isEqualTo(25);
    assertThat(account.standing()).isZero();
    assertThat(account.outcomes()).containsKeys("in a story to write", "outside the window");
    assertThat(items(run, "outside the window"))
        .hasSize(account.outcomes().get("outside the window"))
        .allMatch(item -> item.reason().contains("this run's window"));
    assertThat(history.stages(run.id()).get(Stage.GROUP.ordinal()).summary())
        .contains("; not taken: ", "outside the window");

    // The next run reads nothing and finds the same articles in its window.
    Run next = run(pipeline, "2026-01-14T21:00", NOW.plus(Duration.ofHours(3)));
    RunHistory.ArticleAccount again = complete(next);
    assertThat(again.read()).isZero();
    assertThat(again.outcomes()).containsOnlyKeys("in a story with nothing new");
    assertThat(again.standing()).isEqualTo(again.outcomes().get("in a story with nothing new"));
    assertThat(items(next, "story skipped")).isNotEmpty();
  }

  @Test
  void whatTheSelectionLeavesOutAndWhatWaitsForTheNextRunIsToldOf() throws Exception {
    Run run =
        run(
            pipeline("briefsPerRun: 1\nselection:\n  noKeyword: [flood]\n"),
            "2026-01-14T18:00",
            NOW);
    RunHistory.ArticleAccount account = complete(run);
    assertThat(account.outcomes())
        .containsKeys(
            "in a story left for the next run",
            "in a story to write",
            "left out",
            "outside the window");
    assertThat(items(run, "left out"))
        .allMatch(item -> item.reason().equals("It holds \"flood\"."));
    assertThat(items(run, "story to write")).hasSize(1);
    assertThat(items(run, "story left for the next run"))
        .isNotEmpty()
        .allMatch(item -> item.reason().contains("at most 1 briefs a run"));
  }

  @Test
  void aRunThatIsTakenUpAgainTellsOfNothingTwice() throws Exception {
    Pipeline pipeline = pipeline("");
    Run run = run(pipeline, "2026-01-14T18:00", NOW);
    List<RunItem> once = log.items(run.id());
    var summaries = log.stages(run.id());
    rooms.engine().run(run, pipeline, newsroom(), RunWatcher.NONE);
    assertThat(log.items(run.id())).isEqualTo(once);
    assertThat(log.stages(run.id())).isEqualTo(summaries);
  }

  private RunHistory.ArticleAccount complete(Run run) {
    RunHistory.ArticleAccount account = history.account(run.id());
    assertThat(account.untold()).isZero();
    assertThat(account.outcomes().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(account.read() + account.standing());
    return account;
  }

  private List<RunItem> items(Run run, String outcome) {
    return log.items(run.id()).stream().filter(item -> item.outcome().equals(outcome)).toList();
  }

  private Run run(Pipeline pipeline, String label, Instant at) throws Exception {
    Run run = log.begin(pipeline, new Slot(label, at), "test");
    rooms.engine().run(run, pipeline, newsroom(), RunWatcher.NONE);
    return run;
  }

  private static Newsroom newsroom() throws Exception {
    return Definitions.read(Path.of("pipeline"), Path.of("prompts")).newsroom();
  }

  /** The samples' pipeline, with these lines in the place of its own selection and limit. */
  private static Pipeline pipeline(String instead) throws Exception {
    String text = Files.readString(Path.of("pipeline", "samples.yaml"));
    if (!instead.isEmpty()) {
      text = text.replace("selection:\n  leastIndependentSources: 2\nbriefsPerRun: 10\n", instead);
    }
    return PipelineReader.read(
        "samples.yaml", text.getBytes(StandardCharsets.UTF_8), Path.of("pipeline"));
  }
}
