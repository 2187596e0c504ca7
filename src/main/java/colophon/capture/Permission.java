package colophon.capture;

import java.time.Duration;
import java.time.Instant;

/** What a host's robots.txt says of one address (RFC 9309). */
sealed interface Permission {

  /** It may be read, with that pause between two requests. */
  record Given(Duration crawlDelay) implements Permission {}

  /** It may not be read. */
  record Withheld() implements Permission {}

  /** Asking for the rules breaks a rule of ours; {@code reason} is a clause without a full stop. */
  record Barred(String reason) implements Permission {}

  /** The rules could not be read, so nothing is; {@code reason} is a clause without a full stop. */
  record Unknown(String reason, Instant until) implements Permission {}
}
