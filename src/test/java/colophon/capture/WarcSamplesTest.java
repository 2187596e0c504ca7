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

  private static final String ARC =
      "refused: it is an ARC file, the form that came before WARC; convert it to WARC first";

  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("jwarc-cc.warc.gz", "1 copy"),
          Map.entry("jwarc-gzip_extra_sl.warc.gz", "0 copies"),
          Map.entry("warcio-bad.arc", ARC),
          // A page that had not changed: its head is not the one that was taken the digest of.
          Map.entry("warcio-example-bad-non-chunked.warc.gz", differs(5, "Block")),
          Map.entry("warcio-example-digest.warc", differs(1, "Payload")),
          Map.entry("warcio-example-iana.org-chunked.warc", "1 copy"),
          Map.entry("warcio-example-resource.warc.gz", "1 copy"),
          Map.entry("warcio-example-space-in-target-uri.warc.gz", "1 copy"),
          Map.entry("warcio-example-space-in-url.arc", ARC),
          // Cut off before it was written, and its length made to fit.
          Map.entry("warcio-example-trunc.warc", differs(3, "Block")),
          Map.entry("warcio-example-wget-bad-target-uri.warc.gz", "3 copies"),
          Map.entry("warcio-example-wrong-chunks.warc.gz", differs(1, "Block")),
          Map.entry("warcio-example.arc", ARC),
          Map.entry("warcio-example.arc.gz", ARC),
          Map.entry("warcio-example.warc", "1 copy, 1 passed over"),
          Map.entry("warcio-example.warc.gz", "1 copy, 1 passed over"),
          Map.entry("warcio-post-test.warc.gz", "3 copies"));

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
    assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(EXPECTED);
  }

  private static String differs(int record, String digest) {
    return "refused: record "
        + record
        + " of http://example.com/: its bytes do not have the digest that it states as WARC-"
        + digest
        + "-Digest";
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
      return found.copies.size()
          + (found.copies.size() == 1 ? " copy" : " copies")
          + (found.passedOver.isEmpty() ? "" : ", " + found.passedOver.size() + " passed over");
    } catch (WarcFormatException e) {
      return "refused: " + e.getMessage();
    }
  }
}
