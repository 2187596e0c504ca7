package colophon.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.attest.DevelopmentAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What readers that others wrote make of our credentials. They judge by the day on which they run,
 * so certificates are made on that day.
 */
class ForeignReadersTest {

  private static final Path SAMPLES = Path.of("samples", "briefs");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final DevelopmentAuthority AUTHORITY =
      DevelopmentAuthority.create("SAMPLE Newsroom", TestAuthority.keys("EC", "secp256r1"), CLOCK);
  private static final KeyPair KEYS = TestAuthority.keys("EC", "secp256r1");
  private static final SigningCredential CREDENTIAL =
      credential(KEYS, AUTHORITY.issue("SAMPLE Newsroom", KEYS.getPublic(), CLOCK));
  private static final String ROOT = SampleCredentials.pem(AUTHORITY.root());
  private static final ManifestContent CONTENT = SampleCredentials.content();
  private static final byte[] TEXT = SampleCredentials.text();

  @TempDir private static Path work;
  private static ForeignReaders readers;

  @BeforeAll
  static void start() throws IOException {
    readers = ForeignReaders.start(work);
  }

  @AfterAll
  static void stop() throws IOException {
    if (readers != null) {
      readers.close();
    }
  }

  @Test
  void everySampleInEveryFormIsTrusted() throws IOException {
    List<Path> samples;
    try (Stream<Path> files = Files.list(SAMPLES)) {
      samples = files.sorted().toList();
    }
    assertThat(samples).hasSizeGreaterThan(4);
    for (Path sample : samples) {
      for (Map.Entry<String, byte[]> form : forms(Files.readString(sample)).entrySet()) {
        byte[] store = ManifestStore.sign(CONTENT, form.getValue(), CREDENTIAL).bytes();
        var verdict = readers.ask(store, form.getValue(), form.getKey(), null, ROOT);
        assertTrusted(sample + " as " + form.getKey(), verdict);

        byte[] changed = form.getValue().clone();
        changed[changed.length / 2] ^= 1;
        var refused = readers.ask(store, changed, form.getKey(), null, ROOT);
        assertThat(refused.nodeState()).isEqualTo("Invalid");
        assertThat(refused.nodeCodes()).contains("assertion.dataHash.mismatch");
        assertThat(refused.tsValid()).isFalse();
        assertThat(refused.tsCodes()).contains("assertion.dataHash.mismatch");
      }
    }
  }

  private static Map<String, byte[]> forms(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    String html =
        "<!DOCTYPE html><html lang=\"en\"><head><title>SAMPLE</title></head><body><pre>"
            + escaped
            + "</pre></body></html>";
    String json = "{\"body_text\":\"" + text.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + "\"}";
    var forms = new TreeMap<String, byte[]>();
    forms.put("text/plain", text.getBytes(StandardCharsets.UTF_8));
    forms.put("text/markdown", ("# " + text).getBytes(StandardCharsets.UTF_8));
    forms.put("text/html", html.getBytes(StandardCharsets.UTF_8));
    forms.put("application/json", json.getBytes(StandardCharsets.UTF_8));
    return forms;
  }

  @Test
  void withoutTheRootItIsValidAndNoMore() throws IOException {
    byte[] store = ManifestStore.sign(CONTENT, TEXT, CREDENTIAL).bytes();
    var verdict = readers.ask(store, TEXT, "text/plain", null, null);
    assertThat(verdict.nodeState()).isEqualTo("Valid");
    assertThat(verdict.nodeCodes()).contains("signingCredential.untrusted");
    String other = SampleCredentials.pem(SampleCredentials.root());
    assertThat(readers.ask(store, TEXT, "text/plain", null, other).nodeState()).isEqualTo("Valid");
  }

  @Test
  void aPageWithItsManifestInsideIsTrusted() throws Exception {
    byte[] page = forms("SAMPLE text").get("text/html");
    HtmlManifest signed = HtmlManifest.sign(page, CONTENT, CREDENTIAL, 0);
    byte[] bytes = signed.bytes();
    HtmlCarrier carrier = HtmlCarrier.find(bytes, new Findings()).orElseThrow();
    assertTrusted("page", readers.ask(carrier.store(), bytes, "text/html", carrier.range(), ROOT));

    bytes[bytes.length - 20] ^= 1;
    var refused = readers.ask(carrier.store(), bytes, "text/html", carrier.range(), ROOT);
    assertThat(refused.nodeCodes()).contains("assertion.dataHash.mismatch");
    assertThat(refused.tsCodes()).contains("assertion.dataHash.mismatch");
  }

  @Test
  void aTextThatCarriesItsManifestIsTrusted() throws Exception {
    String signed =
        TextManifest.sign(
            Files.readString(SAMPLES.resolve("merrow-reef.txt")), CONTENT, CREDENTIAL);
    byte[] bytes = signed.getBytes(StandardCharsets.UTF_8);
    TextCarrier carrier = TextCarrier.find(bytes, new Findings()).orElseThrow();
    assertTrusted(
        "text", readers.ask(carrier.store(), bytes, "text/plain", carrier.asset().carrier(), ROOT));
  }

