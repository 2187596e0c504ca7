package colophon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks after the tokens by which scripts use the desk. */
@Command(
    name = "tokens",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {TokensListCommand.class, TokensAddCommand.class, TokensRevokeCommand.class},
    description = "Looks after the tokens by which scripts use the JSON API of the desk.")
final class TokensCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
