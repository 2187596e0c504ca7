package colophon.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.attest.KeyFolder;
import colophon.attest.KeysUnusableException;
import colophon.edition.PublishableBriefs;
import colophon.verify.Code;
import colophon.verify.Finding;
import colophon.verify.Outcome;
import colophon.verify.PublishedKey;
import colophon.verify.Report;
import colophon.verify.Severity;
import colophon.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys change, are stolen, come from elsewhere; publications stay what they are. */
class KeysOverTimeTest {

  private static final Instant NOW = Instant.parse("2026-05-08T00:00:00Z");

  @TempDir private Path folder;
  private PublicationDesk desk;

  @BeforeEach
  void publishOnce() throws Exception {
    desk = new PublicationDesk(folder.resolve("newsroom"));
    publish("d-1");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whatAnOldKeySignedStaysVerifiableAfterRotation() throws Exception {
    PublishedKey rotated = desk.keyChanges().rotate();
    publish("d-2");
    Report report = verify(desk.site);
    assertThat(report.findings(Severity.FAILED)).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(report.versions()).isEqualTo(2);
    assertThat(envelope(2)).contains(rotated.keyId());
    assertThat(envelope(1)).doesNotContain(rotated.keyId());
    // Both credentials lead to the one root that readers have.
    assertThat(desk.text("trust/anchors.pem")).containsOnlyOnce("BEGIN CERTIFICATE");
    assertThat(desk.text("trust/keys.json")).contains("\"retired\":\"2026-05-07T13:");
    assertThat(KeyFolder.open(desk.keys()).register().keys()).hasSize(3);
  }

  @Test
  void whatARevokedKeySignedFailsWithItsOwnReason() throws Exception {
    String stolen = signing();
    PublishedKey revoked =
        desk.keyChanges()
            .revoke(stolen.substring(0, 8), Instant.parse("2026-05-07T20:00:00Z"), "a lost laptop");
    assertThat(revoked.revoked()).isNotNull();
    assertThat(signing()).isNotEqualTo(stolen);

    Report first = verify(version(1));
    assertThat(first.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(failures(first))
        .contains(Code.SIGNER_REVOKED, Code.STATUS_FORGED)
        .doesNotContain(Code.ATTESTATION_FORGED, Code.CREDENTIAL_INVALID);
    assertThat(
            first.findings(Severity.FAILED).stream()
                .filter(finding -> finding.code() == Code.SIGNER_REVOKED)
                .map(Finding::sentence))
        .anyMatch(sentence -> sentence.contains("2026-05-07T20:00:00Z (a lost laptop)"));

    // The next start signs the statuses anew, and what is published from now on is trusted.
    assertThat(desk.publisher().resume(pipeline -> PublishableBriefs.imprint())).isEmpty();
    assertThat(failures(verify(version(1)))).doesNotContain(Code.STATUS_FORGED);
    publish("d-2");
    assertThat(verify(version(2)).outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(desk.text("trust/keys.json")).contains("a lost laptop");
  }

  @Test
  void aReaderWithTheOldKeyFileKnowsNothingOfARevocation() throws Exception {
    Path old = Files.copy(desk.keys().resolve("keys.json"), folder.resolve("old.json"));
    desk.keyChanges().revoke(signing(), null, "a lost laptop");
    assertThat(Verifier.verify(version(1), old, NOW).outcome()).isEqualTo(Outcome.TRUSTED);
    // Once the site says so, the old file is no excuse.
    desk.publisher().resume(pipeline -> PublishableBriefs.imprint());
    assertThat(failures(Verifier.verify(version(1), old, NOW))).contains(Code.SIGNER_REVOKED);
  }

  @Test
  void aKeyThatIsBroughtAlongSignsFromThenOn() throws Exception {
    Path file = BroughtKey.write(folder.resolve("newsroom.p12"), "secret", "SAMPLE Harbour Desk");
    PublishedKey key = desk.keyChanges().importFile(file, "secret".toCharArray());
    publish("d-2");
    assertThat(envelope(2)).contains(key.keyId());
    Report report = verify(desk.site);
    assertThat(report.findings(Severity.FAILED)).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.TRUSTED);
    assertThat(Files.readString(desk.keys().resolve("anchor.pem")).split("BEGIN CERT")).hasSize(3);
    assertThat(KeyFolder.open(desk.keys()).isTrial()).isFalse();
  }

  @Test
  void whatCannotBeUsedChangesNothing() throws Exception {
    Map<String, String> before = PublicationDesk.files(desk.keys());
    Path good = BroughtKey.write(folder.resolve("good.p12"), "secret", "SAMPLE Harbour Desk");
    Path nameless = BroughtKey.write(folder.resolve("nameless.p12"), "secret", null);
    Path none = Files.writeString(folder.resolve("none.p12"), "no key at all");
    assertRefused(() -> desk.keyChanges().importFile(good, "wrong".toCharArray()), "password");
    assertRefused(
        () -> desk.keyChanges().importFile(nameless, "secret".toCharArray()), "organisation (O)");
    assertRefused(() -> desk.keyChanges().importFile(none, "secret".toCharArray()), "");
    assertRefused(() -> desk.keyChanges().revoke("ffffffff", null, "lost"), "no key begins with");
    String log =
        KeyFolder.open(desk.keys()).register().keys().stream()
            .filter(key -> key.use() == PublishedKey.Use.LOG)
            .map(PublishedKey::keyId)
            .findFirst()
            .orElseThrow();
    assertRefused(() -> desk.keyChanges().revoke(log, null, "lost"), "a new one begins");
    assertThat(PublicationDesk.files(desk.keys())).isEqualTo(before);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable change, String why) {
    assertThatThrownBy(change)
        .isInstanceOf(KeysUnusableException.class)
        .hasMessageStartingWith("Nothing was changed in the keys of ")
        .hasMessageContaining(why);
  }

  private String signing() throws Exception {
    return KeyFolder.open(desk.keys()).register().signing().orElseThrow().keyId();
  }

  private void publish(String draftId) {
    assertThat(
            desk.publisher()
                .publish(PublicationDesk.order(PublicationDesk.HARBOUR, draftId, "Harbour: Open")))
        .isInstanceOf(Publication.Released.class);
  }

  private Report verify(Path target) {
    return Verifier.verify(target, desk.keys(), NOW);
  }

  private Path version(int number) {
    return desk.site.resolve("briefs/harbour-open/v" + number);
  }

  private String envelope(int number) throws Exception {
    return Files.readString(version(number).resolve("attestation.dsse.json"));
  }

  private static List<Code> failures(Report report) {
    return report.findings(Severity.FAILED).stream().map(Finding::code).toList();
  }
}
