package colophon.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.foreign.Sigstore;
import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import colophon.tlog.Checkpoint;
import colophon.tlog.InclusionProof;
import colophon.tlog.LogEntry;
import colophon.tlog.MerkleTree;
import colophon.tlog.NoteSigner;
import colophon.tlog.SignedNote;
import colophon.tlog.TlogProof;
import colophon.tlog.TreeNodes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sigstore's own verifier says of our bundles, unmodified and modified. */
class SigstoreBundleTest {

  private static final String ORIGIN = "samples.example/log";
  private static final NoteSigner LOG = SampleKeys.log(ORIGIN);
  private static final StatementSigner SIGNER = SampleKeys.statement(StatementKey.Algorithm.ES256);

  private static Envelope envelope;
  private static LogEntry leaf;
  private static TlogProof proof;

  @TempDir Path folder;

  @BeforeAll
  static void log() {
    envelope = Statement.of(SampleRecord.record()).sign(SIGNER);
    leaf = AttestationLeaf.of(envelope, SIGNER.key());
    var entries = new ArrayList<LogEntry>();
    for (int i = 0; i < 21; i++) {
      entries.add(
          i == 13 ? leaf : new LogEntry(("another entry " + i).getBytes(StandardCharsets.UTF_8)));
    }
    var leaves = entries.stream().map(LogEntry::leafHash).toList();
    SignedNote checkpoint = Checkpoint.of(ORIGIN, MerkleTree.over(leaves)).sign(LOG);
    proof = TlogProof.of(InclusionProof.of(13, 21, TreeNodes.overLeaves(leaves)), checkpoint);
  }

  @Test
  void sigstoreAcceptsTheBundleUnmodified() throws Exception {
    assertThat(says(SigstoreBundle.bytes(envelope, leaf, proof))).isEqualTo("ok");
  }

  @Test
  void sigstoreRefusesAnotherPayload() throws Exception {
    assertThat(says(changed("/dsseEnvelope/payload", SigstoreBundleTest::flip)))
        .startsWith("TLOG_BODY_ERROR");
  }

  @Test
  void sigstoreRefusesAnotherSignature() throws Exception {
    assertThat(says(changed("/dsseEnvelope/signatures/0/sig", SigstoreBundleTest::flip)))
        .startsWith("TLOG_BODY_ERROR");
  }

  @Test
  void sigstoreRefusesAnotherEntry() throws Exception {
    assertThat(
            says(
                changed(
                    "/verificationMaterial/tlogEntries/0/canonicalizedBody",
                    SigstoreBundleTest::flip)))
        .startsWith("TLOG_INCLUSION_PROOF_ERROR");
  }

  @Test
  void sigstoreRefusesAnotherPathOrPlace() throws Exception {
    String proofAt = "/verificationMaterial/tlogEntries/0/inclusionProof/";
    assertThat(says(changed(proofAt + "hashes/2", SigstoreBundleTest::flip)))
        .startsWith("TLOG_INCLUSION_PROOF_ERROR");
    assertThat(says(changed(proofAt + "logIndex", index -> "12")))
        .startsWith("TLOG_INCLUSION_PROOF_ERROR");
  }

  @Test
  void sigstoreRefusesACheckpointOfAnotherKey() throws Exception {
    SignedNote forged = Checkpoint.parse(proof.checkpoint().text()).sign(SampleKeys.log(ORIGIN));
    assertThat(
            says(
                SigstoreBundle.bytes(
                    envelope, leaf, new TlogProof(null, proof.index(), proof.path(), forged))))
        .isEqualTo("TLOG_INCLUSION_PROOF_ERROR: invalid checkpoint signature");
  }

  @Test
  void sigstoreRefusesAKeyItWasNotGiven() throws Exception {
    StatementSigner other = SampleKeys.statement(StatementKey.Algorithm.ES256);
    Envelope foreign = Statement.of(SampleRecord.record()).sign(other);
    assertThat(says(SigstoreBundle.bytes(foreign, leaf, proof)))
        .isEqualTo("PUBLIC_KEY_ERROR: key not found: " + other.key().keyId());
  }

  private String says(byte[] bundle) throws Exception {
    return new Sigstore(folder, SIGNER.key(), LOG.key()).says(bundle);
  }

  /** The bundle with the text at one place replaced. */
  private static byte[] changed(String place, UnaryOperator<String> change) throws Exception {
    Json whole = JsonReader.readObject(SigstoreBundle.bytes(envelope, leaf, proof), 1 << 20);
    return CanonicalJson.bytes(change(whole, List.of(place.substring(1).split("/")), change));
  }

  private static Json change(Json json, List<String> place, UnaryOperator<String> change) {
    if (place.isEmpty()) {
      return Json.of(change.apply(((Json.Str) json).value()));
    }
    List<String> rest = place.subList(1, place.size());
    return switch (json) {
      case Json.Obj object -> {
        var members = new java.util.LinkedHashMap<>(object.members());
        members.computeIfPresent(place.getFirst(), (name, value) -> change(value, rest, change));
        yield new Json.Obj(members);
      }
      case Json.Arr array -> {
        var items = new ArrayList<>(array.items());
        int at = Integer.parseInt(place.getFirst());
        items.set(at, change(items.get(at), rest, change));
        yield new Json.Arr(items);
      }
      default -> throw new IllegalArgumentException("nothing at " + place);
    };
  }

  /** Base64 whose first byte has its lowest bit turned over. */
  private static String flip(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    bytes[0] ^= 1;
    return Base64.getEncoder().encodeToString(bytes);
  }
}
