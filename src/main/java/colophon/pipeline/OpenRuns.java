package colophon.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Carries on with every run that was begun and has not ended: one that just came due, one that was
 * killed, one that failed. A run that fails keeps no other from going on, and is tried ever more
 * seldom until it succeeds.
 */
public final class OpenRuns {

  /** The longest rest of a run that fails again and again. */
  static final Duration MOST_REST = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(OpenRuns.class);
  private static final Duration FIRST_REST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 10;

  private final RunLog log;
  private final RunEngine engine;
  private final InstantSource clock;

  public OpenRuns(RunLog log, RunEngine engine, InstantSource clock) {
    this.log = log;
    this.engine = engine;
    this.clock = clock;
  }

  /** The runs that did not end and whose rest is over, oldest first. */
  public List<Run> due() {
    return log.unfinished().stream().filter(run -> !rests(run)).toList();
  }

  /** Carries on with all of them, since a person asked for it. */
  public void carryOnNow(Collection<Pipeline> pipelines, Newsroom newsroom, RunWatcher watcher) {
    for (Run run : log.unfinished()) {
      pipelines.stream()
          .filter(pipeline -> pipeline.name().equals(run.pipeline()))
          .forEach(pipeline -> carryOn(run, pipeline, newsroom, watcher));
    }
  }

  /** Carries on with one run, unless another process does or has ended it. */
  public void carryOn(Run run, Pipeline pipeline, Newsroom newsroom, RunWatcher watcher) {
    try {
      engine.takeUp(run, pipeline, newsroom, watcher);
    } catch (DataAccessResourceFailureException e) {
      throw e; // the database is down, which is no fault of the run
    } catch (RuntimeException e) {
      LOG.error("The run {} of {} failed and is tried again", run.id(), run.pipeline(), e);
      String sentence =
          "The run of "
              + run.pipeline()
              + " for "
              + run.slot().label()
              + " failed ("
              + e.getClass().getSimpleName()
              + ") and is tried again later; the log says more.";
      log.failed(run.id(), sentence);
      watcher.noticed(sentence);
    }
  }

  private boolean rests(Run run) {
    RunLog.Failures failures = log.failures(run.id());
    return failures.last().map(last -> last.plus(rest(failures.count()))).stream()
        .anyMatch(until -> until.isAfter(clock.instant()));
  }

  private static Duration rest(int failures) {
    Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return rest.compareTo(MOST_REST) > 0 ? MOST_REST : rest;
  }
}
