package colophon.cli;

import colophon.access.Scope;
import colophon.access.Tokens;
import colophon.publication.StepWatcher;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a token. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Makes a token that acts as an account, and prints it once.")
final class TokensAddCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "LOGIN", description = "The account, as users list shows it.")
  private String login = "";

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "What the token is for, such as \"desk bot\".")
  private String name = "";

  @Option(
      names = "--scope",
      required = true,
      paramLabel = "SCOPE",
      description = "What it may be used for, such as queue:read; may be given several times.")
  private List<String> scopes = new ArrayList<>();

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How long it is valid (default: ${DEFAULT-VALUE}, at most 366).")
  private int days = Tokens.DAYS;

  @Override
  public Integer call() {
    Set<Scope> chosen = EnumSet.noneOf(Scope.class);
    for (String word : scopes) {
      chosen.add(
          Scope.named(word)
              .orElseThrow(() ->
                  new CommandFailure(
                      ExitCode.BAD_INPUT,
                      "There is no scope \"" + word + "\". Known are: " + known() + ".")));
    }
    PrintWriter out = spec.commandLine().getOut();
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      return switch (newsroom.room(Tokens.class).add(login, name, chosen, days, UsersCommand.BY)) {
        case Tokens.Outcome.Made made -> {
          out.println("Token " + made.token().id() + ", shown this once: " + made.secret());
          out.println(
              "It acts as "
                  + login
                  + " until "
                  + made.token().expiresAt()
                  + "; docs/api.md says"
                  + " how it is used.");
          yield ExitCode.DONE;
        }
        case Tokens.Outcome.Refused refused ->
            throw new CommandFailure(ExitCode.NOT_ALL_DONE, refused.reason());
        case Tokens.Outcome.Revoked ignored -> throw new IllegalStateException("none was revoked");
      };
    }
  }

  private static String known() {
    return Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(", "));
  }
}
