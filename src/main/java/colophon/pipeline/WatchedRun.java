package colophon.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows a run that another process carries: each look tells the watcher what has come since the
 * last one, as the run itself would have told it.
 */
public final class WatchedRun {

  private final RunLog log;
  private final Run run;
  private final RunWatcher watcher;
  private int stagesShown;
  private int problemsShown;
  private @Nullable Stage under;

  public WatchedRun(RunLog log, Run run, RunWatcher watcher) {
    this.log = log;
    this.run = run;
    this.watcher = watcher;
  }

  /** Shows what is new; the result where the run has ended. */
  public Optional<RunResult> look() {
    // What the end adds is looked for first, so that nothing written before it is missed below.
    Optional<RunResult> ended = log.result(run);
    var stages = log.stages(run.id());
    var problems = log.problems(run.id());
    for (; stagesShown < stages.size(); stagesShown++) {
      var finished = stages.get(stagesShown);
      while (problemsShown < problems.size()
          && problems.get(problemsShown).stage() == finished.stage()) {
        watcher.noticed(problems.get(problemsShown++).sentence());
      }
      watcher.finished(finished.stage(), finished.summary());
    }
    while (problemsShown < problems.size()) {
      watcher.noticed(problems.get(problemsShown++).sentence());
    }
    if (ended.isEmpty() && stagesShown < Stage.values().length) {
      Stage next = Stage.values()[stagesShown];
      if (next != under) {
        under = next;
        watcher.began(next, 0);
      }
    }
    return ended;
  }
}
