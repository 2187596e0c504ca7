package colophon.cli;

import colophon.access.Accounts;
import colophon.access.Role;
import colophon.desk.ServedNewsroom;
import colophon.publication.StepWatcher;
import java.nio.file.Path;
import java.util.EnumSet;
import org.springframework.context.ApplicationContext;

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
    Console made = Console.run("demo", "--out", home.toString());
    if (made.code() != ExitCode.DONE) {
      throw new IllegalStateException(made.text());
    }
    var newsroom = OpenNewsroom.open(new Places().at(home), StepWatcher.NONE);
    return new SampleDesk(newsroom, serve(newsroom));
  }

  /** An empty newsroom with its desk open. */
  public static SampleDesk empty(Path home) throws Exception {
    var newsroom = OpenNewsroom.open(new Places().at(home), StepWatcher.NONE);
    return new SampleDesk(newsroom, serve(newsroom));
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
