package colophon.publication;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.c2pa.ForeignReaders;
import colophon.c2pa.StampingPeer;
import colophon.edition.PublishableBriefs;
import colophon.verify.Code;
import colophon.verify.Finding;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Severity;
import colophon.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A third party says by when a version was signed. */
class StampedPublicationTest {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir private Path folder;
  private StampingPeer authority;
  private PublicationDesk desk;

  @BeforeEach
  void open() throws Exception {
    authority = new StampingPeer(NOW);
    desk = new PublicationDesk(folder.resolve("newsroom"), NOW);
    desk.stamps = new HttpTimeStampAuthority(authority.address());
  }

  @AfterEach
  void close() {
    desk.close();
    authority.close();
  }

  @Test
  void theStampIsSeenByOursAndByOthers() throws Exception {
    assertThat(publish()).isInstanceOf(Publication.Released.class);
    assertThat(authority.asked()).isEqualTo(6);
    Report report = verify(trust());
    assertThat(report.findings(Severity.FAILED)).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(codes(report)).contains(Code.TIME_STAMPED).doesNotContain(Code.TIME_UNTRUSTED);
    // Who does not know the authority learns nothing of the time, and all the rest.
    Report without = verify(desk.keys());
    assertThat(without.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(codes(without)).contains(Code.TIME_UNTRUSTED).doesNotContain(Code.TIME_STAMPED);

    try (ForeignReaders readers = ForeignReaders.start(folder)) {
      var verdict =
          readers.beside(
              Files.readAllBytes(version().resolve("brief.txt.c2pa")),
              Files.readAllBytes(version().resolve("brief.txt")),
              "text/plain",
              desk.text("trust/anchors.pem") + authority.root());
      assertThat(verdict.nodeState()).isEqualTo("Trusted");
      assertThat(verdict.nodeCodes()).contains("timeStamp.validated", "timeStamp.trusted");
    }
  }

  @Test
  void whatWasStampedBeforeItsKeyWasRevokedStaysTrusted() throws Exception {
    publish();
    String key =
        colophon.attest.KeyFolder.open(desk.keys()).register().signing().orElseThrow().keyId();
    desk.keyChanges().revoke(key, NOW.plusSeconds(3_600), "a lost laptop");
    desk.publisher().resume(pipeline -> PublishableBriefs.imprint());
    Report report = verify(trust());
    assertThat(report.findings(Severity.FAILED)).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(codes(report)).contains(Code.SIGNER_REVOKED_LATER);
    assertThat(verify(desk.keys()).findings(Severity.FAILED))
        .extracting(Finding::code)
        .contains(Code.SIGNER_REVOKED);
  }

  @ParameterizedTest
  @EnumSource(
      value = StampingPeer.Mood.class,
      names = {"HONEST"},
      mode = EnumSource.Mode.EXCLUDE)
  void withoutAProperStampNothingGoesOutYet(StampingPeer.Mood mood) throws Exception {
    authority.is(mood);
    assertThat(publish())
        .isInstanceOfSatisfying(
            Publication.Delayed.class,
            delayed ->
                assertThat(delayed.reason())
                    .contains("has no time stamp yet: ", "It goes out with the next start"));
    assertThat(version()).doesNotExist();
    authority.is(StampingPeer.Mood.HONEST);
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    assertThat(codes(verify(trust()))).contains(Code.TIME_STAMPED);
  }

  private Publication publish() {
    return desk.publisher()
        .publish(PublicationDesk.order(PublicationDesk.HARBOUR, "d-1", "Harbour: Open"));
  }

  private Path version() {
    return desk.site.resolve("briefs/harbour-open/v1");
  }

  /** The newsroom's keys with the root of the authority. */
  private Path trust() throws Exception {
    Path trust = Files.createDirectories(folder.resolve("trust"));
    Files.writeString(
        trust.resolve("keys.json"), Files.readString(desk.keys().resolve("keys.json")));
    Files.writeString(trust.resolve("stamps.pem"), authority.root());
    return trust;
  }

  private Report verify(Path trust) {
    return Verifier.verify(version(), trust, NOW);
  }

  private static List<Code> codes(Report report) {
    return report.findings().stream().map(Finding::code).toList();
  }
}
