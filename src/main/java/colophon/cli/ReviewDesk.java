package colophon.cli;

import colophon.attest.KeysUnusableException;
import colophon.brief.BriefStore;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Decider;
import colophon.copydesk.Worksheet;
import colophon.edition.Imprint;
import colophon.edition.VersionPlan;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PublicNote;
import colophon.pipeline.Releasing;
import colophon.pipeline.Run;
import colophon.pipeline.RunLog;
import colophon.pipeline.SourceErasedException;
import colophon.publication.Publication;
import colophon.publication.PublicationStore;
import colophon.publication.Publisher;
import colophon.publication.SiteNotWritableException;
import colophon.publication.Withdrawal;
import colophon.review.Approved;
import colophon.review.Copy;
import colophon.review.Decision;
import colophon.review.Decisions;
import colophon.review.ReviewStore;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out what an editor decides at the command line. */
final class ReviewDesk {

  private final OpenNewsroom newsroom;

  ReviewDesk(OpenNewsroom newsroom) {
    this.newsroom = newsroom;
  }

  Copy copy(String draftId) {
    return newsroom
        .room(ReviewStore.class)
        .find(draftId)
        .orElseThrow(() ->
            new CommandFailure(
                ExitCode.NOT_FOUND,
                ErasedDrafts.sentence(newsroom, draftId)
                    .orElse(
                        "There is no draft \""
                            + draftId
                            + "\"; colophon review list shows them.")));
  }

  /** Makes a decision stand, or ends the command with the reason why it cannot. */
  Copy decide(String draftId, Decision decision) {
    Decisions.Outcome outcome =
        Decisions.apply(
            copy(draftId) instanceof Copy.Waiting waiting
                ? waiting.atLeast(reviewers(draftId))
                : copy(draftId),
            decision,
            newsroom.room(InstantSource.class).instant());
    return switch (outcome) {
      case Decisions.Outcome.Decided decided -> {
        newsroom.room(ReviewStore.class).keep(decided.copy());
        yield decided.copy();
      }
      case Decisions.Outcome.Refused refused ->
          throw new CommandFailure(ExitCode.NOT_ALL_DONE, refused.reason());
    };
  }

  /**
   * Approves a draft and decides which version it becomes, both or neither: a crash after it loses
   * nothing, and the next start publishes.
   */
  Approved approve(String draftId, Decision.Approve decision, @Nullable String note) {
    try {
      return approveAndPlan(draftId, decision, note);
    } catch (SourceErasedException e) {
      throw new CommandFailure(ExitCode.NOT_ALL_DONE, "Not approved: " + e.getMessage());
    }
  }

  private Approved approveAndPlan(
      String draftId, Decision.Approve decision, @Nullable String note) {
    Optional<Worksheet> sheet =
        newsroom
            .room(CopyDesk.class)
            .worksheet(draftId)
            .filter(found -> found.draft().id().equals(draftId));
    sheet
        .flatMap(found -> Decider.unready(found, newsroom.room(InstantSource.class).instant()))
        .ifPresent(reason -> {
          throw new CommandFailure(ExitCode.NOT_ALL_DONE, "Not approved: " + reason);
        });
    Copy decided =
        Objects.requireNonNull(
            newsroom
                .room(TransactionTemplate.class)
                .execute(status -> {
                  if (!(decide(draftId, decision) instanceof Copy.Released released)) {
                    return copy(draftId);
                  }
                  Approved approved = released.approved();
                  PublicNote told =
                      sheet.isPresent()
                          ? Decider.note(sheet.get(), note)
                          : PublicNote.correction(note);
                  Origin origin = origin(approved);
                  newsroom
                      .room(Releasing.class)
                      .plan(
                          approved,
                          origin.run(),
                          origin.pipeline(),
                          newsroom.definitions().newsroom(),
                          told);
                  return released;
                }));
    if (decided instanceof Copy.Released released) {
      return released.approved();
    }
    throw new CommandFailure(
        ExitCode.NOT_ALL_DONE, "Noted, and not published: a second person must approve it too.");
  }

