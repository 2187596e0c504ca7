package colophon.cli;

import colophon.alert.AlertStore;
import colophon.publication.StepWatcher;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is wrong now, and what was told of it. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Says what is wrong now, and which messages were sent lately.")
final class AlertsListCommand implements Callable<Integer> {

  private static final int MOST_MESSAGES = 20;

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    // Also where the keys cannot be used, which is one of the troubles.
    try (var newsroom = OpenNewsroom.openToWithdraw(places, StepWatcher.NONE)) {
      AlertStore store = newsroom.room(AlertStore.class);
      List<AlertStore.Alert> open = store.open();
      if (open.isEmpty()) {
        out.println("No alert is open.");
      }
      open.forEach(
          alert -> out.println(alert.began() + "  " + alert.kind() + "  " + alert.sentence()));
      store
          .messages(MOST_MESSAGES)
          .forEach(message ->
              out.println(
                  message.made()
                      + "  "
                      + AlertsTestCommand.line(message)
                      + "  "
                      + message.subject()));
      return ExitCode.DONE;
    }
  }
}
