package colophon.cli;

import colophon.access.Accounts;
import colophon.publication.StepWatcher;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Closes an account, or opens it again. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    description = "Closes an account at once. It is kept, since its name stands in what was done.")
final class UsersCloseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "LOGIN", description = "The account, as users list shows it.")
  private String login = "";

  @Option(names = "--undo", description = "Open it again.")
  private boolean undo;

  @Override
  public Integer call() {
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      return UsersCommand.answer(
          newsroom.room(Accounts.class).close(login, !undo, UsersCommand.BY),
          undo ? login + " may sign in again." : login + " can sign in no more.",
          spec.commandLine().getOut());
    }
  }
}
