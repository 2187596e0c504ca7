package colophon.evidence;

import colophon.edition.EditionPress;
import colophon.edition.Imprint;
import colophon.edition.LabelProfile;
import colophon.edition.Printing;
import colophon.edition.VersionPlan;
import colophon.grounding.GroundingReport;
import colophon.kernel.Digest;
import colophon.kernel.Slug;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedBrief;
import colophon.provenance.RecordedSource;
import colophon.review.Approved;
import colophon.review.Copy;
import colophon.review.Decision;
import colophon.review.Decisions;
import colophon.review.ReviewPolicy;
import colophon.review.Triage;
import colophon.story.Dossier;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published draft approved and printed again, on paper: nothing here is kept or published. */
final class Reprint {

  /** The database keeps times to the microsecond, and rounds. */
  private static final Duration KEPT_TO = Duration.ofNanos(1_000);

  private Reprint() {}

  /** The decision of then, made again; empty where this build would not make it. */
  static Optional<Approved> approved(ReplayMaterial material, GroundingReport report) {
    BundledReview.Event last = material.review().last();
    Instant at = decidedAt(last, material.record());
    Copy.Waiting waiting =
        new Copy.Waiting(material.draft(), report, last.flags(), material.review().first().at());
    Copy copy =
        last.state().equals("approved")
            ? approvedByPerson(waiting, last, at)
            : Triage.decide(material.draft(), report, List.of(), ReviewPolicy.NEVER, last.by(), at);
    return copy instanceof Copy.Released released
        ? Optional.of(released.approved())
        : Optional.empty();
  }

  private static Copy approvedByPerson(
      Copy.Waiting waiting, BundledReview.Event event, Instant at) {
    BundledReview.Receipt receipt = event.receipt();
    Decision decision =
        receipt == null
            ? new Decision.Approve(event.by(), event.role())
            : new Decision.Approve(
                event.by(),
                event.role(),
                event.reason(),
                receipt.settled(),
                receipt.openedAt(),
                receipt.opened(),
                receipt.changes(),
                "",
                receipt.ticked());
    return Decisions.apply(waiting, decision, at) instanceof Decisions.Outcome.Decided decided
        ? decided.copy()
        : waiting;
  }

  /** The record may tell the moment of the decision more finely than the database kept it. */
  private static Instant decidedAt(BundledReview.Event event, ProvenanceRecord record) {
    Instant recorded = record.review().decidedAt();
    return Duration.between(event.at(), recorded).abs().compareTo(KEPT_TO) <= 0
        ? recorded
        : event.at();
  }

  static Printing printed(
      Approved approved,
      ReplayMaterial material,
      Dossier dossier,
      Imprint imprint,
      LabelProfile label) {
    return new EditionPress()
        .print(
            approved,
            dossier,
            material
                .circumstances()
                .map(BundledCircumstances::plan)
                .orElseGet(() -> plan(material.record())),
            imprint,
            label,
            fetched(material.record()));
  }

  /** A bundle made before it held the version's circumstances has them in the record alone. */
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
