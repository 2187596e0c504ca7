package colophon.copydesk;

import colophon.review.Flag;
import java.time.Instant;
import java.util.Optional;

/** A reason to look, and who has settled it. */
public record Mark(Flag flag, Optional<Settlement> settled) {

  /** Somebody looked and lets it stand. */
  public record Settlement(Person by, String reason, Instant at) {}

  /** Whether the draft cannot be approved as long as nobody settles it. */
  public boolean blocks() {
    return flag.kind() != Flag.Kind.POLICY && settled.isEmpty();
  }
}
