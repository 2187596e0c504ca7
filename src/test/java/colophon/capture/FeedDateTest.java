package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wed, 14 Jan 2026 13:30:00 +0900 | 2026-01-14T13:30+09:00",
        "Wed, 14 Jan 2026 08:30:05 GMT | 2026-01-14T08:30:05Z",
        "14 Jan 26 08:30 EST | 2026-01-14T08:30-05:00",
        "Wed, 4 Jan 99 08:30 PDT | 1999-01-04T08:30-07:00",
        "Wednesday, 14-Jan-2026 08:30:00 UTC | 2026-01-14T08:30Z",
        "14 January 2026 08:30:00 +01:00 | 2026-01-14T08:30+01:00",
        "Wed,  14 Jan 2026 8:30:00 -0330 (NST) | 2026-01-14T08:30-03:30",
        "Wed Jan 14 08:30:00 CET 2026 | 2026-01-14T08:30+01:00",
        "2026-01-14T08:30:00Z | 2026-01-14T08:30Z",
        "2026-01-14t08:30:00.123456+09:00 | 2026-01-14T08:30+09:00",
        "2026-01-14 08:30:00 +0000 | 2026-01-14T08:30Z",
        "2026-01-14T08:30-05 | 2026-01-14T08:30-05:00",
        "20260114T08:30:00Z | 2026-01-14T08:30Z",
        "2026-12-31T23:59:60Z | 2027-01-01T00:00Z",
        "2026-12-31T24:00:00Z | 2027-01-01T00:00Z",
      })
  void readsADateWithItsZone(String written, String read) {

    assertThat(FeedDate.read(written)).hasToString("Optional[" + read + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-01-14",
        "2026-01-14T08:30:00",
        "Wed, 14 Jan 2026 08:30:00",
        "Wed, 14 Jan 2026",
        "Wed, 32 Jan 2026 08:30:00 GMT",
        "2026-02-30T08:30:00Z",
        "14 Foo 2026 08:30:00 GMT",
        "2026-01-14T08:30:00+99:00",
        "2026-01-14T08:30:00 XYZ"
      })
  void guessesNothing(String written) {
    assertThat(FeedDate.read(written)).isEmpty();
  }
}
