package colophon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A witness of other newsrooms' logs. */
@Command(
    name = "witness",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {WitnessInitCommand.class, WitnessServeCommand.class, WitnessCosignCommand.class},
    description = {
      "Watches the logs of others: cosigns what they show, and refuses a log that was rewritten.",
      "It needs no newsroom and no database; whoever runs it should not be the log's own newsroom."
    })
final class WitnessCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
