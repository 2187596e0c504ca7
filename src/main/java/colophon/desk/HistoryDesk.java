package colophon.desk;

import colophon.attest.Attested;
import colophon.attest.Attestor;
import colophon.attest.BriefStatus;
import colophon.brief.BriefStore;
import colophon.capture.SnapshotStore;
import colophon.copydesk.CopyDesk;
import colophon.edition.VersionPlan;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedReview;
import colophon.provenance.RecordedSource;
import colophon.publication.PublicationStore;
import colophon.publication.ReleasedVersions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Gathers how a brief came to be, out of the records of its versions. */
final class HistoryDesk {

  private final PublicationStore publications;
  private final ReleasedVersions released;
  private final Attestor attestor;
  private final BriefStore briefs;
  private final Headlines headlines;
  private final SnapshotStore snapshots;
  private final CopyDesk copies;
  private final Timeline timeline;

  HistoryDesk(
      PublicationStore publications,
      ReleasedVersions released,
      Attestor attestor,
      BriefStore briefs,
      Headlines headlines,
      SnapshotStore snapshots,
      CopyDesk copies,
      Timeline timeline) {
    this.publications = publications;
    this.released = released;
    this.attestor = attestor;
    this.briefs = briefs;
    this.headlines = headlines;
    this.snapshots = snapshots;
    this.copies = copies;
    this.timeline = timeline;
  }

  /** A released version by the brief's slug and the version's number. */
  VersionPlan version(String slug, String number) {
    return publications.released(briefId(slug)).stream()
        .filter(plan -> Integer.toString(plan.version()).equals(number))
        .findFirst()
        .orElseThrow(() ->
            ReviewPage.missing("There is no released version \"" + number + "\" of this brief."));
  }

  private String briefId(String slug) {
    return publications
        .briefId(slug)
        .filter(id -> !publications.released(id).isEmpty())
        .orElseThrow(() -> ReviewPage.missing("No brief was published as \"" + slug + "\"."));
  }

  HistoryView history(String slug) {
    String briefId = briefId(slug);
    var told = new ArrayList<Timeline.Version>();
    var parts = new ArrayList<HistoryView.VersionPart>();
    List<ReleasedVersions.Standing> versions = released.standings(briefId);
    for (ReleasedVersions.Standing version : versions) {
      Attested attested = attestor.find(version.plan()).orElseThrow();
      ProvenanceRecord record = record(attested);
      told.add(new Timeline.Version(version.plan(), record, draftOf(version.plan())));
      parts.addFirst(part(version, attested, record));
    }
    VersionPlan newest = versions.getLast().plan();
    return new HistoryView(
        newest.slug().value(),
        headlines.of(newest),
        versions.getLast().state().name().toLowerCase(Locale.ROOT),
        newest.pipeline(),
        timeline.of(told, publications.withdrawal(briefId)),
        parts);
  }

  /** What a brief's versions come from. */
  ProvenanceView provenance(String slug) {
    List<VersionPlan> versions = publications.released(briefId(slug));
    var known =
        versions.stream()
            .map(plan -> {
              Attested attested = attestor.find(plan).orElseThrow();
              String draft = draftOf(plan);
              return new Provenance.Version(
                  plan, attested, record(attested), draft, briefs.draft(draft).isPresent());
            })
            .toList();
    VersionPlan newest = versions.getLast();
    return ProvenanceView.of(
        newest.slug().value(),
        headlines.of(newest),
        Provenance.of(known, source -> snapshots.find(source.body()).isPresent()));
  }

  /** A version with its record, and what it is today. */
  record Told(
      VersionPlan plan,
      String headline,
      Attested attested,
      ProvenanceRecord record,
      BriefStatus.State state) {}

  /** The versions of a brief, the oldest first. */
  List<Told> told(String slug) {
    return released.standings(briefId(slug)).stream()
        .map(standing -> {
          Attested attested = attestor.find(standing.plan()).orElseThrow();
          return new Told(
              standing.plan(),
              headlines.of(standing.plan()),
              attested,
              record(attested),
              standing.state());
        })
        .toList();
  }

