package colophon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The folder of the demonstration: made by us, marked by us, and only then ours to delete. */
final class DemoFolder {

  private static final String MARK = ".colophon-demo";

  private DemoFolder() {}

  /** Makes the folder empty; refuses one that we did not make. */
  static void renew(Path folder) {
    try {
      if (Files.exists(folder)) {
        if (!isOurs(folder) && !isEmpty(folder)) {
          throw new CommandFailure(
              ExitCode.CANNOT_WRITE,
              folder
                  + " holds something else than a demonstration; name another folder with --out.");
        }
        if (Files.exists(folder.resolve("postgres/data/postmaster.pid"))) {
          stopServer(folder);
        }
        FileSystemUtils.deleteRecursively(folder);
      }
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(MARK), "Made by colophon demo; it may delete this folder.\n");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.CANNOT_WRITE,
          "The folder "
              + folder
              + " cannot be written ("
              + Failures.why(e)
              + "). Mend that (it needs about 150 MB), or name another folder with --out.");
    }
  }

  static boolean isOurs(Path folder) {
    return Files.exists(folder.resolve(MARK));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /**
   * A demonstration that was killed leaves its database running; attaching and leaving stops it.
   */
  private static void stopServer(Path folder) {
    try (var database = colophon.database.Database.open(folder, System.getenv())) {
      database.url();
    } catch (colophon.database.DatabaseUnavailableException e) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
    }
    if (Files.exists(folder.resolve("postgres/data/postmaster.pid"))) {
      throw new CommandFailure(
          ExitCode.UNAVAILABLE,
          "Another process is working in " + folder + "; stop it, or name another with --out.");
    }
  }
}
