package colophon.cli;

import colophon.pipeline.RunResult;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.Slot;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Runs one pipeline now. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a pipeline now, or for a time that has passed.",
      "Where colophon serve is at work on the same newsroom, it does the run, and this command",
      "watches it.",
      "Exit codes: 0 done, 1 done with problems, 65 a definition is wrong, 66 no such pipeline,",
      "69 no database, 73 cannot write, 130 stopped with Ctrl-C."
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "PIPELINE", description = "The pipeline's name.")
  private String pipeline = "";

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "Run as of this time, such as 2026-01-13T21:00+09:00: articles up to then are used. Asked"
              + " twice for one time, it is one run.")
  private @Nullable String asOf;

  @Option(names = "--json", description = "Print the result as JSON and no progress.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Slot slot = slot();
    RunWatcher watcher =
        StepsOnRequest.watching(json ? RunWatcher.NONE : new Progress(out, Progress.onTerminal()));
    try (var newsroom = OpenNewsroom.open(places, StepsOnRequest.watcher())) {
      AppliedFiles.apply(newsroom, "start");
      var desk = new Newsdesk(newsroom, watcher, json ? spec.commandLine().getErr() : out);
      RunResult result = desk.run(desk.pipeline(pipeline), slot);
      if (json) {
        out.println(new JsonMapper().writeValueAsString(result));
      } else {
        RunText.print(result, places, out);
      }
      return result.problems().isEmpty() ? ExitCode.DONE : ExitCode.NOT_ALL_DONE;
    }
  }

  private Slot slot() {
    if (asOf == null) {
      Instant now = Instant.now();
      return new Slot("asked " + now, now);
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(asOf);
      if (time.toInstant().isAfter(Instant.now())) {
        throw new CommandFailure(
            ExitCode.USAGE,
            asOf
                + " has not come yet, and a run as of then would take the place of the one that is"
                + " due then. Leave --as-of away to run now.");
      }
      return new Slot(time.toString(), time.toInstant());
    } catch (DateTimeParseException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "\"" + asOf + "\" is no time with a zone; write it like 2026-01-13T21:00+09:00.");
    }
  }
}
