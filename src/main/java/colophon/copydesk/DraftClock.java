package colophon.copydesk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A draft is told from those before it by its time too, whatever the clock says. */
final class DraftClock {

  private DraftClock() {}

  /** Now, or the moment after an earlier draft where the clock is not past that. */
  static Instant after(Instant before, InstantSource clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
  }
}