  /** How many people the pipeline asks for now. */
  private int reviewers(String draftId) {
    return newsroom
        .room(BriefStore.class)
        .runOf(draftId)
        .flatMap(newsroom.room(RunLog.class)::find)
        .flatMap(run -> newsroom.pipeline(run.pipeline()))
        .map(Pipeline::reviewers)
        .orElse(1);
  }

  private record Origin(Run run, Pipeline pipeline) {}

  /** The run that made a draft, and its pipeline. */
  private Origin origin(Approved approved) {
    String runId = newsroom.room(BriefStore.class).runOf(approved.draft().id()).orElseThrow();
    Run run = newsroom.room(RunLog.class).find(runId).orElseThrow();
    return new Origin(
        run, newsroom.pipeline(run.pipeline()).orElseThrow(() -> noFile(run.pipeline())));
  }

  /**
   * Takes a brief back and gives how many versions of it went. Asked again, it finishes what a
   * crash left of the first time, and says that it was withdrawn before.
   *
   * @param name its id or slug
   * @param reason public, a sentence
   */
  int withdraw(String name, String by, String reason) {
    if (by.isBlank() || reason.isBlank()) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_DONE,
          "A withdrawal needs a name and a reason that readers will see; give them with --by and"
              + " --reason.");
    }
    var store = newsroom.room(PublicationStore.class);
    String id = Briefs.idOf(name, store);
    List<VersionPlan> versions = store.outOrOnItsWay(id);
    if (versions.isEmpty()) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND, "The brief \"" + name + "\" is not out; nothing was withdrawn.");
    }
    Optional<Withdrawal> before = store.withdrawal(id);
    try {
      newsroom.room(Publisher.class).withdraw(id, by, reason, imprint(versions));
    } catch (SiteNotWritableException e) {
      throw new CommandFailure(ExitCode.CANNOT_WRITE, String.valueOf(e.getMessage()));
    } catch (KeysUnusableException e) {
      throw new CommandFailure(
          ExitCode.NOT_ALL_DONE,
          "Withdrawn: a notice stands in the brief's place. " + e.getMessage());
    }
    before.ifPresent(first -> {
      throw new CommandFailure(
          ExitCode.NOT_ALL_DONE,
          "The brief \"" + name + "\" was withdrawn before, by " + first.by() + ".");
    });
    return versions.size();
  }

  /** Whose notice it is; another pipeline's where the brief's own has no file any more. */
  private Imprint imprint(List<VersionPlan> versions) {
    Pipeline pipeline =
        newsroom
            .pipeline(versions.getLast().pipeline())
            .or(() -> newsroom.definitions().pipelines().values().stream().findFirst())
            .orElseThrow(() ->
                new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "There is no pipeline file to take the imprint of the notice from; put one"
                        + " back."));
    return newsroom.definitions().newsroom().imprint(pipeline);
  }

  /** Publishes approved copy and says where it stands. */
  int publish(Approved approved, @Nullable String note, PrintWriter out) {
    Origin origin = origin(approved);
    Publication publication =
        newsroom
            .room(Releasing.class)
            .publish(
                approved,
                origin.run(),
                origin.pipeline(),
                newsroom.definitions().newsroom(),
                PublicNote.correction(note));
    return switch (publication) {
      case Publication.Released released -> {
        out.println(
            "Published version "
                + released.plan().version()
                + ": "
                + newsroom
                    .places()
                    .site()
                    .resolve("briefs")
                    .resolve(released.plan().slug().value())
                    .resolve("index.html"));
        released.notes().forEach(out::println);
        yield ExitCode.DONE;
      }
      case Publication.Refused refused ->
          throw new CommandFailure(
              ExitCode.NOT_ALL_DONE, "Not published: " + String.join(" ", refused.reasons()));
      case Publication.Delayed delayed ->
          throw new CommandFailure(ExitCode.CANNOT_WRITE, delayed.reason());
    };
  }

  private CommandFailure noFile(String name) {
    return new CommandFailure(
        ExitCode.NOT_FOUND,
        "The pipeline \""
            + name
            + "\" that made this has no file any more in "
            + newsroom.places().pipelines()
            + "; put it back, or name its folder with --pipelines.");
  }
}
