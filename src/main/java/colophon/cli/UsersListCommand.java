package colophon.cli;

import colophon.access.Account;
import colophon.access.AccountStore;
import colophon.access.Role;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.publication.StepWatcher;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says who may sign in. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Says who may sign in, and as what.")
final class UsersListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(names = "--json", description = "Print the accounts as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      List<Account> accounts = newsroom.room(AccountStore.class).all();
      if (json) {
        out.println(
            CanonicalJson.text(
                Json.array(accounts.stream().map(UsersListCommand::document).toList())));
      } else if (accounts.isEmpty()) {
        out.println("Nobody may sign in yet; colophon users add makes an account.");
      } else {
        accounts.forEach(account -> out.println(line(account)));
      }
      return ExitCode.DONE;
    }
  }

  private static Json document(Account account) {
    return Json.object(
        "login", Json.of(account.login()),
        "name", Json.of(account.name()),
        "roles", Json.array(account.roles().stream().map(Role::word).<Json>map(Json::of).toList()),
        "closed", Json.of(account.closed()));
  }

  private static String line(Account account) {
    return account.login()
        + "  "
        + account.name()
        + "  "
        + account.roles().stream().map(Role::word).collect(Collectors.joining(", "))
        + (account.closed() ? "  closed" : account.mustChange() ? "  has its first password" : "");
  }
}
