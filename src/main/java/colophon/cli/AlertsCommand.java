package colophon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks after what operators are told. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {AlertsListCommand.class, AlertsTestCommand.class},
    description = {
      "Looks after what operators are told by webhook and by mail. Who is told of what stands under",
      "alerts in newsroom.yaml; docs/operating.md explains it."
    })
final class AlertsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
