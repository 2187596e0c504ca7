package colophon.cli;

import colophon.access.Accounts;
import colophon.publication.StepWatcher;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives an account a new first password. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = "Gives an account a new first password, for whoever lost theirs.")
final class UsersResetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "LOGIN", description = "The account, as users list shows it.")
  private String login = "";

  @Override
  public Integer call() {
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      return UsersCommand.answer(
          newsroom.room(Accounts.class).reset(login, UsersCommand.BY),
          login + " has a new password.",
          spec.commandLine().getOut());
    }
  }
}
