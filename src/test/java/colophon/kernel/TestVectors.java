package colophon.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The open provenance vectors, which lie beside the project; what is not there is a skip. */
public final class TestVectors {

  private static final String NAME = "COLOPHON_TEST_DATA";

  private TestVectors() {}

  /** A folder below {@code provenance}; skips the calling test where it is absent. */
  public static Path folder(String name) {
    Path folder = root().resolve("provenance").resolve(name);
    assumeTrue(
        Files.isDirectory(folder),
        "skipped: there are no vectors in " + folder + "; set " + NAME + " to the open test data");
    return folder;
  }

  /** Every JSON file below a folder, sorted. */
  public static List<Path> documents(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    String given = System.getProperty(NAME, System.getenv(NAME));
    return given == null
        ? Path.of("").toAbsolutePath().resolveSibling("shared").resolve("data")
        : Path.of(given);
  }
}
