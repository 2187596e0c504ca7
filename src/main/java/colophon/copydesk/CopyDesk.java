package colophon.copydesk;

import colophon.brief.Amended;
import colophon.brief.Amending;
import colophon.brief.Amendment;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.brief.Rewriting;
import colophon.grounding.GroundingStore;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunLog;
import colophon.review.Copy;
import colophon.review.Flag;
import colophon.review.ReviewStore;
import colophon.story.Dossier;
import colophon.text.Embedder;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Where drafts are worked on: each change is checked against the sources at once and kept. */
public final class CopyDesk {

  /** How often a change is tried again on top of a colleague's that came between. */
  private static final int MOST_TRIES = 5;

  private final ReviewStore reviews;
  private final BriefStore briefs;
  private final DraftSources sources;
  private final RunLog runs;
  private final PipelineBook pipelines;
  private final EditStore edits;
  private final DeskLog log;
  private final PlaceStore places;
  private final Worksheets sheets;
  private final DraftKeeper keeper;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  CopyDesk(
      ReviewStore reviews,
      BriefStore briefs,
      GroundingStore reports,
      DraftSources sources,
      RunLog runs,
      PipelineBook pipelines,
      EditStore edits,
      DeskLog log,
      PlaceStore places,
      Embedder embedder,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.reviews = reviews;
    this.briefs = briefs;
    this.sources = sources;
    this.runs = runs;
    this.pipelines = pipelines;
    this.edits = edits;
    this.log = log;
    this.places = places;
    this.sheets = new Worksheets(reviews, briefs, edits, log);
    this.keeper =
        new DraftKeeper(
            reviews,
            briefs,
            reports,
            sources,
            edits,
            log,
            places,
            sheets,
            embedder,
            transaction,
            clock);
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The last draft of the line that a draft belongs to, with all that was done to it. */
  public Optional<Worksheet> worksheet(String draftId) {
    return sheets.find(draftId);
  }

  /** The story's revision that a draft was written from, with the desk notes that it cites. */
  public Dossier dossier(Draft draft) {
    return sources.cited(draft);
  }

  /** All that a sentence of a draft can rest on: the same with every desk note on the draft. */
  public Dossier sources(Draft draft) {
    return sources.all(draft);
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
      Optional<String> closed = closed(sheet);
      if (closed.isPresent()) {
        return new EditResult.Refused(closed.get());
      }
      Amendment made = Amending.clean(amendment);
      switch (Amending.apply(sheet.draft().brief(), made, by.name())) {
        case Amended.Refused refused -> {
          return new EditResult.Refused(refused.reason());
        }
        case Amended.Stale stale -> {
          return new EditResult.Stale(
              sheet, stale.now(), sheet.lastToChange(amendment.sentenceId()));
        }
        case Amended.Changed changed -> {
          var next =
              new DraftKeeper.Next(
                  changed.brief(),
                  Rewriting.after(sheet.draft().rewritings(), made, changed.brief(), by.name()),
                  Optional.of(made),
                  changed.sentenceId());
          Optional<EditResult> kept = keeper.keep(sheet, next, pipeline(sheet.draft()), by);
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
    Optional<String> closed = closed(sheet);
    if (closed.isPresent()) {
      return new EditResult.Refused(closed.get());
    }
    Deque<DraftEdit> standing = new ArrayDeque<>();
    for (DraftEdit edit : sheet.edits()) {
      switch (edit.change()) {
        case DraftEdit.Change.Amended ignored -> standing.push(edit);
        case DraftEdit.Change.TakenBack ignored -> standing.pop();
        case DraftEdit.Change.Reopened ignored -> standing.clear();
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
    Draft before = briefs.draft(last.previous()).orElseThrow();
    String sentence = last.amendment().orElseThrow().sentenceId();
    var next =
        new DraftKeeper.Next(before.brief(), before.rewritings(), Optional.empty(), sentence);
    return keeper
        .keep(sheet, next, pipeline(sheet.draft()), by)
        .orElseGet(() ->
            new EditResult.Refused("A colleague changed the draft a moment ago; look again."));
  }

  /**
   * Notes what somebody did with a draft. What a person merely saw is noted at once, everything
   * else as {@link #settle} and the others do.
   *
   * @throws IllegalArgumentException where it cannot be noted; ask by the method of its name to be
   *     told why
   */
  public void note(String draftId, DeskEvent event, Person by) {
    if (event instanceof DeskEvent.Opened || event instanceof DeskEvent.Looked) {
      String root = edits.root(draftId);
      log.noteSeen(
          root, draftId, Worksheet.work(root, edits.since(root)), event, by, clock.instant());
    } else if (judged(draftId, event, by) instanceof NoteResult.Refused refused) {
      throw new IllegalArgumentException(refused.reason());
    }
  }

  /**
   * Lets a mark stand. A mark on sentences is settled only by who looked at their evidence with
   * their present words, one on the whole draft only with a reason.
   *
   * @param draftId the very draft that the person sees
   * @param key of the mark, see {@link Flag#key}
   * @param reason may be empty for a mark on sentences
   */
  public NoteResult settle(String draftId, String key, String reason, Person by) {
    return judged(draftId, new DeskEvent.Settled(key, reason), by);
  }

  /** Lets a mark that was settled block again. */
  public NoteResult unsettle(String draftId, String key, Person by) {
    return judged(draftId, new DeskEvent.Unsettled(key), by);
  }

  /**
   * Writes a remark for colleagues.
   *
   * @param sentenceId empty where it is about the whole draft
   */
  public NoteResult comment(String draftId, String sentenceId, String text, Person by) {
    return judged(draftId, new DeskEvent.Commented(sentenceId, text), by);
  }

  /** Says that a remark is done with. */
  public NoteResult resolve(String draftId, long comment, Person by) {
    return judged(draftId, new DeskEvent.Resolved(comment), by);
  }

  /**
   * Gives a draft to somebody.
   *
   * @param to an empty login where nobody is to have it
   */
  public NoteResult assign(String draftId, Person to, Person by) {
    return judged(draftId, new DeskEvent.Assigned(to.login(), to.name()), by);
  }

  /** Says where a draft stands in the queue, and until when it is held. */
  public NoteResult place(String draftId, DeskEvent.Placed placed, Person by) {
    return judged(draftId, placed, by);
  }

  /**
   * Says what readers are told of a draft that takes up a brief that is out. Whoever approved it
   * first approved other words to readers, so that counts no more.
   */
  public NoteResult tell(String draftId, DeskEvent.Told told, Person by) {
    return judged(draftId, told, by);
  }

  private NoteResult judged(String draftId, DeskEvent event, Person by) {
    String root = edits.root(draftId);
    return Objects.requireNonNull(
        transaction.execute(status -> {
          places.hold(root);
          Optional<Worksheet> found = worksheet(draftId);
          if (found.isEmpty()) {
            return new NoteResult.Refused("There is no draft " + draftId + " at the desk.");
          }
          Worksheet sheet = found.get();
          if (event instanceof DeskEvent.Settled && !sheet.draft().id().equals(draftId)) {
            return new NoteResult.Refused(
                "It was changed since you opened it. Look at what changed, then settle the mark.");
          }
          return switch (Noting.judge(sheet, event, by, clock.instant())) {
            case Noting.Judged.Refused refused -> new NoteResult.Refused(refused.reason());
            case Noting.Judged.Allowed allowed -> {
              log.note(root, sheet.draft().id(), allowed.event(), by, clock.instant());
              if (event instanceof DeskEvent.Told
                  && sheet.copy() instanceof Copy.Waiting waiting
                  && waiting.first() != null) {
                reviews.keep(waiting.again());
              }
              Worksheet after = worksheet(draftId).orElseThrow();
              if (after.copy() instanceof Copy.Waiting) {
                places.keep(after);
              }
              yield new NoteResult.Noted(after);
            }
          };
        }));
  }

  /** Why nobody can change a draft, whatever the change; empty where it can be changed. */
  private Optional<String> closed(Worksheet sheet) {
    if (sheet.edits().size() >= EditStore.MOST_EDITS) {
      return Optional.of(
          "A draft is changed at most "
              + EditStore.MOST_EDITS
              + " times; send it back to the writer.");
    }
    return reviews.overtakenBy(sheet.draft().id()).isPresent()
        ? Optional.of("A newer draft of this story has taken its place; work on that one.")
        : Optional.empty();
  }

  private static EditResult gone(String draftId) {
    return new EditResult.Refused("There is no draft " + draftId + " at the desk.");
  }
}
