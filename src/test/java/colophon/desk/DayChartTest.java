package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DayChartTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

  @Test
  void everyDayHasItsColumnAndTheGreatestReachesTheTop() {
    var chart =
        DayChart.of(
            "Runs",
            new TreeMap<>(Map.of("2026-03-02", 4L, "2026-03-01", 200L, "2025-01-01", 9L)),
            TODAY,
            Long::toString);
    assertThat(chart.columns()).hasSize(DayChart.DAYS);
    assertThat(chart.columns().getLast())
        .satisfies(last -> {
          assertThat(last.day()).isEqualTo("2026-03-02");
          assertThat(last.height()).isEqualTo(2);
          assertThat(last.y()).isEqualTo(98);
          assertThat(last.x() + last.width()).isLessThan(DayChart.WIDTH);
        });
    assertThat(chart.columns().get(DayChart.DAYS - 2).height()).isEqualTo(DayChart.HEIGHT);
    assertThat(chart.summary()).isEqualTo("Runs: 204 in the last 30 days, at most 200 on one day.");
  }

  @Test
  void nothingIsSaidInWords() {
    var chart = DayChart.of("Flags", new TreeMap<>(), TODAY, Long::toString);
    assertThat(chart.summary()).isEqualTo("Flags: none in the last 30 days.");
    assertThat(chart.columns()).allMatch(column -> column.height() == 0);
  }
}
