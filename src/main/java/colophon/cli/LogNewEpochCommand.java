package colophon.cli;

import colophon.attest.KeyFolder;
import colophon.attest.KeysUnusableException;
import colophon.attest.LogRefusedException;
import colophon.attest.LogStore;
import colophon.database.Database;
import colophon.database.DatabaseUnavailableException;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Begins a new log after the key of the last one was lost or compromised. */
@Command(
    name = "new-epoch",
    mixinStandardHelpOptions = true,
    description = {
      "Begins a new, empty log under another name, with the log key that stands in the keys folder",
      "now. For when the key of the last one was lost or compromised; docs/log.md says what comes",
      "before and after. The logs before it stay as they are. Stop every process that publishes",
      "first. There is no way back.",
      "Exit codes: 0 begun, 1 refused, 64 no usable name, 69 no database or no keys."
    })
final class LogNewEpochCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The new log's lasting name, such as wire.example/log-2.")
  private String name = "";

  @Override
  public Integer call() {
    if (!NoteKey.mayBeNamed(name)) {
      throw new CommandFailure(
          ExitCode.USAGE, "A log's name has no spaces and no plus sign, found \"" + name + "\".");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (var database = Database.open(places.home(), System.getenv())) {
      KeyFolder keys = KeyFolder.open(places.home().resolve("keys"));
      var signer =
          new NoteSigner(NoteKey.ofLog(name, keys.log().getPublic()), keys.log().getPrivate());
      LogStore.beginEpoch(JdbcClient.create(database.source()), signer, Clock.systemUTC());
      out.println("Begun: the log " + name + ". Its verifier key, for readers and witnesses:");
      out.println("  " + signer.key().format());
      out.println("The next publication is its first entry; the logs before it stay as they are.");
      return ExitCode.DONE;
    } catch (LogRefusedException e) {
      throw new CommandFailure(ExitCode.NOT_ALL_DONE, String.valueOf(e.getMessage()));
    } catch (KeysUnusableException | DatabaseUnavailableException e) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }
}
