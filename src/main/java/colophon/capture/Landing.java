package colophon.capture;

import java.net.URI;
import java.time.Instant;

/** Where an address led once its redirects were followed. */
sealed interface Landing {

  /** An address answered with something other than a redirect. */
  record Arrived(URI landed, Exchange.Answer answer) implements Landing {}

  /** The redirects lead nowhere; {@code reason} is a clause without a full stop. */
  record Lost(String reason) implements Landing {}

  /** A rule forbids it; {@code reason} is a clause without a full stop. */
  record Forbidden(String reason) implements Landing {}

  /** No complete answer came; {@code reason} is a clause without a full stop. */
  record Broken(String reason) implements Landing {}

  /** The host may not be asked before then; {@code reason} is a clause without a full stop. */
  record Denied(String reason, Instant until, boolean askedByHost) implements Landing {}
}