  /** A version as it was known at some moment. */
  record Then(
      VersionPlan plan,
      String headline,
      Attested attested,
      List<ReleasedVersions.Standing> standings,
      SortedMap<String, byte[]> files) {}

  /** What was known when a version came out. */
  Then then(String slug, String number) {
    VersionPlan plan = version(slug, number);
    Attested attested = attestor.find(plan).orElseThrow();
    return new Then(
        plan,
        headlines.of(plan),
        attested,
        released.standings(plan.briefId(), plan.publishedAt()),
        attestor.files(attested));
  }

  private String draftOf(VersionPlan plan) {
    return publications.draftOf(plan.briefId(), plan.version()).orElse("");
  }

  private HistoryView.VersionPart part(
      ReleasedVersions.Standing version, Attested attested, ProvenanceRecord record) {
    VersionPlan plan = version.plan();
    String note = plan.note();
    String draft = draftOf(plan);
    return new HistoryView.VersionPart(
        plan.version(),
        DeskWords.kind(plan.kind()),
        version.state().name().toLowerCase(Locale.ROOT),
        DeskWords.day(plan.publishedAt()),
        note == null ? "" : note,
        attested.recordDigest().toString(),
        copies.worksheet(draft).isPresent() ? draft : "",
        attested.entryIndex(),
        List.of(
            Map.entry("Approved", Timeline.approvers(record.review())),
            Map.entry("Responsible", record.review().responsible()),
            Map.entry("Label", record.label().shortText()),
            Map.entry(
                "Model",
                DeskWords.model(record.model().provider(), record.model().name())
                    + " (as it calls itself: "
                    + record.model().reported()
                    + ")"),
            Map.entry(
                "Prompt",
                record.model().promptId() + ", version " + record.model().promptVersion()),
            Map.entry("Draft", draft + (briefs.draft(draft).isPresent() ? "" : ", erased since")),
            Map.entry("Run", record.run().id() + ", started by " + record.run().startedBy()),
            Map.entry("Software", record.run().software() + " " + record.run().softwareVersion()),
            Map.entry("Source check", record.run().checker())),
        receipt(record.review()),
        record.sources().stream().map(source -> source(source, record)).toList());
  }

  private static List<Map.Entry<String, String>> receipt(RecordedReview review) {
    Instant opened = review.openedAt();
    return List.of(
        Map.entry("Opened", opened == null ? "not known" : DeskWords.day(opened)),
        Map.entry("Decided", DeskWords.day(review.decidedAt())),
        Map.entry(
            "Sentences opened",
            review.sentencesOpened().isEmpty()
                ? "none noted"
                : review.sentencesOpened().size()
                    + ": "
                    + String.join(", ", review.sentencesOpened())),
        Map.entry(
            "Says to have checked",
            review.checksTicked().isEmpty() ? "nothing" : String.join(", ", review.checksTicked())),
        Map.entry(
            "Changed by people",
            review.changes().changed()
                + " changed, "
                + review.changes().written()
                + " written, "
                + review.changes().removed()
                + " cut"),
        Map.entry(
            "Flags settled",
            review.flags().isEmpty()
                ? "none"
                : String.join(
                    "; ", review.flags().stream().map(RecordedReview.Flag::reason).toList())),
        Map.entry("Approved copy", review.approved().toString()));
  }

  private HistoryView.SourceLine source(RecordedSource source, ProvenanceRecord record) {
    int cited =
        (int)
            record.sentences().stream()
                .filter(sentence ->
                    sentence.citations().stream()
                        .anyMatch(citation -> citation.source().equals(source.id())))
                .count();
    return new HistoryView.SourceLine(
        source.outlet(),
        source.title(),
        source.landed(),
        source.published() == null ? "" : DeskWords.moment(source.published()),
        source.rights().decision(),
        cited,
        snapshots.find(source.body()).isPresent() ? source.body().hex() : "");
  }

  static ProvenanceRecord record(Attested attested) {
    try {
      return ProvenanceRecord.parse(attested.record());
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a logged record is damaged: " + e.getMessage(), e);
    }
  }
}
