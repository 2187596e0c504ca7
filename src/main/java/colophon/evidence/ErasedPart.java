package colophon.evidence;

import colophon.attest.TombstoneStore;
import colophon.brief.Draft;
import colophon.brief.DraftErasure;
import colophon.capture.SnapshotStore;
import colophon.kernel.Digest;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import colophon.provenance.Tombstone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The signed tombstones of what a record names and was erased. */
final class ErasedPart {

  private static final String FOLDER = "erased/";
  private static final String ENDING = ".dsse.json";

  private final TombstoneStore tombstones;
  private final SnapshotStore snapshots;
  private final DraftErasure drafts;

  ErasedPart(TombstoneStore tombstones, SnapshotStore snapshots, DraftErasure drafts) {
    this.tombstones = tombstones;
    this.snapshots = snapshots;
    this.drafts = drafts;
  }

  /**
   * Adds a tombstone for each thing that is not on the shelf; the rest of it stands there.
   *
   * @param runId the run that wrote the draft
   * @param people who is named in what was decided on it
   */
  void add(
      ProvenanceRecord record, Draft draft, String runId, Collection<String> people, Shelf shelf) {
    var missing = new ArrayList<Digest>();
    drafts.gone(runId, draft.storyId()).forEach(gone -> missing.add(gone.digest()));
    people.forEach(name -> PeopleErasing.tombstone(name).ifPresent(missing::add));
    for (RecordedSource source : record.sources()) {
      if (snapshots.find(source.body()).isEmpty()) {
        missing.add(source.body());
      }
      missing(shelf, "sources/articles/" + source.id() + ".txt", source.text(), missing);
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

  /** The draft that a version was made of, or what is left of it and why. */
  Optional<Draft> remains(String draftId) {
    return drafts
        .gone(draftId)
        .flatMap(gone ->
            drafts.remains(
                draftId,
                "The draft was "
                    + tombstones.find(gone.digest()).map(Tombstone::sentence).orElse("erased")));
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

  /** What the first tombstone of that kind in a bundle that was verified before says. */
  static Optional<Tombstone> first(SortedMap<String, byte[]> files, String kind) {
    return files.keySet().stream()
        .filter(name -> name.startsWith(FOLDER) && name.endsWith(ENDING))
        .map(name -> Digest.parse("sha256:" + name.substring(FOLDER.length()).replace(ENDING, "")))
        .flatMap(digest -> in(files, digest).stream())
        .filter(tombstone -> tombstone.kind().equals(kind))
        .findFirst();
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
