package colophon.cli;

import colophon.access.Accounts;
import colophon.access.Role;
import colophon.publication.StepWatcher;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an account. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Makes an account and prints its first password once.")
final class UsersAddCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "LOGIN", description = "What the person signs in with.")
  private String login = "";

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The person's name, as it stands on pages and in records.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "operator, editor, auditor or administrator; may be given several times.")
  private List<Role> roles = new ArrayList<>();

  @Override
  public Integer call() {
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      return UsersCommand.answer(
          newsroom.room(Accounts.class).add(login, name, EnumSet.copyOf(roles), UsersCommand.BY),
          login + " may sign in.",
          spec.commandLine().getOut());
    }
  }
}
