package colophon.evidence;

import colophon.attest.Attestor;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.capture.CopyErasure;
import colophon.edition.VersionPlan;
import colophon.kernel.Digest;
import colophon.llm.CallErasure;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import colophon.provenance.Tombstone;
import colophon.publication.PublicationStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the bytes that an order, a rule or a hold speaks of, as far as they are still here. */
final class ErasureSelection {

  private final CopyErasure copies;
  private final CallErasure calls;
  private final PublicationStore publications;
  private final Attestor attestor;
  private final BriefStore briefs;

  ErasureSelection(
      CopyErasure copies,
      CallErasure calls,
      PublicationStore publications,
      Attestor attestor,
      BriefStore briefs) {
    this.copies = copies;
    this.calls = calls;
    this.publications = publications;
    this.attestor = attestor;
    this.briefs = briefs;
  }

  /** What the logged versions of a brief rest on. */
  List<Erasable> ofBrief(ErasureClass of, String briefId) {
    return switch (of) {
      case COPIES -> copies.of(bodies(briefId)).stream().map(ErasureSelection::copy).toList();
      case MODEL -> {
        Set<Erasable> all = new LinkedHashSet<>();
        for (VersionPlan plan : publications.outOrOnItsWay(briefId)) {
          Optional<Draft> draft =
              publications.draftOf(briefId, plan.version()).flatMap(briefs::draft);
          if (draft.isPresent()) {
            String run = briefs.runOf(draft.get().id()).orElseThrow();
            calls.of(run, draft.get().storyId()).forEach(each -> all.add(document(each)));
          }
        }
        yield List.copyOf(all);
      }
    };
  }

  /** The archived copies of an address. */
  List<Erasable> ofSource(String address) {
    return copies.from(address).stream().map(ErasureSelection::copy).toList();
  }

  /** What has that digest. */
  List<Erasable> ofDigest(ErasureClass of, Digest digest) {
    return switch (of) {
      case COPIES -> copies.of(List.of(digest)).stream().map(ErasureSelection::copy).toList();
      case MODEL -> calls.of(digest).stream().map(this::document).toList();
    };
  }

  /** What was kept before a time, the oldest first, at most so many. */
  List<Erasable> before(ErasureClass of, Instant time, int most) {
    return switch (of) {
      case COPIES -> copies.before(time, most).stream().map(ErasureSelection::copy).toList();
      case MODEL -> calls.before(time, most).stream().map(this::document).toList();
    };
  }

  /** What a hold keeps: of a brief everything it rests on, of a source its copies. */
  List<Erasable> of(Hold hold) {
    return switch (hold.kind()) {
      case SOURCE -> ofSource(hold.name());
      case BRIEF -> {
        var all = new ArrayList<Erasable>();
        for (ErasureClass each : ErasureClass.values()) {
          all.addAll(ofBrief(each, hold.name()));
        }
        yield all;
      }
    };
  }

  /** Takes the bytes away, inside the caller's transaction; whether they were still here. */
  boolean erase(Erasable thing, Instant now) {
    return switch (thing.kind()) {
      case Tombstone.ARCHIVED_COPY -> copies.erase(thing.digest(), now);
      case Tombstone.MODEL_REQUEST, Tombstone.MODEL_ANSWER ->
          calls.erase(
              new CallErasure.Kept(
                  thing.kind().equals(Tombstone.MODEL_REQUEST),
                  thing.digest(),
                  List.of(),
                  thing.since()),
              now);
      default -> throw new IllegalArgumentException("nothing is known of " + thing.kind());
    };
  }

  int erasedCopies() {
    return copies.countErased();
  }

  private List<Digest> bodies(String briefId) {
    Set<Digest> bodies = new LinkedHashSet<>();
    for (VersionPlan plan : publications.outOrOnItsWay(briefId)) {
      attestor
          .record(briefId, plan.version())
          .ifPresent(record ->
              parse(record).sources().stream().map(RecordedSource::body).forEach(bodies::add));
    }
    return List.copyOf(bodies);
  }

  private static ProvenanceRecord parse(byte[] record) {
    try {
      return ProvenanceRecord.parse(record);
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a logged record is damaged: " + e.getMessage(), e);
    }
  }

  private static Erasable copy(CopyErasure.Copy copy) {
    return new Erasable(
        Tombstone.ARCHIVED_COPY,
        List.of(copy.digest()),
        "archived copy of "
            + (copy.addresses().isEmpty() ? "an unknown address" : copy.addresses().getLast()),
        copy.keptAt());
  }

  /** The instructions to a model can only be read in the requests that they were sent in. */
  private Erasable document(CallErasure.Kept kept) {
    Set<Digest> digests = new LinkedHashSet<>(List.of(kept.digest()));
    for (String story : kept.isRequest() ? kept.stories() : List.<String>of()) {
      briefs.draftsOf(story).stream()
          .filter(draft -> draft.writing().request().equals(kept.digest()))
          .forEach(draft -> digests.add(draft.writing().prompt()));
    }
    return new Erasable(
        kept.isRequest() ? Tombstone.MODEL_REQUEST : Tombstone.MODEL_ANSWER,
        List.copyOf(digests),
        (kept.isRequest() ? "what the model was sent for " : "what the model answered for ")
            + String.join(", ", kept.stories()),
        kept.firstAt());
  }
}
