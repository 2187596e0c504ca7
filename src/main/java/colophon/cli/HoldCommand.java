package colophon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks after legal holds. */
@Command(
    name = "hold",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {HoldAddCommand.class, HoldRemoveCommand.class, HoldListCommand.class},
    description = {
      "Looks after legal holds: what a hold names is not erased, neither by order nor by rule.",
      "docs/erasure.md explains them."
    })
final class HoldCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
