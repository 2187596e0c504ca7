package colophon.edition;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Open test data that lies beside the project and never in it. */
final class TestData {

  private TestData() {}

  /** The file of that name below the test data; skips the test where there is none. */
  static Path file(String name) {
    String named = System.getProperty("colophon.test.data", System.getenv("COLOPHON_TEST_DATA"));
    Path folder = named == null ? Path.of("..", "shared", "data") : Path.of(named);
    Path file = folder.resolve(name);
    assumeThat(Files.isReadable(file))
        .as("open test data is not here: " + name + " (set COLOPHON_TEST_DATA)")
        .isTrue();
    return file;
  }
}
