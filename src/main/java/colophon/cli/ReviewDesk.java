package colophon.cli;

import colophon.brief.BriefStore;
import colophon.pipeline.Pipeline;
import colophon.pipeline.Releasing;
import colophon.pipeline.Run;
import colophon.pipeline.RunLog;
import colophon.publication.Publication;
import colophon.review.Approved;
import colophon.review.Copy;
import colophon.review.Decision;
import colophon.review.Decisions;
import colophon.review.ReviewStore;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Objects;
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
                "There is no draft \"" + draftId + "\"; colophon review list shows them."));
  }

  /** Makes a decision stand, or ends the command with the reason why it cannot. */
  Copy decide(String draftId, Decision decision) {
    Decisions.Outcome outcome =
        Decisions.apply(copy(draftId), decision, newsroom.room(InstantSource.class).instant());
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
    return Objects.requireNonNull(
        newsroom
            .room(TransactionTemplate.class)
            .execute(status -> {
              if (!(decide(draftId, decision) instanceof Copy.Released released)) {
                throw new IllegalStateException("an approval released nothing");
              }
              Approved approved = released.approved();
              Origin origin = origin(approved);
              newsroom
                  .room(Releasing.class)
                  .plan(
                      approved,
                      origin.run(),
                      origin.pipeline(),
                      newsroom.definitions().newsroom(),
                      note);
              return approved;
            }));
  }

  private record Origin(Run run, Pipeline pipeline) {}

  /** The run that made a draft, and its pipeline. */
  private Origin origin(Approved approved) {
    String runId = newsroom.room(BriefStore.class).runOf(approved.draft().id()).orElseThrow();
    Run run = newsroom.room(RunLog.class).find(runId).orElseThrow();
    Pipeline pipeline = newsroom.definitions().pipelines().get(run.pipeline());
    if (pipeline == null) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND,
          "The pipeline \""
              + run.pipeline()
              + "\" that made this draft has no file any more; put it back to publish the draft.");
    }
    return new Origin(run, pipeline);
  }

  /** Publishes approved copy and says where it stands. */
  int publish(Approved approved, @Nullable String note, PrintWriter out) {
    Origin origin = origin(approved);
    Publication publication =
        newsroom
            .room(Releasing.class)
            .publish(
                approved, origin.run(), origin.pipeline(), newsroom.definitions().newsroom(), note);
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
        yield ExitCode.DONE;
      }
      case Publication.Refused refused ->
          throw new CommandFailure(
              ExitCode.NOT_ALL_DONE, "Not published: " + String.join(" ", refused.reasons()));
      case Publication.Delayed delayed ->
          throw new CommandFailure(ExitCode.CANNOT_WRITE, delayed.reason());
    };
  }
}
