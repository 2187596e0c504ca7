package colophon.evidence;

import colophon.attest.Attested;
import colophon.attest.Attestor;
import colophon.attest.InlineForm;
import colophon.attest.TimeStampException;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.edition.Artefact;
import colophon.edition.Imprint;
import colophon.edition.InlineProof;
import colophon.edition.Label;
import colophon.edition.VersionPlan;
import colophon.pipeline.Newsroom;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedLabel;
import colophon.publication.PublicationStore;
import colophon.story.DeskNotes;
import colophon.story.Dossier;
import colophon.story.StoryRevision;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Makes copies of published files that carry their content credential inside: derived from what was
 * published, not named by its record, and kept nowhere.
 */
public final class ExportDesk {

  private final PublicationStore publications;
  private final Attestor attestor;
  private final BriefStore briefs;
  private final DeskNotes notes;
  private final SettingsPart settings;
  private final Newsroom newsroom;

  /**
   * @param newsroom as it is now, where it is not known how it was
   */
  ExportDesk(
      PublicationStore publications,
      Attestor attestor,
      BriefStore briefs,
      DeskNotes notes,
      SettingsPart settings,
      Newsroom newsroom) {
    this.publications = publications;
    this.attestor = attestor;
    this.briefs = briefs;
    this.notes = notes;
    this.settings = settings;
    this.newsroom = newsroom;
  }

  /** A copy of a version that readers can see; its label is read again before it is given. */
  public InlineExport inline(VersionPlan plan, InlineForm form) {
    if (publications.withdrawal(plan.briefId()).isPresent()) {
      return refused("The brief " + plan.slug() + " was withdrawn; no copy is made of it.");
    }
    if (publications.released(plan.briefId()).stream()
        .noneMatch(released -> released.version() == plan.version())) {
      return refused(
          "Version " + plan.version() + " of " + plan.slug() + " has not been released.");
    }
    Attested attested = attestor.find(plan).orElseThrow();
    byte[] copy;
    try {
      copy = attestor.inline(attested, form);
    } catch (TimeStampException e) {
      return refused("There is no time stamp for it: " + e.getMessage() + ".");
    }
    List<String> findings = findings(copy, attested, form);
    return findings.isEmpty()
        ? new InlineExport.Made(plan.slug() + "-v" + plan.version() + "." + form.ending(), copy)
        : new InlineExport.Refused(findings);
  }

  private List<String> findings(byte[] copy, Attested attested, InlineForm form) {
    ProvenanceRecord record = record(attested);
    Artefact published =
        attested.artefacts().stream()
            .filter(artefact -> artefact.name().equals(form.artefact()))
            .findFirst()
            .orElseThrow();
    Draft draft = draft(attested.plan());
    return InlineProof.read(
        copy, published, label(record.label()), draft.brief(), notes(draft), imprint(record));
  }

  private Draft draft(VersionPlan plan) {
    return publications
        .draftOf(plan.briefId(), plan.version())
        .flatMap(briefs::draft)
        .orElseThrow();
  }

  /** The desk notes that a draft cites; of its reports nothing is asked here. */
  private Dossier notes(Draft draft) {
    StoryRevision story =
        new StoryRevision(draft.storyId(), draft.storyRevision(), List.of(), List.of());
    return notes.withCited(new Dossier(story, List.of()), draft.brief().citedArticleIds());
  }

  private Imprint imprint(ProvenanceRecord record) {
    return settings
        .imprint(record)
        .orElseGet(() ->
            new Imprint(
                newsroom.publisher(),
                newsroom.responsibleEditor(),
                newsroom.contact(),
                newsroom.site(),
                ZoneOffset.UTC,
                record.brief().sample()));
  }

  private static Label label(RecordedLabel label) {
    return new Label(
        label.profile(),
        label.locale(),
        label.shortText(),
        label.how(),
        label.longText(),
        label.digitalSourceType());
  }

  private static InlineExport refused(String reason) {
    return new InlineExport.Refused(List.of(reason));
  }

  private static ProvenanceRecord record(Attested attested) {
    try {
      return ProvenanceRecord.parse(attested.record());
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a logged record is damaged: " + e.getMessage(), e);
    }
  }
}
