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

/** Gives an account other roles. */
@Command(
    name = "roles",
    mixinStandardHelpOptions = true,
    description = "Gives an account other roles, at once.")
final class UsersRolesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "LOGIN", description = "The account, as users list shows it.")
  private String login = "";

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
          newsroom.room(Accounts.class).roles(login, EnumSet.copyOf(roles), UsersCommand.BY),
          login + " has these roles now.",
          spec.commandLine().getOut());
    }
  }
}
