package colophon.provenance;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.tlog.Checkpoint;
import colophon.tlog.InclusionProof;
import colophon.tlog.LogEntry;
import colophon.tlog.LogFormatException;
import colophon.tlog.SignedNote;
import colophon.tlog.TlogProof;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

  /** The largest bundle read, in bytes: an envelope of the largest size with its proof. */
  public static final int MOST_BYTES = Envelope.MOST_BYTES + 1024 * 1024;

  private static final String MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

  private SigstoreBundle() {}

  /**
   * The bundle, canonical JSON in UTF-8.
   *
   * @param leaf the envelope's entry in the log
   * @param proof of that entry
   * @throws LogFormatException where the proof carries something else than a checkpoint
   */
  public static byte[] bytes(Envelope envelope, LogEntry leaf, TlogProof proof)
      throws LogFormatException {
    return CanonicalJson.bytes(
        Json.object(
            "mediaType",
            Json.of(MEDIA_TYPE),
            "verificationMaterial",
            Json.object(
                "publicKey",
                Json.object("hint", Json.of(envelope.keyId())),
                "tlogEntries",
                Json.array(List.of(entry(leaf, proof)))),
            "dsseEnvelope",
            envelope.document()));
  }

  /**
   * What a bundle holds.
   *
   * @param proof of the envelope's entry, not checked against it
   */
  public record Opened(Envelope envelope, TlogProof proof) {}

  /** Reads a bundle with one log entry. It proves nothing before envelope and proof are checked. */
  public static Opened read(byte[] json) throws ProvenanceFormatException {
    Json.Obj document;
    try {
      document = JsonReader.readObject(json, MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new ProvenanceFormatException(e);
    }
    var members = new Members("", document);
    if (!members.text("mediaType").equals(MEDIA_TYPE)) {
      throw members.unexpected("mediaType", MEDIA_TYPE, Json.of(members.text("mediaType")));
    }
    if (!(document.get("dsseEnvelope") instanceof Json.Obj envelope)) {
      throw new ProvenanceFormatException("dsseEnvelope: expected an object");
    }
    List<Members> entries = members.object("verificationMaterial").objects("tlogEntries");
    if (entries.size() != 1) {
      throw new ProvenanceFormatException(
          "tlogEntries: expected exactly one, found " + entries.size());
    }
    Members inclusion = entries.getFirst().object("inclusionProof");
    long index = inclusion.large("logIndex");
    if (index < 0) {
      throw new ProvenanceFormatException("logIndex: expected 0 or more, found " + index);
    }
    var path = new ArrayList<Digest>();
    for (String hash : inclusion.texts("hashes")) {
      path.add(digest(hash));
    }
    if (path.size() > InclusionProof.MOST_HASHES) {
      throw new ProvenanceFormatException(
          "hashes: expected at most " + InclusionProof.MOST_HASHES + ", found " + path.size());
    }
    try {
      return new Opened(
          Envelope.parse(CanonicalJson.bytes(envelope)),
          new TlogProof(
              null,
              index,
              path,
              SignedNote.parse(
                  inclusion
                      .object("checkpoint")
                      .text("envelope")
                      .getBytes(StandardCharsets.UTF_8))));
    } catch (LogFormatException e) {
      throw new ProvenanceFormatException("checkpoint: " + e.getMessage());
    }
  }

  private static Digest digest(String base64) throws ProvenanceFormatException {
    try {
      byte[] hash = Base64.getDecoder().decode(base64);
      if (hash.length == Digest.BYTES) {
        return Digest.ofRaw(hash);
      }
    } catch (IllegalArgumentException e) {
      // Not base64 at all: said below.
    }
    throw new ProvenanceFormatException("hashes: expected 32 bytes in base64");
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
