package colophon.attest;

import colophon.capture.Snapshot;
import colophon.kernel.Digest;
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
 */
public record Circumstances(
    RecordedRun run, Map<Digest, Snapshot> snapshots, @Nullable Digest previous, String currency) {
  public Circumstances {
    snapshots = Map.copyOf(snapshots);
  }
}
