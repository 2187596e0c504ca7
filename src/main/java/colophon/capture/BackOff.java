package colophon.capture;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to rest after failures in a row: doubled each time up to a limit, then drawn from the
 * upper half, so that many clients do not come back in step.
 */
record BackOff(Duration first, Duration most) {

  private static final int MOST_DOUBLINGS = 30;

  /** The rest after that many failures in a row, at least one. */
  Duration after(int failures, RandomGenerator random) {
    long whole = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    if (whole < 0 || whole > most.toMillis()) {
      whole = most.toMillis();
    }
    long half = whole / 2;
    return Duration.ofMillis(whole - half + (half == 0 ? 0 : random.nextLong(half + 1)));
  }
}
