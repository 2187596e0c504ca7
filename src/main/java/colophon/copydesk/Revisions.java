package colophon.copydesk;

import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.edition.VersionPlan;
import colophon.grounding.Grounder;
import colophon.grounding.GroundingReport;
import colophon.grounding.GroundingStore;
import colophon.kernel.Digest;
import colophon.pipeline.Pipeline;
import colophon.publication.PublicationStore;
import colophon.review.Copy;
import colophon.review.Flag;
import colophon.review.Flags;
import colophon.review.ReviewStore;
import colophon.story.Dossier;
import colophon.story.StoryDesk;
import colophon.story.StoryRevision;
import colophon.text.Embedder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes up briefs that are out, to correct or update them: a draft that begins with the words of
 * the present version, and is edited, marked and approved like any other.
 */
public final class Revisions {

  private final CopyDesk desk;
  private final PublicationStore publications;
  private final ReviewStore reviews;
  private final BriefStore briefs;
  private final GroundingStore reports;
  private final StoryDesk stories;
  private final EditStore edits;
  private final DeskLog log;
  private final PlaceStore places;
  private final Embedder embedder;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  Revisions(
      CopyDesk desk,
      PublicationStore publications,
      ReviewStore reviews,
      BriefStore briefs,
      GroundingStore reports,
      StoryDesk stories,
      EditStore edits,
      DeskLog log,
      PlaceStore places,
      Embedder embedder,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.desk = desk;
    this.publications = publications;
    this.reviews = reviews;
    this.briefs = briefs;
    this.reports = reports;
    this.stories = stories;
    this.edits = edits;
    this.log = log;
    this.places = places;
    this.embedder = embedder;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * The drafts that wait and take up a brief, by the brief's id.
   *
   * @see #open
   */
  public Map<String, DraftEdit> open() {
    return edits.reopened();
  }

  /**
   * Takes up a brief that is out. There is one such draft of a brief at a time.
   *
   * @param told what readers are to be told, as far as it is known yet
   */
  public RevisionResult open(String idOrSlug, DeskEvent.Told told, Person by) {
    DeskEvent.Told clean = Noting.clean(told);
    if (clean.note().codePointCount(0, clean.note().length()) > Noting.MOST_REASON) {
      return refused(Noting.TOO_LONG_A_NOTE);
    }
    List<VersionPlan> released =
        publications.briefId(idOrSlug).map(publications::released).orElse(List.of());
    if (released.isEmpty()) {
      return refused("The brief \"" + idOrSlug + "\" is not out, so there is nothing to correct.");
    }
    VersionPlan plan = released.getLast();
    if (publications.withdrawal(plan.briefId()).isPresent()) {
      return refused("The brief was withdrawn, and a withdrawn brief takes no new version.");
    }
    Optional<Draft> published =
        publications.draftOf(plan.briefId(), plan.version()).flatMap(briefs::draft);
    if (published.isEmpty()) {
      return refused(
          "The words of version " + plan.version() + " were erased here; withdraw it instead.");
    }
    return Objects.requireNonNull(
        transaction.execute(status -> open(plan, published.get(), clean, by)));
  }

  private RevisionResult open(VersionPlan plan, Draft published, DeskEvent.Told told, Person by) {
    String root = edits.root(published.id());
    places.hold(root);
    Optional<String> newest = reviews.overtakenBy(published.id());
    Optional<RevisionResult> inTheWay = newest.flatMap(id -> inTheWay(plan, id));
    Optional<Pipeline> pipeline = desk.pipeline(published);
    StoryRevision story =
        stories.revision(published.storyId(), published.storyRevision()).orElseThrow();
    if (inTheWay.isPresent()) {
      return inTheWay.get();
    }
    if (pipeline.isEmpty()) {
      return refused(
          "The pipeline that made this brief has no file any more, so nothing says how it is"
              + " checked; ask an operator to put it back.");
    }
    if (!stories.noLongerKept(story).isEmpty()) {
      return refused(
          "The text of a source that it rests on was erased, so it cannot be checked again;"
              + " withdraw it instead.");
    }
    Instant before = newest.flatMap(briefs::draft).orElse(published).writtenAt();
    Draft draft = keep(plan, published, root, by, DraftClock.after(before, clock));
    wait(draft, published, plan, pipeline.get(), desk.dossier(published));
    log.note(root, draft.id(), told, by, draft.writtenAt());
    log.note(
        root, draft.id(), new DeskEvent.Assigned(by.login(), by.name()), by, draft.writtenAt());
    Worksheet sheet = desk.worksheet(draft.id()).orElseThrow();
    places.keep(sheet);
    return new RevisionResult.Opened(sheet);
  }

  /** Why a newer draft of the story has to be decided on first; empty where it has not. */
  private Optional<RevisionResult> inTheWay(VersionPlan plan, String newest) {
    return reviews
        .find(newest)
        .flatMap(copy ->
            switch (copy) {
              case Copy.Waiting ignored -> {
                DraftEdit open = edits.reopened().get(plan.briefId());
                yield Optional.of(
                    open == null
                        ? "A newer draft of this story waits; work on that one."
                        : open.by().name()
                            + " has taken up version "
                            + plan.version()
                            + " already; work on that draft together.");
              }
              case Copy.Released ignored ->
                  publications
                      .ofDraft(newest)
                      .filter(next -> next.version() > plan.version())
                      .map(next ->
                          "Version "
                              + next.version()
                              + " is approved and on its way out; try again in a moment.");
              case Copy.SentBack ignored -> Optional.<String>empty();
              case Copy.Spiked ignored -> Optional.<String>empty();
            })
        .map(reason -> new RevisionResult.Refused(reason, newest));
  }

  /** Keeps the words of what is out as the last draft of its line. */
  private Draft keep(VersionPlan plan, Draft published, String root, Person by, Instant now) {
    List<DraftEdit> made = edits.since(root);
    String last = made.isEmpty() ? root : made.getLast().draftId();
    var draft =
        new Draft(
            "d-" + Digest.ofText(last + "\nreopened\n" + now).brief(20),
            published.storyId(),
            published.storyRevision(),
            published.brief(),
            published.writing(),
            published.rewritings(),
            now);
    briefs.keepLast(published.id(), draft);
    edits.keep(
        new DraftEdit(
            draft.id(),
            last,
            root,
            new DraftEdit.Change.Reopened(
                plan.briefId(), plan.slug().value(), plan.version(), published.id()),
            by,
            now));
    return draft;
  }

  /** Lets the draft wait, checked as it stands. */
  private void wait(
      Draft draft, Draft published, VersionPlan plan, Pipeline pipeline, Dossier dossier) {
    GroundingReport report =
        reviews
            .find(published.id())
            .map(copy ->
                Grounder.recheck(
                    published.brief(),
                    copy.report(),
                    draft.brief(),
                    dossier,
                    embedder,
                    pipeline.thresholds()))
            .orElseGet(
                () -> Grounder.check(draft.brief(), dossier, embedder, pipeline.thresholds()));
    var flags =
        new ArrayList<>(
            Flags.of(
                draft,
                dossier,
                report,
                pipeline.review(),
                pipeline.selection().leastIndependentSources()));
    if (flags.stream().noneMatch(flag -> flag.kind() == Flag.Kind.POLICY)) {
      flags.add(
          new Flag(
              Flag.Kind.POLICY,
              "It takes up version "
                  + plan.version()
                  + ", which is out; that asks for a new decision."));
    }
    reports.keep(draft.id(), report, draft.writtenAt());
    reviews.keep(
        new Copy.Waiting(draft, report, flags, draft.writtenAt(), pipeline.reviewers(), null));
  }

  private static RevisionResult refused(String reason) {
    return new RevisionResult.Refused(reason, "");
  }
}
