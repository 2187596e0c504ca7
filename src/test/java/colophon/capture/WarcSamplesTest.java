package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Files that other crawlers wrote, good, cut off and bad: each is read or refused with a reason.
 */
class WarcSamplesTest {

  private static final Path FOLDER = folder();

  @Test
  void eachIsReadOrRefusedWithAReason() throws Exception {
    assumeThat(FOLDER).as("the samples of others are not here").exists();
    var outcomes = new LinkedHashMap<String, String>();
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        outcomes.put(file.getFileName().toString(), outcome(file));
      }
    }
    Map<String, String> expected = new LinkedHashMap<>();
    assertThat(outcomes).containsAllEntriesOf(expected);
    outcomes.forEach((name, outcome) -> System.out.println(name + " -> " + outcome));
  }

  private static Path folder() {
    String named = System.getProperty("colophon.test.data", System.getenv("COLOPHON_TEST_DATA"));
    Path data = named == null ? Path.of("..", "shared", "data") : Path.of(named);
    return data.resolve("provenance").resolve("warc");
  }

  private static String outcome(Path file) throws Exception {
    var found = new WarcReadingTest.Found();
    try (var in = Files.newInputStream(file)) {
      WarcReading.read(in, WarcLimits.standard(), found);
      return found.copies.size() + " copies; " + String.join("; ", found.passedOver);
    } catch (WarcFormatException e) {
      return "refused: " + e.getMessage();
    }
  }
}
