package colophon.pipeline;

import java.util.Optional;
import javax.sql.DataSource;

/**
 * Carries a run through its stages. Every stage may be repeated: what it has done it finds in the
 * database and does not do again, so a run that was killed is simply run once more.
 */
public final class RunEngine {

  private final RunLog log;
  private final DataSource source;
  private final Gathering gathering;
  private final Grouping grouping;
  private final Drafting drafting;
  private final Releasing releasing;

  public RunEngine(
      RunLog log,
      DataSource source,
      Gathering gathering,
      Grouping grouping,
      Drafting drafting,
      Releasing releasing) {
    this.log = log;
    this.source = source;
    this.gathering = gathering;
    this.grouping = grouping;
    this.drafting = drafting;
    this.releasing = releasing;
  }

  /**
   * Runs a pipeline for a run that was begun, whether or not it ended before; nothing where another
   * process is at work on the pipeline, be it on this run or on another.
   *
   * @param newsroom who publishes
   */
  public Optional<RunResult> run(
      Run run, Pipeline pipeline, Newsroom newsroom, RunWatcher watcher) {
    Optional<RunLock> lock = RunLock.take(source, lockOf(run.pipeline()));
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try (RunLock held = lock.get()) {
      return Optional.of(stages(new StageLog(log, run, watcher), run, pipeline, newsroom));
    }
  }

  /**
   * Takes up a run that was begun and did not end; nothing where another process is at work on the
   * pipeline, or has ended it meanwhile.
   */
  public Optional<RunResult> takeUp(
      Run run, Pipeline pipeline, Newsroom newsroom, RunWatcher watcher) {
    Optional<RunLock> lock = RunLock.take(source, lockOf(run.pipeline()));
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try (RunLock held = lock.get()) {
      if (log.ended(run.id())) {
        return Optional.empty();
      }
      watcher.noticed("Taking up the run of " + run.slot().label() + ", which did not end.");
      return Optional.of(stages(new StageLog(log, run, watcher), run, pipeline, newsroom));
    }
  }

  /** Two runs never work on one pipeline at once: what the first wrote, the second must know. */
  private static String lockOf(String pipeline) {
    return "pipeline " + pipeline;
  }

  private RunResult stages(StageLog stages, Run run, Pipeline pipeline, Newsroom newsroom) {
    gathering.gather(pipeline, run.slot().at(), stages);
    var stories = grouping.group(run, pipeline, stages);
    var drafts = drafting.draft(run, pipeline, stories, stages);
    RunResult result = releasing.release(run, pipeline, newsroom, drafts, stages);
    log.end(result);
    return result;
  }
}
