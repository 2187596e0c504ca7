package colophon.evidence;

import colophon.brief.Draft;
import colophon.edition.Artefact;
import colophon.edition.EditionPress;
import colophon.edition.Imprint;
import colophon.edition.LabelProfile;
import colophon.edition.Printing;
import colophon.edition.VersionPlan;
import colophon.grounding.GroundingReport;
import colophon.grounding.GroundingStore;
import colophon.kernel.Digest;
import colophon.kernel.Slug;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedBrief;
import colophon.provenance.RecordedReviewer;
import colophon.provenance.RecordedSource;
import colophon.review.Approved;
import colophon.review.Copy;
import colophon.review.Decision;
import colophon.review.Decisions;
import colophon.review.ReviewPolicy;
import colophon.review.Triage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints the published draft again, as it was approved. */
final class PrintReplay {

  private static final String NAME = "print";

  private PrintReplay() {}

  static ReplayStage run(ReplayMaterial material) {
    Imprint imprint = material.settings().imprint().orElse(null);
    LabelProfile label = material.settings().label().orElse(null);
    byte[] report = material.file("check/grounding.json");
    if (imprint == null || label == null || report == null) {
      return new ReplayStage.NotReplayed(
          NAME,
          "The newsroom's imprint, the label's words or the source check are not in the bundle.");
    }
    Optional<Approved> approved = approved(material, GroundingStore.parse(report));
    if (approved.isEmpty()) {
      return new ReplayStage.Differs(NAME, "This build would not let the draft out.");
    }
    Printing printing =
        new EditionPress()
            .print(
                approved.get(),
                material.dossier(),
                plan(material.record()),
                imprint,
                label,
                fetched(material.record()));
    return switch (printing) {
      case Printing.Refused refused ->
          new ReplayStage.Differs(
              NAME, "This build refuses to print it: " + refused.reasons().getFirst());
      case Printing.Printed printed -> compare(material, printed.edition().artefacts());
    };
  }

  private static ReplayStage compare(ReplayMaterial material, List<Artefact> artefacts) {
    for (Artefact artefact : artefacts) {
      byte[] stored = material.file(material.folder() + artefact.name());
      if (stored == null) {
        return new ReplayStage.Differs(
            NAME, "This build prints " + artefact.name() + ", which was not published.");
      }
      ReplayStage stage = Replay.compare(NAME, artefact.bytes(), stored, artefact.name());
      if (stage instanceof ReplayStage.Differs) {
        return stage;
      }
    }
    int recorded = material.record().brief().artefacts().size();
    return recorded == artefacts.size()
        ? new ReplayStage.Same(NAME, recorded + " published files")
        : new ReplayStage.Differs(
            NAME, "This build prints " + artefacts.size() + " files of " + recorded + ".");
  }

  /** The decision of then, made again on paper: nothing here is kept or published. */
  private static Optional<Approved> approved(ReplayMaterial material, GroundingReport report) {
    ProvenanceRecord record = material.record();
    Instant decidedAt = record.review().decidedAt();
    Draft draft = material.draft();
    Copy copy =
        switch (record.review().reviewer()) {
          case RecordedReviewer.Policy policy ->
              Triage.decide(
                  draft, report, List.of(), ReviewPolicy.NEVER, policy.pipeline(), decidedAt);
          case RecordedReviewer.Person person ->
              Decisions.apply(
                          new Copy.Waiting(draft, report, List.of(), decidedAt),
                          new Decision.Approve(person.name(), person.role()),
                          decidedAt)
                      instanceof Decisions.Outcome.Decided decided
                  ? decided.copy()
                  : new Copy.Waiting(draft, report, List.of(), decidedAt);
        };
    return copy instanceof Copy.Released released
        ? Optional.of(released.approved())
        : Optional.empty();
  }

  private static VersionPlan plan(ProvenanceRecord record) {
    RecordedBrief brief = record.brief();
    return new VersionPlan(
        brief.id(),
        new Slug(brief.slug()),
        brief.version(),
        VersionPlan.Kind.valueOf(brief.kind().name()),
        brief.note(),
        brief.publishedAt(),
        brief.firstPublishedAt(),
        record.run().pipeline());
  }

  private static Map<Digest, Instant> fetched(ProvenanceRecord record) {
    Map<Digest, Instant> fetched = new HashMap<>();
    for (RecordedSource source : record.sources()) {
      fetched.put(source.body(), source.fetchedAt());
    }
    return fetched;
  }
}
