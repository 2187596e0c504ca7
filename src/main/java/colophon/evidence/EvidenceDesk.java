package colophon.evidence;

import colophon.attest.Attested;
import colophon.attest.Attestor;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.capture.Snapshot;
import colophon.edition.VersionPlan;
import colophon.kernel.Json;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.Tombstone;
import colophon.publication.PublicationStore;
import colophon.story.StoryDesk;
import colophon.story.StoryRevision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where an auditor asks for the evidence on a published version. */
public final class EvidenceDesk {

  private final PublicationStore publications;
  private final Attestor attestor;
  private final BriefStore briefs;
  private final StoryDesk stories;
  private final SourcePart sources;
  private final WritingPart writing;
  private final EditPart edits;
  private final NotesPart notes;
  private final CheckPart checks;
  private final ReviewPart reviews;
  private final SettingsPart settings;
  private final CircumstancesPart circumstances;
  private final ErasedPart erased;

  EvidenceDesk(
      PublicationStore publications,
      Attestor attestor,
      BriefStore briefs,
      StoryDesk stories,
      SourcePart sources,
      WritingPart writing,
      EditPart edits,
      NotesPart notes,
      CheckPart checks,
      ReviewPart reviews,
      SettingsPart settings,
      CircumstancesPart circumstances,
      ErasedPart erased) {
    this.publications = publications;
    this.attestor = attestor;
    this.briefs = briefs;
    this.stories = stories;
    this.sources = sources;
    this.writing = writing;
    this.edits = edits;
    this.notes = notes;
    this.checks = checks;
    this.reviews = reviews;
    this.settings = settings;
    this.circumstances = circumstances;
    this.erased = erased;
  }

  /**
   * Everything on one version. The same whenever it is asked for, but for what the publisher has
   * signed about the brief's versions since.
   *
   * @param plan a version that is in the log
   */
  public EvidenceBundle bundle(VersionPlan plan) {
    Attested attested =
        attestor
            .find(plan)
            .orElseThrow(() -> new IllegalStateException("not in the log: " + plan.slug()));
    ProvenanceRecord record = record(attested);
    String draftId = publications.draftOf(plan.briefId(), plan.version()).orElseThrow();
    Draft draft =
        briefs.draft(draftId).or(() -> erased.remains(draftId)).orElseThrow(() -> lost(draftId));
    String run = briefs.runOf(draftId).orElseThrow(() -> lost(draftId));
    StoryRevision story =
        stories
            .revision(draft.storyId(), draft.storyRevision())
            .orElseThrow(() -> lost(draft.storyId()));
    List<Draft> drafts = drafts(draft, run);
    var shelf = new Shelf();
    new VersionPart(attestor).add(attested, earlier(plan), shelf);
    sources.add(record, shelf);
    writing.add(draft, run, drafts, story, shelf);
    edits.add(draft, shelf);
    notes.add(record, shelf);
    checks.add(draft, record, story, shelf);
    List<String> people = reviews.add(drafts, shelf);
    settings.add(record, shelf);
    circumstances.add(plan, run, record, shelf);
    erased.add(record, draft, run, people, shelf);
    return finished(plan, record, draft, shelf);
  }

  /**
   * The archived copies that the records of a brief's logged versions mean, each once, in the order
   * in which the records list them.
   */
  public List<Snapshot> copies(String briefId) {
    Map<String, Snapshot> copies = new LinkedHashMap<>();
    for (VersionPlan plan : publications.outOrOnItsWay(briefId)) {
      Optional<Attested> attested = attestor.find(plan);
      if (attested.isPresent()) {
        record(attested.get())
            .sources()
            .forEach(source ->
                sources
                    .copy(source)
                    .ifPresent(copy -> copies.putIfAbsent(copy.digest().hex(), copy)));
      }
    }
    return List.copyOf(copies.values());
  }

  /**
   * What is said of the copies that the records of a brief's versions name and that were erased.
   */
  public List<Tombstone> erased(String briefId) {
    return publications.outOrOnItsWay(briefId).stream()
        .flatMap(plan -> attestor.find(plan).stream())
        .flatMap(attested -> erased.copies(record(attested)).stream())
        .distinct()
        .toList();
  }

  private EvidenceBundle finished(
      VersionPlan plan, ProvenanceRecord record, Draft draft, Shelf shelf) {
    shelf.put(
        "evidence.html",
        "the evidence sheet: open it in a browser, or print it",
        EvidenceSheet.of(attestor.files(attestor.find(plan).orElseThrow()), record, draft).html());
    shelf.put(
        "README.txt",
        "what this is and how to check it",
        EvidenceReadme.of(plan, record, draft, shelf));
    shelf.put("SHA256SUMS", "the digests of the files above, for sha256sum -c", shelf.sums());
    shelf.put(
        "manifest.json",
        "this list",
        Json.object(
            "form", Json.of("evidence/1"),
            "brief", Json.of(plan.briefId()),
            "slug", Json.of(plan.slug().value()),
            "version", Json.of(plan.version()),
            "record", Json.of(record.digest().toString()),
            "entries", shelf.listed()));
    return new EvidenceBundle(plan, shelf.files());
  }

  /** The drafts of the same run and story up to this one, which is the last. */
  private List<Draft> drafts(Draft draft, String run) {
    var drafts = new ArrayList<Draft>();
    for (Draft each : briefs.draftsOf(draft.storyId())) {
      boolean before =
          !each.id().equals(draft.id()) && !each.writtenAt().isAfter(draft.writtenAt());
      if (before && briefs.runOf(each.id()).filter(run::equals).isPresent()) {
        drafts.add(each);
      }
    }
    drafts.sort(Comparator.comparing(Draft::writtenAt).thenComparing(Draft::id));
    drafts.add(draft);
    return drafts;
  }

  private List<VersionPlan> earlier(VersionPlan plan) {
    return publications.outOrOnItsWay(plan.briefId()).stream()
        .filter(each -> each.version() < plan.version())
        .toList();
  }

  private static ProvenanceRecord record(Attested attested) {
    try {
      return ProvenanceRecord.parse(attested.record());
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a logged record is damaged: " + e.getMessage(), e);
    }
  }

  private static IllegalStateException lost(String what) {
    return new IllegalStateException(what + " belongs to a published version and is gone");
  }
}
