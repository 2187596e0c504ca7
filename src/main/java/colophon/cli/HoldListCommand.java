package colophon.cli;

import colophon.evidence.Hold;
import colophon.evidence.HoldStore;
import colophon.publication.StepWatcher;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the legal holds that stand. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the legal holds that stand, the oldest first.")
final class HoldListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Override
  public Integer call() {
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      List<Hold> holds = newsroom.room(HoldStore.class).standing();
      var out = spec.commandLine().getOut();
      if (holds.isEmpty()) {
        out.println("No hold stands.");
      }
      holds.forEach(hold -> out.println(hold.since() + "  " + hold.sentence()));
      return ExitCode.DONE;
    }
  }
}
