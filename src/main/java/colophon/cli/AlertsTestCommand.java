package colophon.cli;

import colophon.alert.AlertDesk;
import colophon.alert.AlertStore;
import colophon.publication.StepWatcher;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Sends a test to everybody who is told of trouble. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Sends a test to every webhook and address of newsroom.yaml, and prints what was answered.",
      "Exit codes: 0 all were delivered, 1 not all, 66 nobody is named, 69 no database."
    })
final class AlertsTestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    // Also where the keys cannot be used, which is one of the troubles.
    try (var newsroom = OpenNewsroom.openToWithdraw(places, StepWatcher.NONE)) {
      List<AlertStore.Message> sent = newsroom.room(AlertDesk.class).test();
      if (sent.isEmpty()) {
        throw new CommandFailure(
            ExitCode.NOT_FOUND,
            "Nobody is told of anything: name webhooks or mail under alerts in "
                + places.pipelines().resolve("newsroom.yaml")
                + ".");
      }
      sent.forEach(message -> out.println(line(message)));
      return sent.stream().allMatch(message -> message.outcome().equals("delivered"))
          ? ExitCode.DONE
          : ExitCode.NOT_ALL_DONE;
    }
  }

  static String line(AlertStore.Message message) {
    return (message.outcome().isEmpty() ? "waiting" : message.outcome())
        + "  "
        + message.channel()
        + " "
        + message.recipient()
        + (message.answer().isEmpty() ? "" : "  (" + message.answer() + ")");
  }
}
