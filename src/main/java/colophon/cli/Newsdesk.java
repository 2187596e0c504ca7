package colophon.cli;

import colophon.pipeline.Pipeline;
import colophon.pipeline.Run;
import colophon.pipeline.RunEngine;
import colophon.pipeline.RunLog;
import colophon.pipeline.RunResult;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.ServingNode;
import colophon.pipeline.Slot;
import colophon.pipeline.WatchedRun;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has runs done from the command line: by a process that serves where there is one, else by this
 * one, after what a killed run left has been finished.
 */
final class Newsdesk {

  /** How often a run that another process carries is looked at. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(400);

  /** A day: no run is watched for longer. */
  private static final long MOST_LOOKS = Duration.ofDays(1).dividedBy(LOOK_EVERY);

  private final OpenNewsroom newsroom;
  private final RunWatcher watcher;
  private final PrintWriter words;

  /**
   * @param words where a person is told of an interruption
   */
  Newsdesk(OpenNewsroom newsroom, RunWatcher watcher, PrintWriter words) {
    this.newsroom = newsroom;
    this.watcher = watcher;
    this.words = words;
  }

  /** The pipeline of that name, or the end of the command. */
  Pipeline pipeline(String name) {
    Pipeline pipeline = newsroom.definitions().pipelines().get(name);
    if (pipeline == null) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND,
          "There is no pipeline \""
              + name
              + "\". There are: "
              + String.join(", ", newsroom.definitions().pipelines().keySet())
              + ".");
    }
    return pipeline;
  }

  /** Runs a pipeline for a slot: a process that serves carries it where one can. */
  RunResult run(Pipeline pipeline, Slot slot) {
    return run(pipeline, slot, "command line");
  }

  /**
   * The same for another starter.
   *
   * @param startedBy as the record tells it
   */
  RunResult run(Pipeline pipeline, Slot slot, String startedBy) {
    boolean served = isServed(pipeline);
    if (!served) {
      takeUp();
    }
    var log = newsroom.room(RunLog.class);
    Run run = log.begin(pipeline, slot, startedBy);
    return served && !log.ended(run.id()) ? follow(run, pipeline) : own(run, pipeline);
  }

  /** Runs a pipeline in this process, whether or not it stands in a file. */
  RunResult runHere(Pipeline pipeline, Slot slot) {
    return own(newsroom.room(RunLog.class).begin(pipeline, slot, "command line"), pipeline);
  }

  /** Finishes what killed processes left undone, and leaves alone what a serving one carries. */
  private void takeUp() {
    interruptible();
    new Recovery(newsroom, watcher).all(pipeline -> !isServed(pipeline));
  }

  private RunResult own(Run run, Pipeline pipeline) {
    interruptible();
    Optional<RunResult> result = here(run, pipeline);
    if (result.isPresent()) {
      return result.get();
    }
    watcher.noticed(
        "Another process is at work on \""
            + pipeline.name()
            + "\"; this run waits until that is done.");
    return follow(run, pipeline);
  }

  private Optional<RunResult> here(Run run, Pipeline pipeline) {
    return newsroom
        .room(RunEngine.class)
        .run(run, pipeline, newsroom.definitions().newsroom(), watcher);
  }

  /** Watches a run until it has ended, and does it here as soon as nobody else would. */
  private RunResult follow(Run run, Pipeline pipeline) {
    var watched = new WatchedRun(newsroom.room(RunLog.class), run, watcher);
    boolean served = false;
    for (long looks = 0; looks < MOST_LOOKS; looks++) {
      boolean before = served;
      served = isServed(pipeline);
      if (served && !before) {
        watcher.noticed("Left to the process that serves; this one watches.");
        newsroom
            .interruption()
            .says(
                words,
                "Stopped watching. The run goes on in the process that serves; its status page"
                    + " shows it.");
      } else if (before && !served) {
        watcher.noticed("The process that served has stopped; the run goes on here.");
        interruptible();
      }
      Optional<RunResult> ended = watched.look();
      if (ended.isPresent()) {
        return ended.get();
      }
      if (!served) {
        Optional<RunResult> own = here(run, pipeline);
        if (own.isPresent()) {
          return own.get();
        }
      }
      pause();
    }
    throw new CommandFailure(
        ExitCode.NOT_ALL_DONE,
        "The run "
            + run.id()
            + " has not ended within a day; colophon doctor says whether something is wrong.");
  }

  private boolean isServed(Pipeline pipeline) {
    return ServingNode.carries(newsroom.room(JdbcClient.class), pipeline);
  }

  private void interruptible() {
    newsroom
        .interruption()
        .says(words, "Stopped. What was finished is kept, and the next run goes on from there.");
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.NOT_ALL_DONE, "Stopped while waiting for a run.");
    }
  }
}
