package colophon.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeStampTest {

  private static final byte[] TEXT = SampleCredentials.text();
  private static final Instant STAMPED = Instant.parse("2026-05-04T09:30:07Z");
  private static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");
  private static final TestAuthority AUTHORITY = new TestAuthority("SAMPLE stamping root");
  private static final KeyPair KEYS = TestAuthority.keys("EC", "secp256r1");
  private static final X509Certificate STAMPER =
      TestAuthority.order(KEYS).purposes(TestAuthority.TIME_STAMPING).make(AUTHORITY);
  private static final TrustAnchors BOTH =
      new TrustAnchors(List.of(SampleCredentials.root()), List.of(AUTHORITY.root));

  @Test
  void aTrustedStampKeepsASignatureAliveBeyondItsCertificate() throws C2paFormatException {
    ManifestStore stamped = stamped(STAMPER, KEYS, STAMPED);
    CredentialReport report = report(stamped, BOTH, LATER);
    assertThat(report.state()).isEqualTo(ManifestState.TRUSTED);
    assertThat(timeCodes(report))
        .containsExactly(
            StatusCode.TIME_STAMP_VALIDATED,
            StatusCode.TIME_STAMP_TRUSTED,
            StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY);
    assertThat(report.findings())
        .extracting(CredentialFinding::sentence)
        .contains("The signature was stamped at 2026-05-04T09:30:07Z.");
  }

  @Test
  void withoutTheRootOfWhoStampedItProvesNothing() throws C2paFormatException {
    ManifestStore stamped = stamped(STAMPER, KEYS, STAMPED);
    CredentialReport later = report(stamped, SampleCredentials.anchors(), LATER);
    assertThat(later.state()).isEqualTo(ManifestState.INVALID);
    assertThat(timeCodes(later))
        .containsExactly(
            StatusCode.TIME_STAMP_VALIDATED,
            StatusCode.TIME_STAMP_UNTRUSTED,
            StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY);
    assertThat(report(stamped, SampleCredentials.anchors(), STAMPED).state())
        .isEqualTo(ManifestState.TRUSTED);
  }

  @Test
  void aStampOfTimesBeforeTheCertificateCondemnsTheSignature() throws C2paFormatException {
    Instant early = Instant.parse("2025-06-01T00:00:00Z");
    X509Certificate old =
        TestAuthority.order(KEYS)
            .purposes(TestAuthority.TIME_STAMPING)
            .valid(Instant.parse("2024-01-01T00:00:00Z"), Duration.ofDays(2_000))
            .make(AUTHORITY);
    CredentialReport report = report(stamped(old, KEYS, early), BOTH, STAMPED);
    assertThat(report.has(StatusCode.TIME_STAMP_TRUSTED)).isTrue();
    assertThat(report.has(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY)).isTrue();
    assertThat(report.state()).isEqualTo(ManifestState.INVALID);
  }

  @Test
  void wrongStampsHaveTheirOwnCodes() throws C2paFormatException {
    ManifestStore store = store();
    byte[] ofAnother = AUTHORITY.stamp(new byte[] {1}, STAMPER, KEYS, STAMPED);
    assertThat(timeCodes(report(store.withTimeStamp(ofAnother), BOTH, STAMPED)))
        .startsWith(StatusCode.TIME_STAMP_MISMATCH);

    KeyPair stranger = TestAuthority.keys("EC", "secp256r1");
    byte[] notItsKey = AUTHORITY.stamp(store.timeStampMessage(), STAMPER, stranger, STAMPED);
    assertThat(timeCodes(report(store.withTimeStamp(notItsKey), BOTH, STAMPED)))
        .startsWith(StatusCode.TIME_STAMP_MISMATCH);

    byte[] outside = AUTHORITY.stamp(store.timeStampMessage(), STAMPER, KEYS, LATER);
    assertThat(timeCodes(report(store.withTimeStamp(outside), BOTH, STAMPED)))
        .startsWith(StatusCode.TIME_STAMP_OUTSIDE_VALIDITY);

    assertThatThrownBy(() -> store.withTimeStamp(new byte[] {0x30, 0}))
        .isInstanceOf(C2paFormatException.class)
        .hasMessageContaining("in the time stamp");
  }

  /** The stamp is not signed by us: what is wrong in it takes its proof away, and no more. */
  @Test
  void noChangeOfAStampMakesItProveMore() throws C2paFormatException {
    ManifestStore store = store();
    byte[] token = AUTHORITY.stamp(store.timeStampMessage(), STAMPER, KEYS, STAMPED);
    CoseSignature signature = CoseSignature.read(store.signatureBox().cbor());
    var random = new Random(20260504);
    for (int round = 0; round < 2_000; round++) {
      byte[] changed = token.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      var findings = new Findings();
      new TimeStampCheck(signature.stamped(changed), BOTH, findings)
          .trustedTime()
          .ifPresent(time -> assertThat(time).isEqualTo(STAMPED));
    }
  }

  @Test
  void aPageKeepsRoomForAStamp() throws C2paFormatException {
    byte[] page = "<html><head></head><body>SAMPLE</body></html>".getBytes();
    HtmlManifest signed =
        HtmlManifest.sign(
            page,
            SampleCredentials.content(),
            SampleCredentials.credential(),
            HtmlManifest.TIME_STAMP_ROOM);
    byte[] token = AUTHORITY.stamp(signed.timeStampMessage(), STAMPER, KEYS, STAMPED);
    HtmlManifest stamped = signed.withTimeStamp(token);
    CredentialReport report = new CredentialValidator(BOTH, LATER).html(stamped.bytes());
    assertThat(report.state()).isEqualTo(ManifestState.TRUSTED);
    assertThat(stamped.bytes()).hasSameSizeAs(signed.bytes());

    HtmlManifest narrow =
        HtmlManifest.sign(page, SampleCredentials.content(), SampleCredentials.credential(), 0);
    byte[] another = AUTHORITY.stamp(narrow.timeStampMessage(), STAMPER, KEYS, STAMPED);
    assertThatThrownBy(() -> narrow.withTimeStamp(another))
        .hasMessageContaining("expected a time stamp that fits the room kept for it");
  }

  /** OpenSSL reads the same token over the same message. */
  @Test
  void opensslAgrees(@TempDir Path folder) throws Exception {
    if (!"true".equals(System.getenv("CI"))) {
      assumeThat(ForeignReaders.isOnPath("openssl")).as("openssl is missing").isTrue();
    }
    ManifestStore stamped = stamped(STAMPER, KEYS, STAMPED);
    Files.write(folder.resolve("message"), stamped.timeStampMessage());
    CoseSignature signature = CoseSignature.read(stamped.signatureBox().cbor());
    Files.write(folder.resolve("token"), signature.timeStamps().getFirst());
    Files.writeString(folder.resolve("root.pem"), SampleCredentials.pem(AUTHORITY.root));
    assertThat(openssl(folder, "message")).contains("Verification: OK");
    Files.write(folder.resolve("other"), new byte[] {1});
    assertThat(openssl(folder, "other")).contains("message imprint mismatch");
  }

  private static String openssl(Path folder, String message) throws Exception {
    Process process =
        new ProcessBuilder(
                "openssl",
                "ts",
                "-verify",
                "-token_in",
                "-in",
                "token",
                "-data",
                message,
                "-CAfile",
                "root.pem",
                "-attime",
                Long.toString(STAMPED.getEpochSecond() + 60))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private static ManifestStore store() {
    return ManifestStore.sign(SampleCredentials.content(), TEXT, SampleCredentials.credential());
  }

  private static ManifestStore stamped(X509Certificate certificate, KeyPair keys, Instant time)
      throws C2paFormatException {
    ManifestStore store = store();
    return store.withTimeStamp(AUTHORITY.stamp(store.timeStampMessage(), certificate, keys, time));
  }

  private static CredentialReport report(ManifestStore store, TrustAnchors anchors, Instant now) {
    return new CredentialValidator(anchors, now).sidecar(store.bytes(), TEXT);
  }

  private static List<StatusCode> timeCodes(CredentialReport report) {
    return report.findings().stream()
        .map(CredentialFinding::code)
        .filter(code -> code.text().startsWith("timeStamp.") || code.text().contains("Validity"))
        .toList();
  }
}
