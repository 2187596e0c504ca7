package colophon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The demonstration's newsroom, which many tests begin with: made once by the command itself, then
 * copied for each of them.
 */
final class Demonstration {

  private static @Nullable Path made;

  private Demonstration() {}

  /** Puts a newsroom of its own where there is nothing yet. */
  static void at(Path home) {
    Folders.copy(made(), home);
  }

  private static synchronized Path made() {
    Path known = made;
    if (known != null) {
      return known;
    }
    try {
      Path folder = Files.createTempDirectory("colophon-test-demonstration");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
      known = folder.resolve("newsroom");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Console demo = Console.run("demo", "--out", known.toString());
    if (demo.code() != ExitCode.DONE) {
      throw new IllegalStateException(demo.text());
    }
    made = known;
    return known;
  }
}
