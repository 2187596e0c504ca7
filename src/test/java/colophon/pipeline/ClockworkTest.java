package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ClockworkTest {

  @Test
  void twoNodesShareTheBeatsAndNeverDoOneAtTheSameTime() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var beats = new CountDownLatch(6);
      var running = new AtomicInteger();
      var together = new AtomicInteger();
      Beat beat =
          () -> {
            together.accumulateAndGet(running.incrementAndGet(), Math::max);
            beats.countDown();
            running.decrementAndGet();
          };
      Map<String, Beat> work = Map.of("slots", beat);
      Map<String, Duration> every = Map.of("slots", Duration.ofMillis(200));
      try (var one = Clockwork.start(database.source(), work, every);
          var two = Clockwork.start(database.source(), work, every)) {
        assertThat(one.ticks()).isTrue();
        assertThat(two.ticks()).isTrue();
        assertThat(beats.await(30, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(together.get()).isEqualTo(1);
    }
  }

  @Test
  void twoServingNodesBeginEachSlotOnce() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var now = new AtomicReference<>(Instant.parse("2026-10-25T00:59:30Z"));
      Pipeline pipeline = hourly();
      var looked = new AtomicInteger();
      Beat beat =
          () -> {
            timetable(database, now::get).beginDue(List.of(pipeline));
            looked.incrementAndGet();
          };
      Map<String, Beat> work = Map.of("slots", beat);
      Map<String, Duration> every = Map.of("slots", Duration.ofMillis(50));
      try (var one = Clockwork.start(database.source(), work, every);
          var two = Clockwork.start(database.source(), work, every)) {
        assertThat(one.ticks() && two.ticks()).isTrue();
        for (int hour = 0; hour < 4; hour++) {
          await(looked, looked.get() + 3);
          now.updateAndGet(instant -> instant.plusSeconds(3_600));
        }
        await(looked, looked.get() + 3);
      }
      assertThat(slots(database))
          .containsExactly(
              "2026-10-25T02:00+01:00",
              "2026-10-25T03:00+01:00",
              "2026-10-25T04:00+01:00",
              "2026-10-25T05:00+01:00");
    }
  }

  @Test
  void aNodeThatIsKilledHandsItsBeatOver() throws Exception {
    try (var database = TestDatabase.fresh()) {
      database.jdbc().sql("create table beaten (node text)").update();
      Process doomed = node(database);
      try {
        assertThat(doomed.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("beating");
      } finally {
        doomed.destroyForcibly().waitFor();
      }
      var taken = new CountDownLatch(1);
      try (var heir =
          Clockwork.start(
              database.source(),
              Map.of("slots", taken::countDown),
              Map.of("slots", Duration.ofMillis(200)))) {
        assertThat(heir.ticks()).isTrue();
        assertThat(taken.await(60, TimeUnit.SECONDS))
            .as("the beat that the dead node was in the middle of")
            .isTrue();
      }
    }
  }

  private static Process node(TestDatabase database) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            EndlessBeat.class.getName(),
            database.url(),
            database.user(),
            database.password())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void await(AtomicInteger count, int least) throws InterruptedException {
    for (int i = 0; i < 1_200 && count.get() < least; i++) {
      Thread.sleep(25);
    }
    assertThat(count.get()).isGreaterThanOrEqualTo(least);
  }

  private static List<String> slots(TestDatabase database) {
    return database
        .jdbc()
        .sql("select slot_label from run order by slot_at")
        .query(String.class)
        .list();
  }

  private static Timetable timetable(TestDatabase database, InstantSource clock) {
    return new Timetable(
        database.jdbc(),
        new RunLog(database.jdbc(), clock),
        new DefinitionStore(database.jdbc(), clock),
        new TransactionTemplate(new DataSourceTransactionManager(database.source())),
        clock);
  }

  private static Pipeline hourly() throws DefinitionException {
    String yaml =
        """
        name: night
        title: Night wire
        timeZone: Europe/Berlin
        schedule: {every: PT1H}
        sources:
          - {id: echo, outlet: Echo, kind: feed, location: "https://echo.example/feed"}
        """;
    return PipelineReader.read(
        "night.yaml", yaml.getBytes(StandardCharsets.UTF_8), Path.of("pipeline"));
  }
}
