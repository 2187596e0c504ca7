package colophon.pipeline;

import java.util.ArrayList;
import java.util.List;
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
   * Runs a pipeline for a run that was begun; nothing where another process is at it.
   *
   * @param newsroom who publishes
   */
  public Optional<RunResult> run(
      Run run, Pipeline pipeline, Newsroom newsroom, RunWatcher watcher) {
    Optional<RunLock> lock = RunLock.take(source, "run " + run.id());
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try (RunLock held = lock.get()) {
      return Optional.of(stages(new StageLog(log, run, watcher), run, pipeline, newsroom));
    }
  }

  private RunResult stages(StageLog stages, Run run, Pipeline pipeline, Newsroom newsroom) {
    gathering.gather(pipeline, stages);
    var stories = grouping.group(run, pipeline, stages);
    var drafts = drafting.draft(run, pipeline, stories, stages);
    RunResult result = releasing.release(run, pipeline, newsroom, drafts, stages);
    log.end(
        run.id(), result.problems().isEmpty() ? "done" : "done with problems", result.summary());
    return result;
  }

  /** The names of runs that were begun and not ended, for a start after a kill. */
  public List<Run> unfinished() {
    return new ArrayList<>(log.unfinished());
  }
}
