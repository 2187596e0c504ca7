package colophon.article;

import java.net.URI;
import java.time.Instant;

/**
 * A document that was captured and became no article, and is not tried again until its bytes
 * change.
 *
 * @param outcome {@code unreadable}
 * @param reason a sentence for an operator: why the last try failed
 * @param tries how often it was tried
 */
public record UnreadDocument(
    String sourceId, URI address, String outcome, String reason, Instant notedAt, int tries) {

  /** What an operator is told of it. */
  public String sentence() {
    return address
        + " of the source \""
        + sourceId
        + "\" was tried "
        + tries
        + " times and is set aside until it changes. "
        + reason;
  }
}
