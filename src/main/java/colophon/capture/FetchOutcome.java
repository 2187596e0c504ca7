package colophon.capture;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the reading of one address ended. */
public sealed interface FetchOutcome {

  URI requested();

  /** It was read; the bytes are kept. */
  record Fetched(URI requested, Snapshot snapshot) implements FetchOutcome {}

  /** The server says it has not changed since we read it. */
  record NotModified(URI requested) implements FetchOutcome {}

  /** It may not be read; asking again changes nothing until somebody changes a rule. */
  record Refused(URI requested, String reason) implements FetchOutcome {}

  /** It could not be read this time. */
  record Failed(URI requested, String reason, @Nullable Instant tryAgainAfter)
      implements FetchOutcome {}
}
