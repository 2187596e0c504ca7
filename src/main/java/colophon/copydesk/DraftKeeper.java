package colophon.copydesk;

import colophon.brief.Amendment;
import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.brief.DraftDocument;
import colophon.brief.Rewriting;
import colophon.grounding.Grounder;
import colophon.grounding.GroundingReport;
import colophon.grounding.GroundingStore;
import colophon.kernel.Digest;
import colophon.pipeline.Pipeline;
import colophon.review.Edits;
import colophon.review.Flag;
import colophon.review.Flags;
import colophon.review.ReviewStore;
import colophon.story.Dossier;
import colophon.text.Embedder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what a draft becomes: another draft, checked anew where it changed, in its place. */
final class DraftKeeper {

  private final ReviewStore reviews;
  private final BriefStore briefs;
  private final GroundingStore reports;
  private final DraftSources sources;
  private final EditStore edits;
  private final DeskLog log;
  private final PlaceStore places;
  private final Worksheets sheets;
  private final Embedder embedder;
  private final TransactionTemplate transaction;
  private final InstantSource clock;

  DraftKeeper(
      ReviewStore reviews,
      BriefStore briefs,
      GroundingStore reports,
      DraftSources sources,
      EditStore edits,
      DeskLog log,
      PlaceStore places,
      Worksheets sheets,
      Embedder embedder,
      TransactionTemplate transaction,
      InstantSource clock) {
    this.reviews = reviews;
    this.briefs = briefs;
    this.reports = reports;
    this.sources = sources;
    this.edits = edits;
    this.log = log;
    this.places = places;
    this.sheets = sheets;
    this.embedder = embedder;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What a draft becomes.
   *
   * @param amendment that was made; empty where one is taken back
   * @param sentenceId that is new or has changed; empty where one was cut
   */
  record Next(
      Brief brief, List<Rewriting> rewritings, Optional<Amendment> amendment, String sentenceId) {}

  /** Keeps a changed brief as a draft of its own; empty where a colleague was first. */
  Optional<EditResult> keep(Worksheet sheet, Next next, Optional<Pipeline> pipeline, Person by) {
    if (pipeline.isEmpty()) {
      return Optional.of(
          new EditResult.Refused(
              "The pipeline that made this draft has no file any more, so nothing says how it is"
                  + " checked; ask an operator to put it back."));
    }
    Draft before = sheet.draft();
    Dossier dossier = sources.cited(before, next.brief());
    Instant now = DraftClock.after(before.writtenAt(), clock);
    var edited =
        new Draft(
            idOf(before, next.amendment(), now),
            before.storyId(),
            before.storyRevision(),
            next.brief(),
            before.writing(),
            next.rewritings(),
            now);
    GroundingReport report =
        Grounder.recheck(
            before.brief(),
            sheet.copy().report(),
            next.brief(),
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
    int people = pipeline.get().reviewers();
    return switch (Edits.apply(sheet.copy(), by.name(), edited, report, flags, people, now)) {
      case Edits.Outcome.Refused refused -> Optional.of(new EditResult.Refused(refused.reason()));
      case Edits.Outcome.Waits waits -> {
        var edit =
            new DraftEdit(
                edited.id(),
                before.id(),
                sheet.root().id(),
                next.amendment()
                    .<DraftEdit.Change>map(DraftEdit.Change.Amended::new)
                    .orElseGet(DraftEdit.Change.TakenBack::new),
                by,
                now);
        yield write(sheet, waits, edit)
            ? Optional.of(
                new EditResult.Saved(
                    sheets.after(sheet, waits.edited(), edit, sheet.log()),
                    next.sentenceId(),
                    false))
            : Optional.empty();
      }
    };
  }

  /** Keeps all of a change, or nothing of it where somebody was first. */
  private boolean write(Worksheet sheet, Edits.Outcome.Waits waits, DraftEdit edit) {
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> {
            places.hold(edit.root());
            Draft edited = waits.edited().draft();
            briefs.keepAfter(edit.previous(), edited);
            edits.keep(edit);
            reports.keep(edited.id(), waits.edited().report(), edit.at());
            if (!reviews.keepAfter(sheet.copy(), waits.before())) {
              status.setRollbackOnly();
              return false;
            }
            reviews.keep(waits.edited());
            places.keep(sheets.after(sheet, waits.edited(), edit, log.of(edit.root())));
            return true;
          }));
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private static String idOf(Draft before, Optional<Amendment> amendment, Instant now) {
    Digest done =
        amendment
            .map(each -> Digest.of(DraftDocument.format(each)))
            .orElseGet(() -> Digest.ofText("undo"));
    return "d-" + Digest.ofText(before.id() + "\n" + done + "\n" + now).brief(20);
  }
}
