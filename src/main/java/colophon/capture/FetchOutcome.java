package colophon.capture;

import colophon.text.PrintableText;
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
  record Refused(URI requested, String reason) implements FetchOutcome {
    public Refused {
      reason = PrintableText.of(reason);
    }
  }

  /**
   * It could not be read this time.
   *
   * @param tryAgainAfter null where nothing speaks against asking at once
   * @param askedByHost whether it is the host's own wish to be left alone until then, which binds
   *     every process; else we only spare a host that fails
   */
  record Failed(URI requested, String reason, @Nullable Instant tryAgainAfter, boolean askedByHost)
      implements FetchOutcome {
    public Failed {
      reason = PrintableText.of(reason);
    }

    public Failed(URI requested, String reason, @Nullable Instant tryAgainAfter) {
      this(requested, reason, tryAgainAfter, false);
    }
  }
}
