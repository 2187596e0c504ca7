package colophon.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last reading of a source's address ended, whatever came of it.
 *
 * @param refused whether a rule forbade it
 * @param reason null where it was read
 * @param tryAgainAfter null where nobody asked us to wait
 */
record Attempt(
    Instant endedAt, boolean refused, @Nullable String reason, @Nullable Instant tryAgainAfter) {}
