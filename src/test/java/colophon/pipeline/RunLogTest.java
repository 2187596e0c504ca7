package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunLogTest {

  private static final Instant NOW = Instant.parse("2026-01-13T12:00:00Z");
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void aSlotHasOneRunHoweverOftenItIsBegun() throws Exception {
    var log = new RunLog(database.jdbc(), InstantSource.fixed(NOW));
    var slot = new Slot("2026-01-13T21:00", NOW);
    Run first = log.begin(pipeline(), slot, "schedule");
    Run again = log.begin(pipeline(), slot, "somebody else");
    assertThat(again).isEqualTo(first);
    assertThat(log.unfinished()).contains(first);
    log.finish(first.id(), Stage.FETCH, "3 articles fetched");
    log.end(new RunResult(first, List.of(), List.of(), List.of()));
    assertThat(log.finished(first.id(), Stage.FETCH)).isTrue();
    assertThat(log.finished(first.id(), Stage.READ)).isFalse();
    assertThat(log.unfinished()).doesNotContain(first);
    assertThat(log.latestSlot("samples")).contains(NOW);
  }

  @Test
  void aRunIsHeldByOneAtATimeAndFreeAgainAfterwards() {
    try (var held = RunLock.take(database.source(), "r-1").orElseThrow()) {
      assertThat(RunLock.take(database.source(), "r-1")).isEmpty();
      assertThat(held).isNotNull();
    }
    try (var again = RunLock.take(database.source(), "r-1").orElseThrow()) {
      assertThat(again).isNotNull();
    }
  }

  @Test
  void applyingAFileKeepsEveryVersionAndSaysWhatChanged() {
    var ticking = new java.util.concurrent.atomic.AtomicLong();
    var store =
        new DefinitionStore(database.jdbc(), () -> NOW.plusSeconds(ticking.incrementAndGet()));
    assertThat(store.apply("prompt", "brief", bytes("one"), "operator").change())
        .isEqualTo(DefinitionStore.Change.ADDED);
    assertThat(store.apply("prompt", "brief", bytes("one"), "operator").change())
        .isEqualTo(DefinitionStore.Change.SAME);
    assertThat(store.apply("prompt", "brief", bytes("two"), "operator").change())
        .isEqualTo(DefinitionStore.Change.CHANGED);
    store.pause("samples", true, "operator");
    store.pause("samples", false, "operator");
    assertThat(store.paused("samples")).contains(false);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Pipeline pipeline() throws Exception {
    Path file = Path.of("pipeline", "samples.yaml");
    return PipelineReader.read(file.toString(), Files.readAllBytes(file), Path.of("pipeline"));
  }
}
