package colophon.cli;

import colophon.pipeline.Newsroom;
import colophon.pipeline.OpenRuns;
import colophon.pipeline.Pipeline;
import colophon.pipeline.Run;
import colophon.pipeline.RunWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the runs that were begun and are nobody's: those of the schedule, those that another
 * process left to this one, and those that a killed process left behind.
 */
final class RunCarrier implements AutoCloseable {

  /** How many pipelines one node works on at once. */
  static final int MOST_AT_ONCE = 2;

  /** How long a stop waits for the runs that are under way. */
  static final Duration STOP_WAITS = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(RunCarrier.class);

  private final OpenNewsroom newsroom;
  private final Instant since;
  private final ExecutorService hands =
      Executors.newFixedThreadPool(MOST_AT_ONCE, Thread.ofPlatform().name("run-", 1).factory());
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();

  /**
   * @param since when this node began to serve; older runs it takes up whatever definition they
   *     were begun by, since nobody else will
   */
  RunCarrier(OpenNewsroom newsroom, Instant since) {
    this.newsroom = newsroom;
    this.since = since;
  }

  /** Takes what there is to take; the runs go on after it returns. One run a pipeline at a time. */
  void carry() {
    Map<String, Pipeline> pipelines = newsroom.definitions().pipelines();
    for (Run run : newsroom.room(OpenRuns.class).due()) {
      Pipeline pipeline = pipelines.get(run.pipeline());
      if (pipeline != null && isOurs(run, pipeline) && inHand.add(run.pipeline())) {
        hands.execute(() -> carry(run, pipeline));
      }
    }
  }

  private boolean isOurs(Run run, Pipeline pipeline) {
    return run.definition().equals(pipeline.definition()) || run.startedAt().isBefore(since);
  }

  private void carry(Run run, Pipeline pipeline) {
    Newsroom house = newsroom.definitions().newsroom();
    try {
      newsroom
          .room(OpenRuns.class)
          .carryOn(run, pipeline, house, StepsOnRequest.watching(RunWatcher.NONE));
    } catch (RuntimeException e) {
      if (!Interruption.isUnderWay()) {
        LOG.error("The run {} failed and is taken up again: {}", run.id(), e.getMessage(), e);
      }
    } finally {
      inHand.remove(run.pipeline());
    }
  }

  /** Waits for what is under way; what does not end in time is broken off and taken up later. */
  @Override
  public void close() {
    hands.shutdown();
    try {
      if (!hands.awaitTermination(STOP_WAITS.toSeconds(), TimeUnit.SECONDS)) {
        hands.shutdownNow();
      }
    } catch (InterruptedException e) {
      hands.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
