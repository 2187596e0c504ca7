package colophon.cli;

import colophon.pipeline.Pipeline;
import colophon.pipeline.Run;
import colophon.pipeline.RunEngine;
import colophon.pipeline.RunLog;
import colophon.pipeline.RunResult;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.Slot;
import java.util.Optional;

/** Starts runs from the command line, after what a killed one left has been finished. */
final class Newsdesk {

  private final OpenNewsroom newsroom;
  private final RunWatcher watcher;

  Newsdesk(OpenNewsroom newsroom, RunWatcher watcher) {
    this.newsroom = newsroom;
    this.watcher = watcher;
  }

  /** Finishes what processes that were killed left undone. */
  void takeUp() {
    new Recovery(newsroom, watcher).all();
  }

  /** Runs a pipeline for a slot. */
  RunResult run(String pipelineName, Slot slot) {
    Pipeline pipeline = newsroom.definitions().pipelines().get(pipelineName);
    if (pipeline == null) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND,
          "There is no pipeline \""
              + pipelineName
              + "\". There are: "
              + String.join(", ", newsroom.definitions().pipelines().keySet())
              + ".");
    }
    return run(pipeline, slot);
  }

  /** Runs a pipeline that need not stand in a file. */
  RunResult run(Pipeline pipeline, Slot slot) {
    Run run = newsroom.room(RunLog.class).begin(pipeline, slot, "command line");
    Optional<RunResult> result =
        newsroom
            .room(RunEngine.class)
            .run(run, pipeline, newsroom.definitions().newsroom(), watcher);
    return result.orElseThrow(() ->
        new CommandFailure(
            ExitCode.UNAVAILABLE,
            "Another process is working on this run (" + run.id() + "); wait until it is done."));
  }
}
