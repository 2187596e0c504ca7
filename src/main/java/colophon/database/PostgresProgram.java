package colophon.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one of PostgreSQL's programs. They refuse to run as root; there they are started in a user
 * name space of their own, in which nobody is root.
 */
final class PostgresProgram {

  /** How long initdb, or a start or stop, may take. */
  static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Path binaries;
  private final List<String> prefix;

  PostgresProgram(Path binaries) {
    this.binaries = binaries;
    this.prefix = "root".equals(System.getProperty("user.name")) ? withoutRoot() : List.of();
  }

  /** Runs it to its end; what it printed goes into the exception where it fails. */
  void run(String name, Path log, List<String> arguments) throws DatabaseUnavailableException {
    var command = new ArrayList<>(prefix);
    command.add(binaries.resolve("bin").resolve(name).toString());
    command.addAll(arguments);
    try {
      var builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().put("LC_ALL", "C");
      builder.environment().put("TZ", "UTC");
      Process process = builder.start();
      if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(name, log, "it did not finish within " + DEADLINE.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw failed(name, log, "it ended with exit code " + process.exitValue());
      }
    } catch (IOException e) {
      throw failed(name, log, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(name, log, "it was interrupted");
    }
  }

  private static DatabaseUnavailableException failed(String name, Path log, String how) {
    if (words(log).contains("No space left on device")) {
      return new DatabaseUnavailableException(
          "The disk has no space left for the built-in PostgreSQL ("
              + log.getParent()
              + "). Make room (about 150 MB), or choose another folder with --home.");
    }
    return new DatabaseUnavailableException(
        "The built-in PostgreSQL did not start: "
            + name
            + " failed ("
            + how
            + "; last words: "
            + lastLine(log)
            + "). See "
            + log
            + ", or set COLOPHON_DATABASE_URL to a PostgreSQL of your own.");
  }

  private static String words(Path log) {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static String lastLine(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return lines.isEmpty() ? "none" : lines.getLast().strip();
    } catch (IOException e) {
      return "none";
    }
  }

  private static List<String> withoutRoot() {
    for (List<String> attempt :
        List.of(
            List.of("unshare", "-U"),
            List.of("setpriv", "--reuid=nobody", "--clear-groups"),
            List.of("runuser", "-u", "nobody", "--"))) {
      var probe = new ArrayList<>(attempt);
      probe.add("true");
      try {
        Process process =
            new ProcessBuilder(probe)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0) {
          return attempt;
        }
      } catch (IOException e) {
        continue; // the program is not installed: the next one is tried
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      }
    }
    return List.of();
  }
}
