package colophon.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last reading of a source's address ended, whatever came of it.
 *
 * @param refused whether a rule forbade it
 * @param reason null where it was read
 * @param tryAgainAfter null where its host did not ask us to wait
 */
record Attempt(
    Instant endedAt, boolean refused, @Nullable String reason, @Nullable Instant tryAgainAfter) {

  /** Whether its host asked to be left alone until after that instant. */
  boolean restsAt(Instant now) {
    return tryAgainAfter != null && tryAgainAfter.isAfter(now);
  }
}
