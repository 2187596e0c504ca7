package colophon.capture;

import colophon.text.PrintableText;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What one poll of a source brought.
 *
 * @param captured items that are new or have changed, in the feed's order; their bytes are in the
 *     {@link SnapshotStore}
 * @param unchanged how many items were known already and had not changed
 * @param problems one sentence for each address that could not or may not be read
 */
public record PollReport(
    Source source,
    Instant polledAt,
    List<ItemHint> captured,
    int unchanged,
    List<Problem> problems) {

  public PollReport {
    captured = List.copyOf(captured);
    problems = List.copyOf(problems);
  }

  /** One address that brought nothing, and why, in a sentence for an operator. */
  public record Problem(URI address, String reason) {
    public Problem {
      address = WebAddress.withoutUser(address);
      reason = PrintableText.of(reason);
    }
  }
}
