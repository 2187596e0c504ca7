package colophon.publication;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.verify.Code;
import colophon.verify.Finding;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Severity;
import colophon.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as a site shows it, verified without the database that it came from. */
class ShownLogTest {

  private static final Instant NOW = Instant.parse("2026-05-08T00:00:00Z");

  @TempDir private Path folder;
  private PublicationDesk desk;

  @BeforeEach
  void publish() throws Exception {
    desk = new PublicationDesk(folder.resolve("newsroom"));
    Publisher publisher = desk.publisher();
    for (int i = 0; i < 5; i++) {
      String brief = "b-000000000000000" + i;
      assertThat(
              publisher.publish(PublicationDesk.order(brief, "d-" + i, "Harbour " + i + ": Open")))
          .isInstanceOf(Publication.Released.class);
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void computedAgainItGivesItsCheckpoint() {
    Report report = verify();
    assertThat(report.findings(Severity.FAILED)).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(report.findings().stream().map(Finding::code)).contains(Code.LOG_WHOLE);
  }

  @Test
  void everyChangedByteIsNoticed() throws Exception {
    for (String name : List.of("tile/entries/000.p/5", "tile/0/000.p/5", "checkpoint")) {
      Path file = desk.site.resolve("log").resolve(name);
      byte[] good = Files.readAllBytes(file);
      for (int at = 0; at < good.length; at += Math.max(1, good.length / 40)) {
        byte[] changed = good.clone();
        changed[at] ^= 1;
        Files.write(file, changed);
        assertThat(verify().outcome()).as(name + " at " + at).isEqualTo(Outcome.INVALID);
      }
      Files.write(file, good);
    }
    assertThat(verify().outcome()).isEqualTo(Outcome.TRUSTED);
  }

  @Test
  void theFirstThingThatIsWrongIsNamed() throws Exception {
    Path entries = desk.site.resolve("log/tile/entries/000.p/5");
    byte[] good = Files.readAllBytes(entries);
    byte[] changed = good.clone();
    changed[good.length - 1] ^= 1;
    Files.write(entries, changed);
    assertThat(sentence()).contains("Entry 4 ");
    Files.delete(entries);
    assertThat(sentence()).contains("tile/entries/000.p/5 is missing");
  }

  @Test
  void anOlderStateOfTheLogIsNoticed() throws Exception {
    Path checkpoint = desk.site.resolve("log/checkpoint");
    String newest = Files.readString(checkpoint);
    String older =
        Files.readString(desk.site.resolve("briefs/harbour-2-open/v1/record.tlog-proof"))
            .replaceFirst("(?s)^.*?\n\n", "");
    assertThat(older).isNotEqualTo(newest);
    Files.writeString(checkpoint, older);
    assertThat(sentence()).contains("has 3 entries", "speaks of 4");
  }

  private String sentence() throws IOException {
    return verify().findings(Severity.FAILED).stream()
        .filter(finding -> finding.code() == Code.LOG_DIFFERS)
        .map(Finding::sentence)
        .findFirst()
        .orElseThrow();
  }

  private Report verify() {
    return Verifier.verify(desk.site, desk.keys(), NOW);
  }
}
