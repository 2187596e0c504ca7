package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.evidence.ErasureDesk;
import colophon.evidence.RetentionSweep;
import colophon.pipeline.Retention;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a serving node erases by rule, as the days go by. */
class RetentionSweepTest {

  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final Retention NONE = new Retention(new TreeMap<>());

  @TempDir private Path folder;
  private Instant now = Instant.parse("2040-07-01T00:59:00Z");

  @Test
  void onceADayFromTheQuietHourOnAndOnlyWherePeriodsAreSet() throws Exception {
    ErasingNewsroom newsroom = ErasingNewsroom.publish(folder);
    var periods = new TreeMap<String, Period>();
    periods.put("copies", Period.ofYears(2));
    periods.put("texts", Period.ofYears(20));
    var retention = new Retention(periods);
    try (var open = KeptBytes.open(newsroom.home())) {
      var sweep =
          new RetentionSweep(open.room(ErasureDesk.class), open.room(JdbcClient.class), () -> now);
      assertThat(sweep.daily(retention, VIENNA)).as("two o'clock and 59 minutes").isEmpty();
      now = now.plusSeconds(60);
      assertThat(sweep.daily(NONE, VIENNA)).isEmpty();
      assertThat(sweep.daily(retention, VIENNA).orElseThrow())
          .matches(
              "Erased by rule: [1-9][0-9]* archived copies of sources, 0 texts of articles\\.");
      now = now.plusSeconds(3600);
      assertThat(sweep.daily(retention, VIENNA)).as("the same day").isEmpty();
      now = now.plusSeconds(24 * 3600);
      assertThat(sweep.daily(retention, VIENNA))
          .as("the day after")
          .contains("Erased by rule: 0 archived copies of sources, 0 texts of articles.");
    }
  }
}
