package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TimetableTest {

  /** A clock that a test sets. */
  private static final class SettableClock implements InstantSource {
    private volatile Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final SettableClock clock = new SettableClock();
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29",
    "Europe/Berlin, 2026-10-25",
    "America/New_York, 2026-03-08",
    "America/New_York, 2026-11-01"
  })
  void beginsEachSlotExactlyOnceOnTheDaysTheClockChanges(String zone, String day) throws Exception {
    Pipeline pipeline =
        pipeline(zone, "schedule: {at: [\"00:30\", \"01:30\", \"02:30\", \"03:30\"]}");
    Timetable timetable = timetable();
    Instant start = LocalDate.parse(day).atStartOfDay(ZoneId.of(zone)).toInstant();
    var begun = new ArrayList<String>();
    for (Duration after = Duration.ZERO;
        after.compareTo(Duration.ofHours(8)) < 0;
        after = after.plusSeconds(55)) {
      clock.now = start.plus(after);
      timetable.beginDue(List.of(pipeline)).forEach(run -> begun.add(run.slot().label()));
    }
    assertThat(begun)
        .containsExactlyInAnyOrder(day + "T00:30", day + "T01:30", day + "T02:30", day + "T03:30");
  }

  @Test
  void runsOnlyTheLatestOfTheSlotsMissedInTheNight() throws Exception {
    Pipeline pipeline = pipeline("Asia/Seoul", "schedule: {every: PT1H, missed: run-once}");
    assertThat(afterANightDown(pipeline)).containsExactly("2026-01-13T06:00+09:00");
  }

  @Test
  void passesOverMissedSlotsWhereThePipelineSaysSo() throws Exception {
    Pipeline pipeline = pipeline("Asia/Seoul", "schedule: {every: PT1H, missed: skip}");
    assertThat(afterANightDown(pipeline)).isEmpty();
  }

  @Test
  void aPausedPipelinesSlotsPassAndDoNotComeBack() throws Exception {
    Pipeline pipeline = pipeline("Asia/Seoul", "paused: true\nschedule: {every: PT1H}");
    Timetable timetable = timetable();
    clock.now = Instant.parse("2026-01-12T21:30:00Z");
    assertThat(timetable.beginDue(List.of(pipeline))).isEmpty();
    clock.now = Instant.parse("2026-01-12T22:00:30Z");
    assertThat(timetable.beginDue(List.of(pipeline))).isEmpty();
    new DefinitionStore(database.jdbc(), clock).pause(pipeline.name(), false, "operator");
    clock.now = Instant.parse("2026-01-12T22:01:00Z");
    assertThat(timetable.beginDue(List.of(pipeline))).isEmpty();
    clock.now = Instant.parse("2026-01-12T23:00:01Z");
    assertThat(timetable.beginDue(List.of(pipeline))).hasSize(1);
  }

  @Test
  void twoNodesBeginOneRunForASlot() throws Exception {
    Pipeline pipeline = pipeline("Asia/Seoul", "schedule: {every: PT1H}");
    clock.now = Instant.parse("2026-01-12T21:30:00Z");
    timetable().beginDue(List.of(pipeline));
    clock.now = Instant.parse("2026-01-12T22:00:10Z");
    Callable<List<Run>> node = () -> timetable().beginDue(List.of(pipeline));
    var begun = new ArrayList<Run>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var each : threads.invokeAll(List.of(node, node, node, node))) {
        begun.addAll(each.get());
      }
    }
    assertThat(begun).hasSize(1);
  }

  private List<String> afterANightDown(Pipeline pipeline) {
    Timetable timetable = timetable();
    clock.now = Instant.parse("2026-01-12T12:10:00Z");
    assertThat(timetable.beginDue(List.of(pipeline))).isEmpty();
    clock.now = Instant.parse("2026-01-12T21:20:00Z");
    return timetable.beginDue(List.of(pipeline)).stream().map(run -> run.slot().label()).toList();
  }

  private Timetable timetable() {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
    return new Timetable(
        database.jdbc(),
        new RunLog(database.jdbc(), clock),
        new DefinitionStore(database.jdbc(), clock),
        transaction,
        clock);
  }

  private static Pipeline pipeline(String zone, String more) throws DefinitionException {
    String yaml =
        """
        name: night
        title: Night wire
        timeZone: %s
        sources:
          - {id: echo, outlet: Echo, kind: feed, location: "https://echo.example/feed"}
        %s
        """
            .formatted(zone, more);
    return PipelineReader.read(
        "night.yaml", yaml.getBytes(StandardCharsets.UTF_8), Path.of("pipeline"));
  }
}
