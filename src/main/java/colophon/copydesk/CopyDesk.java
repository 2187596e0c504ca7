package colophon.copydesk;

import colophon.brief.Amended;
import colophon.brief.Amending;
import colophon.brief.Amendment;
import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.brief.DraftDocument;
import colophon.grounding.Grounder;
import colophon.grounding.GroundingReport;
import colophon.grounding.GroundingStore;
import colophon.kernel.Digest;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunLog;
import colophon.review.Edits;
import colophon.review.Flag;
import colophon.review.Flags;
import colophon.review.ReviewStore;
import colophon.story.Dossier;
import colophon.story.StoryDesk;
import colophon.text.Embedder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Where drafts are worked on: each change is checked against the sources at once and kept. */
public final class CopyDesk {

  /** How often a change is tried again on top of a colleague's that came between. */
  private static final int MOST_TRIES = 5;

  private final ReviewStore reviews;
  private final BriefStore briefs;
  private final GroundingStore reports;
  private final StoryDesk stories;
  private final RunLog runs;
  private final PipelineBook pipelines;
  private final EditStore edits;
  private final DeskLog log;
  private final Embedder embedder;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  CopyDesk(
      ReviewStore reviews,
      BriefStore briefs,
      GroundingStore reports,
      StoryDesk stories,
      RunLog runs,
      PipelineBook pipelines,
      EditStore edits,
      DeskLog log,
      Embedder embedder,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.reviews = reviews;
    this.briefs = briefs;
    this.reports = reports;
    this.stories = stories;
    this.runs = runs;
    this.pipelines = pipelines;
    this.edits = edits;
    this.log = log;
    this.embedder = embedder;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The last draft of the line that a draft belongs to, with all that was done to it. */
  public Optional<Worksheet> worksheet(String draftId) {
    String root = edits.root(draftId);
    List<DraftEdit> made = edits.since(root);
    String last = made.isEmpty() ? root : made.getLast().draftId();
    return reviews
        .find(last)
        .flatMap(
            copy -> briefs.draft(root).map(first -> Worksheet.of(first, copy, made, log.of(root))));
  }

  /** The story's revision that a draft was written from. */
  public Dossier dossier(Draft draft) {
    return stories.dossier(stories.revision(draft.storyId(), draft.storyRevision()).orElseThrow());
  }

  /** The pipeline that made a draft; empty where it has no definition any more. */
  public Optional<Pipeline> pipeline(Draft draft) {
    return briefs
        .runOf(draft.id())
        .flatMap(runs::find)
        .flatMap(run -> pipelines.find(run.pipeline()));
  }

  /**
   * Changes a draft. A change to one sentence stands beside a colleague's to another; two of the
   * same sentence do not, and the second is told.
   *
   * @param draftId any draft of the line
   */
  public EditResult amend(String draftId, Amendment amendment, Person by) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<Worksheet> found = worksheet(draftId);
      if (found.isEmpty()) {
        return gone(draftId);
      }
      Worksheet sheet = found.get();
      switch (Amending.apply(sheet.draft().brief(), amendment, by.name())) {
        case Amended.Refused refused -> {
          return new EditResult.Refused(refused.reason());
        }
        case Amended.Stale stale -> {
          return new EditResult.Stale(sheet, stale.now(), lastToChange(sheet, amendment));
        }
        case Amended.Changed changed -> {
          Optional<EditResult> kept =
              keep(sheet, changed.brief(), Optional.of(amendment), by, changed.sentenceId());
          if (kept.isPresent()) {
            return kept.get() instanceof EditResult.Saved saved
                    && !sheet.draft().id().equals(draftId)
                ? new EditResult.Saved(saved.worksheet(), saved.sentenceId(), true)
                : kept.get();
          }
        }
      }
    }
    return new EditResult.Refused(
        "Colleagues are changing this draft at this moment; try again in a second.");
  }

  /** Takes a person's own last change back. */
  public EditResult undo(String draftId, Person by) {
    Optional<Worksheet> found = worksheet(draftId);
    if (found.isEmpty()) {
      return gone(draftId);
    }
    Worksheet sheet = found.get();
    Deque<DraftEdit> standing = new ArrayDeque<>();
    for (DraftEdit edit : sheet.edits()) {
      if (edit.amendment().isPresent()) {
        standing.push(edit);
      } else {
        standing.pop();
      }
    }
    if (standing.isEmpty()) {
      return new EditResult.Refused("There is no change to take back.");
    }
    DraftEdit last = standing.peek();
    if (!last.by().login().equals(by.login())) {
      return new EditResult.Refused(
          "The last change is " + last.by().name() + "'s; ask, or change the sentence yourself.");
    }
    Brief before = briefs.draft(last.previous()).orElseThrow().brief();
    String sentence = last.amendment().orElseThrow().sentenceId();
    return keep(sheet, before, Optional.empty(), by, sentence)
        .orElseGet(() ->
            new EditResult.Refused("A colleague changed the draft a moment ago; look again."));
  }

  /** Notes what somebody did with a draft. */
  public void note(String draftId, DeskEvent event, Person by) {
    log.note(edits.root(draftId), draftId, event, by, clock.instant());
  }

  private static EditResult gone(String draftId) {
    return new EditResult.Refused("There is no draft " + draftId + " at the desk.");
  }

  /** Keeps a changed brief as a draft of its own; empty where a colleague was first. */
  private Optional<EditResult> keep(
      Worksheet sheet, Brief brief, Optional<Amendment> amendment, Person by, String sentenceId) {
    Optional<Pipeline> pipeline = pipeline(sheet.draft());
    if (pipeline.isEmpty()) {
      return Optional.of(
          new EditResult.Refused(
              "The pipeline that made this draft has no file any more, so nothing says how it is"
                  + " checked; ask an operator to put it back."));
    }
    Draft before = sheet.draft();
    Dossier dossier = dossier(before);
    Instant now = later(before.writtenAt());
    var edited =
        new Draft(
            idOf(before, amendment, now),
            before.storyId(),
            before.storyRevision(),
            brief,
            before.writing(),
            now);
    GroundingReport report =
        Grounder.recheck(
            before.brief(),
            sheet.copy().report(),
            brief,
            dossier,
            embedder,
            pipeline.get().thresholds());
    List<Flag> flags =
        Flags.of(
            edited,
            dossier,
            report,
            pipeline.get().review(),
            pipeline.get().selection().leastIndependentSources());
    return switch (Edits.apply(sheet.copy(), by.name(), edited, report, flags, now)) {
      case Edits.Outcome.Refused refused -> Optional.of(new EditResult.Refused(refused.reason()));
      case Edits.Outcome.Waits waits -> {
        var edit = new DraftEdit(edited.id(), before.id(), sheet.root().id(), amendment, by, now);
        yield write(waits, edit)
            ? Optional.of(new EditResult.Saved(after(sheet, waits, edit), sentenceId, false))
            : Optional.empty();
      }
    };
  }

  private boolean write(Edits.Outcome.Waits waits, DraftEdit edit) {
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> {
            Draft edited = waits.edited().draft();
            briefs.keep(briefs.runOf(edit.previous()).orElseThrow(), edited);
            edits.keep(edit);
            reports.keep(edited.id(), waits.edited().report(), edit.at());
            reviews.keep(waits.before());
            reviews.keep(waits.edited());
            return true;
          }));
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private static Worksheet after(Worksheet sheet, Edits.Outcome.Waits waits, DraftEdit edit) {
    var made = new ArrayList<>(sheet.edits());
    made.add(edit);
    return Worksheet.of(sheet.root(), waits.edited(), made, sheet.log());
  }

  /** A draft is told from the one before it by its time too, whatever the clock says. */
  private Instant later(Instant before) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
  }

  private static String idOf(Draft before, Optional<Amendment> amendment, Instant now) {
    Digest done =
        amendment
            .map(each -> Digest.of(DraftDocument.format(each)))
            .orElseGet(() -> Digest.ofText("undo"));
    return "d-" + Digest.ofText(before.id() + "\n" + done + "\n" + now).brief(20);
  }

  private static Person lastToChange(Worksheet sheet, Amendment amendment) {
    return sheet.edits().reversed().stream()
        .filter(edit ->
            edit.amendment()
                .map(Amendment::sentenceId)
                .filter(amendment.sentenceId()::equals)
                .isPresent())
        .map(DraftEdit::by)
        .findFirst()
        .orElseGet(() -> new Person("", "a colleague"));
  }
}
