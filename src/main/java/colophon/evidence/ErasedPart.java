package colophon.evidence;

import colophon.attest.TombstoneStore;
import colophon.capture.SnapshotStore;
import colophon.kernel.Digest;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import colophon.provenance.Tombstone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The signed tombstones of what a record names and was erased. */
final class ErasedPart {

  private static final String FOLDER = "erased/";
  private static final String ENDING = ".dsse.json";

  private final TombstoneStore tombstones;
  private final SnapshotStore snapshots;

  ErasedPart(TombstoneStore tombstones, SnapshotStore snapshots) {
    this.tombstones = tombstones;
    this.snapshots = snapshots;
  }

  /** Adds a tombstone for each thing that is not on the shelf; the rest of it stands there. */
  void add(ProvenanceRecord record, Shelf shelf) {
    var missing = new ArrayList<Digest>();
    for (RecordedSource source : record.sources()) {
      if (snapshots.find(source.body()).isEmpty()) {
        missing.add(source.body());
      }
    }
    var model = record.model();
    missing(shelf, "writing/request.json", model.request(), missing);
    missing(shelf, "writing/answer.json", model.response(), missing);
    missing(shelf, "writing/prompt.txt", model.prompt(), missing);
    for (Digest digest : missing) {
      Optional<byte[]> envelope = tombstones.envelope(digest);
      String path = FOLDER + digest.hex() + ENDING;
      if (envelope.isPresent() && !shelf.has(path)) {
        shelf.put(
            path,
            tombstones.find(digest).map(Tombstone::kind).orElseThrow().replace('-', ' ')
                + ": signed word of the publisher that its bytes were erased",
            envelope.get());
      }
    }
  }

  private static void missing(Shelf shelf, String path, Digest digest, List<Digest> missing) {
    if (!shelf.has(path)) {
      missing.add(digest);
    }
  }

  /** What is said of the archived copies that a record names and that were erased. */
  List<Tombstone> copies(ProvenanceRecord record) {
    return record.sources().stream()
        .map(RecordedSource::body)
        .distinct()
        .filter(body -> snapshots.find(body).isEmpty())
        .flatMap(body -> tombstones.find(body).stream())
        .toList();
  }

  /** What the tombstone in a bundle that was verified before says of that digest. */
  static Optional<Tombstone> in(SortedMap<String, byte[]> files, Digest digest) {
    byte[] file = files.get(FOLDER + digest.hex() + ENDING);
    try {
      return file == null
          ? Optional.empty()
          : Optional.of(Tombstone.parse(Envelope.parse(file).payload()))
              .filter(tombstone -> tombstone.digests().contains(digest));
    } catch (ProvenanceFormatException e) {
      return Optional.empty();
    }
  }
}
