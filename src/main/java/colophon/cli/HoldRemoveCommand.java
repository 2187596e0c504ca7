package colophon.cli;

import colophon.evidence.HoldStore;
import colophon.publication.StepWatcher;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a legal hold. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Ends a legal hold. That there was one, and who ended it, stays on record.")
final class HoldRemoveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "NUMBER", description = "The hold's number, as hold list shows it.")
  private long number;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who ends it.")
  private String by = "";

  @Override
  public Integer call() {
    if (by.isBlank()) {
      throw new CommandFailure(ExitCode.USAGE, "Say who ends it.");
    }
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      if (!newsroom.room(HoldStore.class).end(number, by.strip())) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND,
            "No hold " + number + " stands; colophon hold list shows those that do.");
      }
      spec.commandLine().getOut().println("Hold " + number + " has ended.");
      return ExitCode.DONE;
    }
  }
}
