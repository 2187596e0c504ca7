package colophon.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a script of {@code src/test/node} in Node.js. Its libraries are installed by {@code npm ci
 * --ignore-scripts --prefix src/test/node}; without them nothing is asked, except under CI, where
 * that is a failure.
 */
public final class Node {

  private static final Path FOLDER = Path.of("src", "test", "node").toAbsolutePath();
  private static final int DEADLINE_SECONDS = 60;

  private Node() {}

  /** What a script prints; fails where it ends in an error. */
  public static String run(String script, String... arguments)
      throws IOException, InterruptedException {
    if (!"true".equals(System.getenv("CI"))) {
      assumeThat(FOLDER.resolve("node_modules"))
          .as("foreign verifiers are not installed: npm ci --ignore-scripts --prefix src/test/node")
          .exists();
    }
    var command = new ArrayList<>(List.of("node", FOLDER.resolve(script).toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("node", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String printed = Files.readString(out, StandardCharsets.UTF_8);
      assertThat(ended && process.exitValue() == 0).as(script + " says: " + printed).isTrue();
      return printed;
    } finally {
      Files.deleteIfExists(out);
    }
  }
}
