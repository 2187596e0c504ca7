package colophon.cli;

import colophon.brief.BriefStore;
import colophon.edition.Imprint;
import colophon.pipeline.OpenRuns;
import colophon.pipeline.Pipeline;
import colophon.pipeline.Releasing;
import colophon.pipeline.Run;
import colophon.pipeline.RunLog;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.SourceErasedException;
import colophon.publication.Publication;
import colophon.publication.PublicationStore;
import colophon.publication.Publisher;
import colophon.publication.SiteNotWritableException;
import colophon.review.Approved;
import colophon.review.ReviewStore;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes what a crash left undone. Every command that runs a pipeline does it first, and a
 * serving node again and again; each part may be done by several processes at once.
 */
final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final OpenNewsroom newsroom;
  private final RunWatcher watcher;

  Recovery(OpenNewsroom newsroom, RunWatcher watcher) {
    this.newsroom = newsroom;
    this.watcher = watcher;
  }

  /**
   * All of it, for a start.
   *
   * @param ours whether this process takes up the runs of a pipeline
   */
  void all(Predicate<Pipeline> ours) {
    sweep();
    deliveries();
    publications();
    var pipelines = newsroom.definitions().pipelines().values().stream().filter(ours).toList();
    newsroom.room(OpenRuns.class).carryOnNow(pipelines, newsroom.definitions().newsroom(), watcher);
  }

  /** Takes half-written files off the site. Not while serving: it looks through the whole site. */
  void sweep() {
    try {
      newsroom.room(Publisher.class).sweep();
    } catch (SiteNotWritableException e) {
      watcher.noticed(String.valueOf(e.getMessage()));
    }
  }

  /** Finishes withdrawals, and puts out what is logged and not released. */
  void deliveries() {
    if (!newsroom.definitions().pipelines().isEmpty()) {
      newsroom.room(Publisher.class).resume(this::imprint).forEach(watcher::noticed);
    }
  }

  /** Publishes what was approved and got no further than its version's number. */
  void publications() {
    for (String draftId : newsroom.room(PublicationStore.class).begunDrafts()) {
      guarded("The draft " + draftId, () -> publish(draftId));
    }
  }

  private void publish(String draftId) {
    String runId = newsroom.room(BriefStore.class).runOf(draftId).orElseThrow();
    RunLog runs = newsroom.room(RunLog.class);
    Run run = runs.find(runId).orElseThrow();
    Optional<Pipeline> pipeline = newsroom.pipeline(run.pipeline());
    Optional<Approved> approved = newsroom.room(ReviewStore.class).approved(draftId);
    // A run that did not end publishes its drafts itself when it is taken up.
    if (pipeline.isEmpty() || approved.isEmpty() || !runs.ended(runId)) {
      return;
    }
    Publication publication =
        newsroom
            .room(Releasing.class)
            .publish(approved.get(), run, pipeline.get(), newsroom.definitions().newsroom(), null);
    switch (publication) {
      case Publication.Released released ->
          watcher.noticed("Published " + released.plan().slug() + ", which had been approved.");
      case Publication.Refused refused -> refused.reasons().forEach(watcher::noticed);
      case Publication.Delayed delayed -> watcher.noticed(delayed.reason());
    }
  }

  /** The imprint of a pipeline; where its file is gone, that of another one of this newsroom. */
  private Imprint imprint(String pipelineName) {
    var pipelines = newsroom.definitions().pipelines();
    Pipeline pipeline = pipelines.get(pipelineName);
    return newsroom
        .definitions()
        .newsroom()
        .imprint(pipeline != null ? pipeline : pipelines.values().iterator().next());
  }

  /** One that fails must not keep the others from being finished. */
  private void guarded(String what, Runnable work) {
    try {
      work.run();
    } catch (SourceErasedException e) {
      LOG.warn("{} cannot be published: {}", what, e.getMessage());
      watcher.noticed(what + " was approved and cannot be published: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} could not be taken up", what, e);
      watcher.noticed(
          what
              + " could not be taken up and is tried again with the next start; the log says why.");
    }
  }
}
