package colophon.cli;

import colophon.pipeline.DefinitionException;
import colophon.pipeline.DefinitionProblem;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Checks every definition file and says where each mistake stands. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the pipelines and prompts and says file, line and column of every mistake.",
      "Changes nothing. Exit codes: 0 all in order, 65 something is wrong."
    })
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(names = "--json", description = "Print the problems as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Definitions definitions = Definitions.read(places.pipelines(), places.prompts());
      if (json) {
        out.println("{\"problems\":[]}");
        return ExitCode.DONE;
      }
      for (Pipeline pipeline : definitions.pipelines().values()) {
        out.println(line(pipeline));
      }
      out.println("No mistakes found.");
      return ExitCode.DONE;
    } catch (DefinitionException e) {
      if (json) {
        out.println(
            new JsonMapper().writeValueAsString(java.util.Map.of("problems", e.problems())));
      } else {
        e.problems().stream().map(DefinitionProblem::toString).forEach(out::println);
      }
      return ExitCode.BAD_INPUT;
    }
  }

  private static String line(Pipeline pipeline) {
    String next =
        pipeline.schedule().next(Instant.now(), 1, pipeline.zone()).stream()
            .map(slot ->
                "next slot "
                    + DateTimeFormatter.ofPattern("d MMM uuuu HH:mm zzz", java.util.Locale.ENGLISH)
                        .format(slot.at().atZone(pipeline.zone())))
            .findFirst()
            .orElse("runs when asked to");
    return String.format(
        "%-16s %s: %d sources, review %s, %s%s",
        pipeline.name(),
        pipeline.title(),
        pipeline.sources().size(),
        pipeline.review().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
        pipeline.paused() ? "paused, " : "",
        next);
  }
}
