package colophon.cli;

import colophon.access.Tokens;
import colophon.publication.StepWatcher;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a token. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Ends a token at once. It stays in the list, with when it was ended.")
final class TokensRevokeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "ID", description = "The token, as tokens list shows it.")
  private long id;

  @Override
  public Integer call() {
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      return switch (newsroom.room(Tokens.class).revoke(id, "", UsersCommand.BY)) {
        case Tokens.Outcome.Revoked revoked -> {
          spec.commandLine()
              .getOut()
              .println("The token " + id + " (" + revoked.token().name() + ") opens nothing now.");
          yield ExitCode.DONE;
        }
        case Tokens.Outcome.Refused refused ->
            throw new CommandFailure(ExitCode.NOT_ALL_DONE, refused.reason());
        case Tokens.Outcome.Made ignored -> throw new IllegalStateException("none was made");
      };
    }
  }
}
