package colophon.attest;

import colophon.capture.Snapshot;
import colophon.kernel.Digest;
import colophon.provenance.RecordedRights;
import colophon.provenance.RecordedRun;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record says that the edition itself does not know.
 *
 * @param run the run that made the brief
 * @param snapshots the archived copy of every article of the story, by its digest
 * @param previous the digest of the record of the version before; null for the first
 * @param currency of the costs, an ISO 4217 code
 * @param overruled why an article is used in spite of what was said of its use, by its id
 */
public record Circumstances(
    RecordedRun run,
    Map<Digest, Snapshot> snapshots,
    @Nullable Digest previous,
    String currency,
    Map<String, RecordedRights.Overruling> overruled) {
  public Circumstances {
    snapshots = Map.copyOf(snapshots);
    overruled = Map.copyOf(overruled);
  }

  /** Circumstances in which nobody had to decide against a signal. */
  public Circumstances(
      RecordedRun run,
      Map<Digest, Snapshot> snapshots,
      @Nullable Digest previous,
      String currency) {
    this(run, snapshots, previous, currency, Map.of());
  }

  /** The same after a version whose record has that digest; null for the first. */
  public Circumstances after(@Nullable Digest record) {
    return new Circumstances(run, snapshots, record, currency, overruled);
  }
}
