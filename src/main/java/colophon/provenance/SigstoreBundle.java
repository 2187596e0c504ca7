package colophon.provenance;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.tlog.Checkpoint;
import colophon.tlog.LogEntry;
import colophon.tlog.LogFormatException;
import colophon.tlog.TlogProof;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An attestation and its proof in the form that sigstore's own verifiers read (bundle v0.3): the
 * DSSE envelope, a hint at the key, and one log entry with its inclusion proof and checkpoint. It
 * says nothing that envelope and {@code .tlog-proof} do not say; it says it to other people's
 * tools.
 */
public final class SigstoreBundle {

  /** The name of the file beside the artefacts. */
  public static final String FILE = "record.sigstore.json";

  private static final String MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

  private SigstoreBundle() {}

  /**
   * The bundle, canonical JSON in UTF-8.
   *
   * @param key the key that signed the envelope
   * @param proof of the envelope's entry in the log
   * @throws LogFormatException where the proof carries something else than a checkpoint
   */
  public static byte[] bytes(Envelope envelope, StatementKey key, TlogProof proof)
      throws LogFormatException {
    return CanonicalJson.bytes(
        Json.object(
            "mediaType",
            Json.of(MEDIA_TYPE),
            "verificationMaterial",
            Json.object(
                "publicKey",
                Json.object("hint", Json.of(key.keyId())),
                "tlogEntries",
                Json.array(List.of(entry(AttestationLeaf.of(envelope, key), proof)))),
            "dsseEnvelope",
            envelope.document()));
  }

  private static Json entry(LogEntry leaf, TlogProof proof) throws LogFormatException {
    Checkpoint checkpoint = Checkpoint.parse(proof.checkpoint().text());
    var hashes = new ArrayList<Json>();
    for (Digest hash : proof.path()) {
      hashes.add(base64(hash.raw()));
    }
    String index = Long.toString(proof.index());
    return Json.object(
        "logIndex",
        Json.of(index),
        "logId",
        logId(proof.checkpoint().signatures().getFirst().keyId()),
        "kindVersion",
        Json.object(
            "kind", Json.of(AttestationLeaf.KIND), "version", Json.of(AttestationLeaf.VERSION)),
        "inclusionProof",
        Json.object(
            "logIndex",
            Json.of(index),
            "rootHash",
            base64(checkpoint.root().raw()),
            "treeSize",
            Json.of(Long.toString(checkpoint.size())),
            "hashes",
            Json.array(hashes),
            "checkpoint",
            Json.object("envelope", Json.of(proof.checkpoint().format()))),
        "canonicalizedBody",
        base64(leaf.bytes()));
  }

  /** The four bytes by which a signed note names its key, as sigstore calls a log. */
  static Json logId(int noteKeyId) {
    return Json.object(
        "keyId", base64(ByteBuffer.allocate(Integer.BYTES).putInt(noteKeyId).array()));
  }

  static Json base64(byte[] bytes) {
    return Json.of(Base64.getEncoder().encodeToString(bytes));
  }
}
