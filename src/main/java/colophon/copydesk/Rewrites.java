package colophon.copydesk;

import colophon.brief.Amending;
import colophon.brief.Amendment;
import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Section;
import colophon.brief.SectionOrder;
import colophon.brief.SectionOutcome;
import colophon.grounding.Grounder;
import colophon.grounding.GroundingReport;
import colophon.kernel.Digest;
import colophon.pipeline.Pipeline;
import colophon.pipeline.SectionWriting;
import colophon.review.Copy;
import colophon.text.Embedder;
import colophon.text.NormalText;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sections that editors have the writer write again. The writer works beside the desk; what it
 * wrote is a proposal, shown beside what stands, until somebody takes it or leaves it.
 */
public final class Rewrites {

  private static final Logger LOG = LoggerFactory.getLogger(Rewrites.class);

  /** What came of asking. */
  public sealed interface Asked {}

  /** The writer is at work. */
  public record Begun(Rewrite rewrite) implements Asked {}

  /** Nothing was asked; the reason is a sentence. */
  public record Refused(String reason) implements Asked {}

  private final CopyDesk desk;
  private final RewriteStore store;
  private final BriefStore briefs;
  private final SectionWriting writing;
  private final Embedder embedder;
  private final Executor writers;
  private final InstantSource clock;

  Rewrites(
      CopyDesk desk,
      RewriteStore store,
      BriefStore briefs,
      SectionWriting writing,
      Embedder embedder,
      Executor writers,
      InstantSource clock) {
    this.desk = desk;
    this.store = store;
    this.briefs = briefs;
    this.writing = writing;
    this.embedder = embedder;
    this.writers = writers;
    this.clock = clock;
  }

  /**
   * Asks for a section again.
   *
   * @param draftId any draft of the line; the last one is meant
   * @param section the id of its subhead
   * @param note what is wanted otherwise; may be empty
   */
  public Asked ask(String draftId, String section, String note, Person by) {
    Optional<Worksheet> found = desk.worksheet(draftId);
    if (found.isEmpty()) {
      return new Refused("There is no draft " + draftId + " at the desk.");
    }
    Worksheet sheet = found.get();
    Optional<Section> present = sheet.draft().brief().section(section);
    Optional<Pipeline> pipeline = desk.pipeline(sheet.draft());
    Optional<String> run = briefs.runOf(sheet.draft().id());
    String wish = NormalText.line(NormalText.withoutInvisible(note));
    if (!(sheet.copy() instanceof Copy.Waiting)) {
      return new Refused("This draft waits no more, so nothing of it is written again.");
    }
    if (present.isEmpty()) {
      return new Refused("This draft has no such section any more; look at it again.");
    }
    if (pipeline.isEmpty() || run.isEmpty()) {
      return new Refused(
          "The pipeline that made this draft has no file any more, so nothing says which model"
              + " writes; ask an operator to put it back.");
    }
    if (wish.codePointCount(0, wish.length()) > SectionOrder.MOST_NOTE) {
      return new Refused(
          "A note to the writer has at most " + SectionOrder.MOST_NOTE + " characters.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String root = sheet.root().id();
    if (last(root, section).filter(each -> each.state(now) == Rewrite.State.WRITING).isPresent()) {
      return new Refused("The writer is at work on this section already; wait for what it writes.");
    }
    var rewrite =
        new Rewrite(
            "w-" + Digest.ofText(root + "\n" + section + "\n" + by.login() + "\n" + now).brief(16),
            root,
            sheet.draft().id(),
            section,
            present.get().words(),
            wish,
            by,
            now,
            null,
            null,
            "",
            Rewrite.State.READY);
    store.asked(rewrite);
    writers.execute(() -> write(rewrite, sheet, pipeline.get(), run.get()));
    return new Begun(rewrite);
  }

  private void write(Rewrite rewrite, Worksheet sheet, Pipeline pipeline, String run) {
    try {
      SectionOutcome outcome =
          writing.write(
              pipeline,
              sheet.draft(),
              run,
              "section-" + rewrite.id(),
              rewrite.section(),
              rewrite.note());
      switch (outcome) {
        case SectionOutcome.Written written ->
            store.ended(
                rewrite.id(),
                new Amendment.Renew(
                    rewrite.section(), rewrite.before(), written.section(), written.writing()),
                "",
                clock.instant());
        case SectionOutcome.SetAside aside ->
            store.ended(rewrite.id(), null, aside.reason(), clock.instant());
      }
    } catch (CancellationException e) {
      LOG.info("A section was not written: the program stops");
    } catch (RuntimeException e) {
      LOG.error("A section could not be written again", e);
      store.ended(
          rewrite.id(),
          null,
          "Something went wrong here while it was written; the log of the program says what.",
          clock.instant());
    }
  }

  /** One that was asked for. */
  public Optional<Rewrite> find(String id) {
    return store.find(id);
  }

  /** The last one of a section; what came before it is settled by it. */
  public Optional<Rewrite> last(String root, String section) {
    return store.last(root, section);
  }

  /** The source check of a draft as it would be with a section; only that one is checked. */
  public GroundingReport check(Worksheet sheet, Pipeline pipeline, Section section) {
    Brief brief = sheet.draft().brief();
    return Grounder.recheck(
        brief,
        sheet.copy().report(),
        Amending.with(brief, section),
        desk.dossier(sheet.draft()),
        embedder,
        pipeline.thresholds());
  }

  /** Puts what was written in the section's place, as a change of the person who takes it. */
  public EditResult take(String id, Person by) {
    Optional<Rewrite> found = store.find(id);
    Amendment.Renew amendment = found.map(Rewrite::amendment).orElse(null);
    if (found.isEmpty() || amendment == null) {
      return new EditResult.Refused("There is nothing to take; ask for the section again.");
    }
    Rewrite rewrite = found.get();
    if (rewrite.state(clock.instant()) != Rewrite.State.READY) {
      return new EditResult.Refused("Somebody has decided on this section already.");
    }
    EditResult result = desk.amend(rewrite.root(), amendment, by);
    if (result instanceof EditResult.Saved) {
      store.decided(id, Rewrite.State.TAKEN, by, clock.instant());
    }
    return result;
  }

  /** Lets the section stand as it is; false where somebody had decided already. */
  public boolean leave(String id, Person by) {
    return store.decided(id, Rewrite.State.LEFT, by, clock.instant());
  }
}
