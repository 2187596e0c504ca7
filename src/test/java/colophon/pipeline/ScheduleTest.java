package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29",
    "Europe/Berlin, 2026-10-25",
    "America/New_York, 2026-03-08",
    "America/New_York, 2026-11-01"
  })
  void runsEachTimeOfDayExactlyOnceOnTheDaysTheClockChanges(String zoneName, String day) {
    ZoneId zone = ZoneId.of(zoneName);
    var times = new ArrayList<LocalTime>();
    for (int minute = 0; minute < 24 * 60; minute += 30) {
      times.add(LocalTime.MIDNIGHT.plusMinutes(minute));
    }
    var schedule = new Schedule(times, Duration.ZERO, ALL, Schedule.Missed.RUN_ONCE);

    List<Slot> fired = walk(schedule, zone, day, Duration.ofMinutes(7));

    assertThat(fired).extracting(Slot::label).doesNotHaveDuplicates().hasSize(48);
    assertThat(fired).extracting(Slot::label).contains(day + "T02:30", day + "T01:30");
  }

  /** Two days around each change, as a serving node sees them: it looks every 55 seconds. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-28, at: [\"02:30\"], 3",
    "Europe/Berlin, 2026-10-24, at: [\"02:30\"], 3",
    "America/New_York, 2026-03-07, at: [\"02:30\"], 3",
    "America/New_York, 2026-10-31, at: [\"02:30\"], 3",
    "America/New_York, 2026-10-31, at: [\"01:30\"], 3",
    "Europe/Berlin, 2026-03-28, every: PT15M, 284",
    "Europe/Berlin, 2026-10-24, every: PT15M, 292",
    "America/New_York, 2026-03-07, every: PT15M, 284",
    "America/New_York, 2026-10-31, every: PT15M, 292",
    "Europe/Berlin, 2026-03-28, every: PT1H, 71",
    "Europe/Berlin, 2026-10-24, every: PT1H, 73",
    "America/New_York, 2026-03-07, every: PT1H, 71",
    "America/New_York, 2026-10-31, every: PT1H, 73",
    "Europe/Berlin, 2026-03-28, 'at: [\"02:30\"], days: [mon, tue, wed, thu, fri]', 1",
    "America/New_York, 2026-10-31, 'at: [\"01:30\"], days: [sun]', 1",
    "Europe/Berlin, 2026-10-24, 'every: PT15M, days: [sun]', 100"
  })
  void aNodeThatLooksEveryMinuteRunsEachSlotOnceAndOnTime(
      String zoneName, String firstDay, String schedule, int slots) throws Exception {
    Pipeline pipeline = pipeline(zoneName, schedule);
    ZonedDateTime start = java.time.LocalDate.parse(firstDay).atStartOfDay(pipeline.zone());
    Instant end = start.plusDays(3).toInstant();
    var run = new ArrayList<Slot>();
    Instant decided = start.toInstant().minusSeconds(1);
    for (Instant now = decided.plusSeconds(55); decided.isBefore(end); now = now.plusSeconds(55)) {
      Instant until = now.isBefore(end) ? now : end.minusSeconds(1);
      DueSlots due = DueSlots.of(pipeline, decided, until);
      assertThat(due.passed()).isEmpty();
      for (Slot slot : due.run()) {
        assertThat(Duration.between(slot.at(), until)).isLessThan(Duration.ofSeconds(56));
      }
      run.addAll(due.run());
      decided = now;
    }
    assertThat(run).extracting(Slot::label).doesNotHaveDuplicates().hasSize(slots);
    assertThat(run).extracting(Slot::at).doesNotHaveDuplicates().isSorted();
  }

  private static Pipeline pipeline(String zone, String schedule) throws DefinitionException {
    String yaml =
        "name: night\ntitle: Night\ntimeZone: "
            + zone
            + "\nschedule: {"
            + schedule
            + "}\n"
            + "sources:\n  - {id: e, outlet: E, kind: feed, location: \"https://e.example/f\"}\n";
    return PipelineReader.read(
        "night.yaml",
        yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.file.Path.of("pipeline"));
  }

  @Test
  void movesATimeInsideTheGapPastItAndTakesTheFirstOfARepeatedOne() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    var schedule =
        new Schedule(List.of(LocalTime.of(2, 30)), Duration.ZERO, ALL, Schedule.Missed.RUN_ONCE);
    assertThat(walk(schedule, berlin, "2026-03-29", Duration.ofMinutes(7)))
        .containsExactly(new Slot("2026-03-29T02:30", Instant.parse("2026-03-29T01:30:00Z")));
    assertThat(walk(schedule, berlin, "2026-10-25", Duration.ofMinutes(7)))
        .containsExactly(new Slot("2026-10-25T02:30", Instant.parse("2026-10-25T00:30:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29, 23",
    "Europe/Berlin, 2026-10-25, 25",
    "America/New_York, 2026-03-08, 23",
    "America/New_York, 2026-11-01, 25",
    "Asia/Seoul, 2026-03-29, 24"
  })
  void anHourlyIntervalFollowsTheLengthOfTheDay(String zoneName, String day, int hours) {
    ZoneId zone = ZoneId.of(zoneName);
    var schedule = new Schedule(List.of(), Duration.ofHours(1), ALL, Schedule.Missed.RUN_ONCE);
    List<Slot> fired = walk(schedule, zone, day, Duration.ofMinutes(7));
    assertThat(fired).hasSize(hours);
    assertThat(fired).extracting(Slot::label).doesNotHaveDuplicates();
  }

  @Test
  void keepsToItsDays() {
    var schedule =
        new Schedule(
            List.of(LocalTime.of(6, 0)),
            Duration.ZERO,
            EnumSet.of(DayOfWeek.MONDAY),
            Schedule.Missed.RUN_ONCE);
    ZoneId zone = ZoneId.of("Asia/Seoul");
    assertThat(schedule.next(Instant.parse("2026-01-13T00:00:00Z"), 2, zone))
        .extracting(Slot::label)
        .containsExactly("2026-01-19T06:00", "2026-01-26T06:00");
  }

  @Test
  void neverFiresWithoutTimesOrInterval() {
    assertThat(Schedule.NONE.fires()).isFalse();
    assertThat(Schedule.NONE.next(Instant.EPOCH, 3, ZoneId.of("UTC"))).isEmpty();
  }

  /** What a ticking clock would see on that local day: each tick asks for what became due since. */
  private static List<Slot> walk(Schedule schedule, ZoneId zone, String day, Duration tick) {
    ZonedDateTime start = java.time.LocalDate.parse(day).atStartOfDay(zone);
    Instant end = start.plusDays(1).toInstant();
    var fired = new ArrayList<Slot>();
    // A slot at midnight is due at the first tick that looks back over it.
    for (Instant from = start.toInstant().minusMillis(1);
        from.isBefore(end);
        from = from.plus(tick)) {
      Instant until = from.plus(tick).isBefore(end) ? from.plus(tick) : end.minusMillis(1);
      fired.addAll(schedule.between(from, until, zone));
    }
    return fired;
  }
}
