package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | Optional[2026-01-14T09:02:00Z]",
        "0 | Optional[2026-01-14T09:00:00Z]",
        "99999999999 | Optional[2026-01-14T10:00:00Z]",
        "Wed, 14 Jan 2026 09:30:00 GMT | Optional[2026-01-14T09:30:00Z]",
        "Wed, 14 Jan 2026 23:30:00 GMT | Optional[2026-01-14T10:00:00Z]",
        "Tue, 14 Jan 2025 23:30:00 GMT | Optional[2026-01-14T09:00:00Z]",
        "soon | Optional.empty",
        "-5 | Optional.empty",
        "99999999999999999999999 | Optional.empty",
      })
  void readsSecondsAndDatesWithinTheCap(String value, String instant) {
    assertThat(RetryAfter.read(value, Fixtures.NOW, Duration.ofHours(1))).hasToString(instant);
  }
}
