package colophon.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.foreign.Sigstore;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import colophon.tlog.Checkpoint;
import colophon.tlog.InclusionProof;
import colophon.tlog.LogEntry;
import colophon.tlog.MerkleTree;
import colophon.tlog.NoteSigner;
import colophon.tlog.TlogProof;
import colophon.tlog.TreeNodes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which shape of log entry sigstore's verifiers take for a DSSE envelope; what we write follows
 * from this (docs/adr/0026-leaf-shape.md).
 */
class LeafShapeTest {

  private static final StatementSigner SIGNER = SampleKeys.statement(StatementKey.Algorithm.ES256);
  private static final NoteSigner LOG = SampleKeys.log("shape.example/log");

  @TempDir private Path folder;
  private final Envelope envelope = Statement.of(SampleRecord.record()).sign(SIGNER);

  @Test
  void bothVersionsTakeTheDsseEntry() throws Exception {
    assertThat(says(AttestationLeaf.of(envelope, SIGNER.key()), "dsse")).isEqualTo("ok");
  }

  @Test
  void theHashedEntryOverWhatIsSignedIsTakenByTheNewerVersionAlone() throws Exception {
    byte[] signed = Envelope.preAuthenticationEncoding(envelope.payloadType(), envelope.payload());
    assertThat(says(hashed(Digest.of(signed)), "hashedrekord"))
        .isEqualTo("3: TLOG_BODY_ERROR: digest mismatch | 4: ok");
  }

  @Test
  void theHashedEntryOverThePayloadIsTakenByTheOlderVersionAlone() throws Exception {
    assertThat(says(hashed(Digest.of(envelope.payload())), "hashedrekord"))
        .isEqualTo("3: ok | 4: TLOG_BODY_ERROR: digest mismatch");
  }

  private LogEntry hashed(Digest digest) {
    var base64 = Base64.getEncoder();
    Json verifier =
        Json.object(
            "keyDetails",
            Json.of(SIGNER.key().algorithm().keyDetails()),
            "publicKey",
            Json.object("rawBytes", Json.of(base64.encodeToString(SIGNER.key().spki()))));
    Json spec =
        Json.object(
            "data",
            Json.object(
                "algorithm",
                Json.of("SHA2_256"),
                "digest",
                Json.of(base64.encodeToString(digest.raw()))),
            "signature",
            Json.object(
                "content",
                Json.of(base64.encodeToString(envelope.signature())),
                "verifier",
                verifier));
    return new LogEntry(
        CanonicalJson.bytes(
            Json.object(
                "apiVersion",
                Json.of("0.0.2"),
                "kind",
                Json.of("hashedrekord"),
                "spec",
                Json.object("hashedRekordV002", spec))));
  }

  private String says(LogEntry leaf, String kind) throws Exception {
    var leaves = List.of(leaf.leafHash());
    var checkpoint = Checkpoint.of(LOG.key().name(), MerkleTree.over(leaves)).sign(LOG);
    var proof = TlogProof.of(InclusionProof.of(0, 1, TreeNodes.overLeaves(leaves)), checkpoint);
    String bundle =
        new String(SigstoreBundle.bytes(envelope, leaf, proof), StandardCharsets.UTF_8)
            .replace("\"kind\":\"dsse\"", "\"kind\":\"" + kind + "\"");
    assertThat(JsonReader.readObject(bundle.getBytes(StandardCharsets.UTF_8), 1 << 20)).isNotNull();
    return new Sigstore(folder, SIGNER.key(), LOG.key())
        .says(bundle.getBytes(StandardCharsets.UTF_8));
  }
}
