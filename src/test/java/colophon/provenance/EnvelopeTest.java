package colophon.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EnvelopeTest {

  @Test
  void typeAndBodyAreSignedWithTheirLengths() {
    assertThat(
            Envelope.preAuthenticationEncoding(
                "http://example.com/HelloWorld", "hello world".getBytes(UTF_8)))
        .asString(UTF_8)
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    assertThat(Envelope.preAuthenticationEncoding("é", new byte[0]))
        .asString(UTF_8)
        .isEqualTo("DSSEv1 2 é 0 ");
  }

  @ParameterizedTest
  @EnumSource(StatementKey.Algorithm.class)
  void aStatementIsSignedReadAndChecked(StatementKey.Algorithm algorithm) throws Exception {
    StatementSigner signer = SampleKeys.statement(algorithm);
    Statement statement = Statement.of(SampleRecord.record());
    byte[] json = statement.sign(signer).bytes();

    Envelope envelope = Envelope.parse(json);
    assertThat(envelope.bytes()).isEqualTo(json);
    assertThat(envelope.keyId()).isEqualTo(signer.key().keyId());
    assertThat(envelope.signedBy(StatementKey.parse(signer.key().spki()))).isTrue();
    assertThat(envelope.signedBy(SampleKeys.statement(algorithm).key())).isFalse();

    Statement read = Statement.parse(envelope.payload());
    assertThat(read.subjects()).isEqualTo(statement.subjects()).hasSize(4);
    assertThat(read.record().bytes()).isEqualTo(SampleRecord.record().bytes());
    assertThat(read.bytes()).isEqualTo(envelope.payload());
  }

  @Test
  void noByteOfASignedEnvelopeCanBeChanged() throws Exception {
    StatementSigner signer = SampleKeys.statement(StatementKey.Algorithm.ES256);
    Envelope good = Envelope.sign("t", "body".getBytes(UTF_8), signer);
    StatementKey key = signer.key();
    assertThat(good.signedBy(key)).isTrue();
    assertThat(new Envelope("u", good.payload(), "", good.signature()).signedBy(key)).isFalse();
    for (int i = 0; i < good.payload().length; i++) {
      byte[] payload = good.payload().clone();
      payload[i] ^= 1;
      assertThat(new Envelope("t", payload, "", good.signature()).signedBy(key)).isFalse();
    }
    for (int i = 0; i < good.signature().length; i++) {
      byte[] signature = good.signature().clone();
      signature[i] ^= 1;
      assertThat(new Envelope("t", good.payload(), "", signature).signedBy(key)).isFalse();
    }
    byte[] cut = Arrays.copyOf(good.signature(), 8);
    assertThat(new Envelope("t", good.payload(), "", cut).signedBy(key)).isFalse();
    assertThat(new Envelope("t", good.payload(), "", new byte[0]).signedBy(key)).isFalse();
  }

  @Test
  void urlSafeBase64IsReadToo() throws Exception {
    byte[] payload = {(byte) 0xfb, (byte) 0xff};
    String url = Base64.getUrlEncoder().encodeToString(payload);
    assertThat(url).contains("-").contains("_");
    String json =
        "{\"payload\":\"" + url + "\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AAAA\"}]}";
    Envelope envelope = Envelope.parse(json.getBytes(UTF_8));
    assertThat(envelope.payload()).isEqualTo(payload);
    assertThat(envelope.keyId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | expected a JSON object",
        "{\"payload\":\"\",\"payloadType\":\"t\"} | signatures: expected this member",
        "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[]} | exactly one, found 0",
        "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{},{}]} | exactly one, found 2",
        "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":7}]} | expected a string",
        "{\"payload\":\"?\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"\"}]} | payload:"
            + " expected",
        "{\"payload\":\"\",\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[]} | Duplicate"
      })
  void aMalformedEnvelopeIsRefused(String json, String message) {
    assertThatExceptionOfType(ProvenanceFormatException.class)
        .isThrownBy(() -> Envelope.parse(json.getBytes(UTF_8)))
        .withMessageContaining(message);
  }

  @Test
  void aSignatureTooLongForAnyKeyIsRefused() {
    String sig = Base64.getEncoder().encodeToString(new byte[Envelope.MOST_SIGNATURE_BYTES + 1]);
    String json =
        "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"" + sig + "\"}]}";
    assertThatExceptionOfType(ProvenanceFormatException.class)
        .isThrownBy(() -> Envelope.parse(json.getBytes(UTF_8)))
        .withMessageContaining("at most 1024 bytes, found 1025");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in-toto.io/Statement/v1 | in-toto.io/Statement/v2 | _type: expected https://in-toto.io",
        "brief-record:v0 | brief-record:v9 | predicateType: expected urn:colophon:brief-record:v0",
        "\"name\":\"brief.md\" | \"name\":\"brief.txt\" | subject[2].name: expected a name of its"
            + " own",
        "\"sha256\": | \"sha1\": | digest.sha256: expected this member",
        "\"predicate\":{ | \"predicated\":{ | predicate: expected an object"
      })
  void aStatementOfAnotherKindIsRefused(String from, String to, String message) {
    String json = new String(Statement.of(SampleRecord.record()).bytes(), UTF_8);
    assertThat(json).contains(from);
    assertThatExceptionOfType(ProvenanceFormatException.class)
        .isThrownBy(() -> Statement.parse(json.replace(from, to).getBytes(UTF_8)))
        .withMessageContaining(message);
  }

  @Test
  void keysOfOtherKindsAreRefused() throws Exception {
    for (String family : new String[] {"secp384r1", "secp521r1"}) {
      var generator = java.security.KeyPairGenerator.getInstance("EC");
      generator.initialize(new java.security.spec.ECGenParameterSpec(family));
      assertThatExceptionOfType(ProvenanceFormatException.class)
          .isThrownBy(
              () -> StatementKey.parse(generator.generateKeyPair().getPublic().getEncoded()))
          .withMessageContaining("expected a P-256 or Ed25519");
    }
    assertThatExceptionOfType(ProvenanceFormatException.class)
        .isThrownBy(() -> StatementKey.parse(new byte[91]));
    assertThatExceptionOfType(ProvenanceFormatException.class)
        .isThrownBy(() -> StatementKey.parse(new byte[100_000]));
  }

  @Test
  void theLeafHoldsDigestSignatureAndKeyAndNothingElse() throws Exception {
    StatementSigner signer = SampleKeys.statement(StatementKey.Algorithm.ES256);
    Envelope envelope = Statement.of(SampleRecord.record()).sign(signer);
    byte[] leaf = AttestationLeaf.of(envelope, signer.key()).bytes();
    var base64 = Base64.getEncoder();
    byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(envelope.payload());
    assertThat(leaf)
        .asString(UTF_8)
        .isEqualTo(
            "{\"apiVersion\":\"0.0.2\",\"kind\":\"dsse\",\"spec\":{\"dsseV002\":{\"payloadHash\":{"
                + "\"algorithm\":\"SHA2_256\",\"digest\":\""
                + base64.encodeToString(digest)
                + "\"},\"signatures\":[{\"content\":\""
                + base64.encodeToString(envelope.signature())
                + "\",\"verifier\":{\"keyDetails\":\"PKIX_ECDSA_P256_SHA_256\",\"publicKey\":{"
                + "\"rawBytes\":\""
                + base64.encodeToString(signer.key().spki())
                + "\"}}}]}}}");
    Json read = JsonReader.read(leaf, 1 << 20);
    assertThat(CanonicalJson.bytes(read)).isEqualTo(leaf);
  }

  @Test
  void aSignerDoesNotShowItsKey() {
    StatementSigner signer = SampleKeys.statement(StatementKey.Algorithm.ES256);
    assertThat(signer.toString()).isEqualTo("StatementSigner[" + signer.key().keyId() + "]");
  }
}
