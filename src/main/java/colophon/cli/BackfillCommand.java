package colophon.cli;

import colophon.pipeline.Backfill;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunResult;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.Slot;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a pipeline for appointed times that passed without a run. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a pipeline for each appointed time of a window that nothing ran for, one after another.",
      "A time that has had its run is never run again. At most 50 at once.",
      "Exit codes: 0 done, 1 done with problems, 65 the window or a definition is wrong, 66 no such",
      "pipeline, 69 no database, 73 cannot write, 130 stopped with Ctrl-C."
    })
final class BackfillCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "PIPELINE", description = "The pipeline's name.")
  private String pipeline = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description = "From this time in the pipeline's zone, such as 2026-01-13T09:00.")
  private String from = "";

  @Option(
      names = "--until",
      required = true,
      paramLabel = "TIME",
      description = "Until this time in the pipeline's zone; not in the future.")
  private String until = "";

  @Option(names = "--dry-run", description = "Say which times there are, and run nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RunWatcher watcher = StepsOnRequest.watching(new Progress(out, Progress.onTerminal()));
    try (var newsroom = OpenNewsroom.open(places, StepsOnRequest.watcher())) {
      AppliedFiles.apply(newsroom, "start");
      var desk = new Newsdesk(newsroom, watcher, out);
      Pipeline asked = desk.pipeline(pipeline);
      return switch (newsroom
          .room(Backfill.class)
          .plan(asked, instant(asked, from), instant(asked, until))) {
        case Backfill.Refused refused ->
            throw new CommandFailure(ExitCode.BAD_INPUT, refused.reason());
        case Backfill.Plan plan -> {
          plan.done().forEach(slot -> out.println(slot.label() + "  had its run already"));
          if (plan.open().isEmpty()) {
            out.println("No appointed time of this window is without a run.");
          }
          boolean well = true;
          for (Slot slot : plan.open()) {
            out.println(slot.label() + (dryRun ? "  without a run" : ""));
            well &= dryRun || run(desk, asked, slot, out);
          }
          yield well ? ExitCode.DONE : ExitCode.NOT_ALL_DONE;
        }
      };
    }
  }

  private boolean run(Newsdesk desk, Pipeline asked, Slot slot, PrintWriter out) {
    RunResult result = desk.run(asked, slot, Backfill.STARTED_BY);
    RunText.print(result, places, out);
    return result.problems().isEmpty();
  }

  private static Instant instant(Pipeline asked, String local) {
    try {
      return LocalDateTime.parse(local).atZone(asked.zone()).toInstant();
    } catch (DateTimeException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "\"" + local + "\" is no time; write it like 2026-01-13T09:00.");
    }
  }
}
