package colophon.cli;

import colophon.access.ApiToken;
import colophon.access.Scope;
import colophon.access.Tokens;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.publication.StepWatcher;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which tokens there are. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Says which tokens there are, what they open, and when each was used last.")
final class TokensListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(names = "--json", description = "Print the tokens as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      List<ApiToken> tokens = newsroom.room(Tokens.class).of("");
      Instant now = newsroom.room(InstantSource.class).instant();
      if (json) {
        out.println(
            CanonicalJson.text(
                Json.array(tokens.stream().map(token -> document(token, now)).toList())));
      } else if (tokens.isEmpty()) {
        out.println("There are no tokens; colophon tokens add makes one.");
      } else {
        tokens.forEach(token -> out.println(line(token, now)));
      }
      return ExitCode.DONE;
    }
  }

  private static Json document(ApiToken token, Instant now) {
    return Json.object(
        "id", Json.of(token.id()),
        "login", Json.of(token.login()),
        "name", Json.of(token.name()),
        "scopes", Json.array(token.scopes().stream().map(Scope::word).<Json>map(Json::of).toList()),
        "state", Json.of(token.state(now)),
        "expires", Json.of(token.expiresAt().toString()),
        "lastUsed", moment(token.lastUsedAt()));
  }

  private static Json moment(@Nullable Instant at) {
    return at == null ? new Json.Null() : Json.of(at.toString());
  }

  private static String line(ApiToken token, Instant now) {
    Instant used = token.lastUsedAt();
    return token.id()
        + "  "
        + token.login()
        + "  "
        + token.name()
        + "  "
        + token.scopes().stream().map(Scope::word).collect(Collectors.joining(", "))
        + "  "
        + token.state(now)
        + ", until "
        + token.expiresAt()
        + (used == null ? "  never used" : "  last used " + used);
  }
}
