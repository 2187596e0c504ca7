package colophon.cli;

import colophon.access.Accounts;
import colophon.access.Role;
import colophon.access.Scope;
import colophon.access.Tokens;
import colophon.desk.ServedNewsroom;
import colophon.publication.StepWatcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration's newsroom with its desk open, for tests that come as people do. */
public final class SampleDesk implements AutoCloseable {

  private final OpenNewsroom newsroom;
  private final ServedNewsroom served;

  private SampleDesk(OpenNewsroom newsroom, ServedNewsroom served) {
    this.newsroom = newsroom;
    this.served = served;
  }

  /** Makes the samples' briefs in a folder and opens the desk on any free port. */
  public static SampleDesk open(Path home) throws Exception {
    Demonstration.at(home);
    var newsroom = OpenNewsroom.open(new Places().at(home), StepWatcher.NONE);
    return new SampleDesk(newsroom, serve(newsroom));
  }

  /** An empty newsroom with its desk open. */
  public static SampleDesk empty(Path home) throws Exception {
    var newsroom = OpenNewsroom.open(new Places().at(home), StepWatcher.NONE);
    return new SampleDesk(newsroom, serve(newsroom));
  }

  /** An empty newsroom by other definitions, with its desk open. */
  public static SampleDesk empty(Path home, Path pipelines) throws Exception {
    var newsroom = OpenNewsroom.open(new Places().at(home).by(pipelines), StepWatcher.NONE);
    return new SampleDesk(newsroom, serve(newsroom));
  }

  /** The desk of a newsroom that is there already. */
  public static SampleDesk at(Path home) throws Exception {
    return empty(home);
  }

  /** Asks for a brief of these files in a newsroom of its own, and gives the draft that waits. */
  public static String brief(Path home, Path... files) {
    var arguments = new ArrayList<String>(List.of("brief"));
    for (Path file : files) {
      arguments.add(file.toString());
    }
    arguments.addAll(List.of("--home", home.toString()));
    Console made = Console.run(arguments.toArray(String[]::new));
    Console listed = Console.run("review", "list", "--json", "--home", home.toString());
    String draft = new JsonMapper().readTree(listed.out()).path(0).path("draft").asString();
    if (draft.isEmpty()) {
      throw new IllegalStateException(made.text() + listed.text());
    }
    return draft;
  }

  private static ServedNewsroom serve(OpenNewsroom newsroom)
      throws ServedNewsroom.PortTakenException {
    return ServedNewsroom.start(
        StatusDesks.of(newsroom, () -> true), newsroom.rooms(), newsroom.places().site(), 0);
  }

  /** Makes an account whose password is its own already, and gives it. */
  public String account(String login, String name, Role... roles) {
    var accounts = newsroom.room(Accounts.class);
    String chosen = "a password of " + login.length() + " letters, quite long";
    if (accounts.add(login, name, EnumSet.of(roles[0], roles), "test")
        instanceof Accounts.Outcome.Done made) {
      accounts.change(login, made.password(), chosen);
    }
    return chosen;
  }

  /** Makes an account with a first password, and gives it. */
  public String newAccount(String login, String name, Role role) {
    return newsroom.room(Accounts.class).add(login, name, EnumSet.of(role), "test")
            instanceof Accounts.Outcome.Done made
        ? made.password()
        : "";
  }

  /** Makes a token of an account, and gives it. */
  public String token(String login, Set<Scope> scopes) {
    return newsroom.room(Tokens.class).add(login, "a test", scopes, 1, "test")
            instanceof Tokens.Outcome.Made made
        ? made.secret()
        : "";
  }

  public String address(String path) {
    return "http://127.0.0.1:" + served.port() + path;
  }

  public ServedNewsroom served() {
    return served;
  }

  /** Closes an account. */
  public void closeAccount(String login) {
    newsroom.room(Accounts.class).close(login, true, "test");
  }

  public ApplicationContext rooms() {
    return newsroom.rooms();
  }

  @Override
  public void close() {
    served.close();
    newsroom.close();
  }
}
