package colophon.cli;

import colophon.access.Accounts;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks after the accounts of the desk. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UsersListCommand.class,
      UsersAddCommand.class,
      UsersRolesCommand.class,
      UsersResetCommand.class,
      UsersCloseCommand.class
    },
    description = "Looks after who may sign in at the desk, and as what.")
final class UsersCommand implements Runnable {

  /** Who does it, as the list of administrative acts names it. */
  static final String BY = "command line";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Says what was done, or ends the command with the reason why it was not. */
  static int answer(Accounts.Outcome outcome, String done, PrintWriter out) {
    return switch (outcome) {
      case Accounts.Outcome.Refused refused ->
          throw new CommandFailure(ExitCode.NOT_ALL_DONE, refused.reason());
      case Accounts.Outcome.Done made -> {
        out.println(done);
        if (!made.password().isEmpty()) {
          out.println("First password, shown this once: " + made.password());
          out.println("It must be changed at the first sign-in.");
        }
        yield ExitCode.DONE;
      }
    };
  }
}