  @Test
  void aTimeStampIsRead() throws Exception {
    TestAuthority stamping = new TestAuthority("SAMPLE stamping root");
    KeyPair keys = TestAuthority.keys("EC", "secp256r1");
    X509Certificate stamper =
        TestAuthority.order(keys)
            .purposes(TestAuthority.TIME_STAMPING)
            .valid(CLOCK.instant().minus(Duration.ofDays(2)), Duration.ofDays(400))
            .make(stamping);
    ManifestStore store = ManifestStore.sign(CONTENT, TEXT, CREDENTIAL);
    Instant now = CLOCK.instant();
    byte[] stamped =
        store.withTimeStamp(stamping.stamp(store.timeStampMessage(), stamper, keys, now)).bytes();
    var verdict =
        readers.ask(stamped, TEXT, "text/plain", null, ROOT + SampleCredentials.pem(stamping.root));
    assertThat(verdict.nodeState()).isEqualTo("Trusted");
    assertThat(verdict.nodeCodes()).contains("timeStamp.validated", "timeStamp.trusted");
    // c2pa-ts 0.9.4 wants the authority's whole answer where section 10.3.2.5.4 has the token
    // alone.
    assertThat(verdict.tsCodes()).containsExactly("signingCredential.invalid");

    byte[] wrong = store.withTimeStamp(stamping.stamp(new byte[] {1}, stamper, keys, now)).bytes();
    var noted = readers.ask(wrong, TEXT, "text/plain", null, ROOT);
    assertThat(noted.nodeCodes()).contains("timeStamp.mismatch");
  }

  @Test
  void aChainThroughAnIntermediateIsTrusted() throws Exception {
    TestAuthority root = new TestAuthority("SAMPLE other root");
    TestAuthority between = new TestAuthority("SAMPLE intermediate");
    Instant from = CLOCK.instant().minus(Duration.ofDays(2));
    X509Certificate intermediate =
        TestAuthority.order(between.keys)
            .named("CN=SAMPLE intermediate")
            .authority()
            .valid(from, Duration.ofDays(400))
            .make(root);
    X509Certificate leaf =
        TestAuthority.order(KEYS)
            .named("O=SAMPLE Newsroom,CN=SAMPLE signer")
            .purposes(CertificateProfile.CLAIM_SIGNING, "1.3.6.1.5.5.7.3.36")
            .valid(from, Duration.ofDays(300))
            .make(between);
    SigningCredential credential = credential(KEYS, leaf, intermediate);
    byte[] store = ManifestStore.sign(CONTENT, TEXT, credential).bytes();
    assertTrusted(
        "chain", readers.ask(store, TEXT, "text/plain", null, SampleCredentials.pem(root.root)));
    assertThat(
            new CredentialValidator(
                    new TrustAnchors(List.of(root.root), List.of()), CLOCK.instant())
                .sidecar(store, TEXT)
                .state())
        .isEqualTo(ManifestState.TRUSTED);
  }

  /**
   * Each byte of each kind of box, in steps: whatever we refuse, they refuse. But for one thing:
   * each of them lets some wrong box lengths pass where the content can be told without.
   */
  @Test
  void everyMutationIsRefusedByAllThreeButSomeWrongLengths() throws Exception {
    byte[] store = ManifestStore.sign(CONTENT, TEXT, CREDENTIAL).bytes();
    var validator =
        new CredentialValidator(
            new TrustAnchors(List.of(AUTHORITY.root()), List.of()), CLOCK.instant());
    List<String> accepted = new ArrayList<>();
    int asked = 0;
    for (int at = 3; at < store.length; at += 17) {
      byte[] changed = store.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      asked++;
      CredentialReport ours = validator.sidecar(changed, TEXT);
      assertThat(ours.state()).isEqualTo(ManifestState.INVALID);
      var verdict = readers.ask(changed, TEXT, "text/plain", null, ROOT);
      boolean length = failures(ours).getFirst().contains("expected a box of 8 to ");
      if (!verdict.nodeState().matches("Invalid|Error") && !length) {
        accepted.add("c2pa-node accepts byte " + at + ", we say " + failures(ours));
      }
      if (verdict.tsValid() && !length) {
        accepted.add("c2pa-ts accepts byte " + at + ", we say " + failures(ours));
      }
    }
    assertThat(asked).isGreaterThan(150);
    assertThat(accepted).isEmpty();
  }

  private static List<String> failures(CredentialReport report) {
    return report.findings().stream()
        .filter(finding -> finding.code().kind() == StatusCode.Kind.FAILURE)
        .map(finding -> finding.code().text() + " (" + finding.sentence() + ")")
        .toList();
  }

  private static void assertTrusted(String what, ForeignReaders.Verdict verdict) {
    assertThat(verdict.nodeState()).as(what + " " + verdict).isEqualTo("Trusted");
    assertThat(verdict.tsValid()).as(what + " " + verdict).isTrue();
    assertThat(verdict.nodeCodes())
        .as(what)
        .contains("claimSignature.validated", "assertion.dataHash.match");
    assertThat(verdict.tsCodes()).as(what).contains("assertion.dataHash.match");
  }

  private static SigningCredential credential(KeyPair keys, X509Certificate... chain) {
    try {
      List<byte[]> ders = new ArrayList<>();
      for (X509Certificate certificate : chain) {
        ders.add(certificate.getEncoded());
      }
      return SigningCredential.of(keys.getPrivate(), ders);
    } catch (C2paFormatException | CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
