package colophon.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.SampleKeys;
import colophon.provenance.StatementKey;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustRootTest {

  private final SampleSite site = new SampleSite();

  @Test
  void aKeyFileReadsBackAsItWasWritten() throws Exception {
    TrustRoot read = TrustRoot.parse(site.keys().bytes());
    assertThat(read).isEqualTo(site.keys());
    assertThat(new String(read.bytes(), UTF_8))
        .contains("\"algorithm\":\"ES256\"", "\"use\":\"log\"", "\"name\":\"sample.example/log\"");
  }

  @Test
  void aLogKeyWithoutANameIsOfTheLogThatTheFileNames() throws Exception {
    String nameless = text().replace(",\"name\":\"sample.example/log\"", "");
    TrustRoot anyLog = TrustRoot.parse(nameless.getBytes(UTF_8));
    assertThat(anyLog.keys().getLast().name()).isNull();
    String named = nameless.replace("{\"keys\"", "{\"origin\":\"o.example\",\"keys\"");
    TrustRoot oneLog = TrustRoot.parse(named.getBytes(UTF_8));
    assertThat(oneLog.keys().getFirst().name()).isNull();
    assertThat(oneLog.keys().getLast().name()).isEqualTo("o.example");
    var bundle = new Bundle("brief", site.first());
    assertThat(Verifier.verify(bundle, anyLog, SampleSite.NOW).outcome())
        .isEqualTo(Outcome.TRUSTED);
    assertThat(VerifierTest.failures(Verifier.verify(bundle, oneLog, SampleSite.NOW)))
        .containsExactly(Code.CHECKPOINT_KEY_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\{\"keys\":\\[.* | [] | expected a JSON object",
        "\\{\"keys\":\\[.* | {} | keys: expected a list",
        "\\{\"keys\":\\[.* | {\"keys\":[7]} | expected a key as an object",
        "\"use\":\"log\" | \"use\":\"all\" | use: expected manifest, log or witness",
        "\"use\":\"manifest\" | \"use\":\"log\" | algorithm: expected ED25519 of a log key",
        "\"ES256\" | \"ES384\" | algorithm: expected \"ES256\", which is what the key says",
        "\"keyId\":\"[0-9a-f]{64} | \"keyId\":\"00 | keyId: expected",
        "\"publicKey\":\"M | \"publicKey\":\"? | publicKey: expected base64",
        "\"publicKey\":\"MFkw | \"publicKey\":\"MFkx | expected a P-256 or Ed25519"
      })
  void aMalformedKeyFileSaysWhatWasExpected(String from, String to, String message) {
    String changed = Pattern.compile(from).matcher(text()).replaceFirst(to.replace("\\", "\\\\"));
    assertThat(changed).isNotEqualTo(text());
    assertThatExceptionOfType(ProvenanceFormatException.class)
        .isThrownBy(() -> TrustRoot.parse(changed.getBytes(UTF_8)))
        .withMessageContaining(message);
  }

  @Test
  void aBlockWhoseLinesShareTheirDashesIsRefused() {
    for (String kind : List.of("PUBLIC KEY", "CERTIFICATE")) {
      String shared = "-----BEGIN " + kind + "-----END " + kind + "-----";
      assertThatThrownBy(() -> TrustRoot.parse(shared.getBytes(UTF_8)))
          .isInstanceOf(ProvenanceFormatException.class)
          .hasMessageContaining("each ended by \"-----END " + kind);
    }
  }

  @Test
  void aLogSignsWithEd25519() {
    StatementKey curve = SampleKeys.statement(StatementKey.Algorithm.ES256).key();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PublishedKey(PublishedKey.Use.LOG, curve, "a.example"))
        .withMessageContaining("Ed25519");
  }

  private String text() {
    return new String(site.keys().bytes(), UTF_8);
  }
}
