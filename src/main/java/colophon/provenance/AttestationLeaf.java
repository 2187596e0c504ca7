package colophon.provenance;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.tlog.LogEntry;
import java.util.Base64;
import java.util.List;

/**
 * An attestation as a leaf of the log: the digest of the payload, the signature and the key that
 * checks it, and nothing a person wrote. It follows from envelope and key alone, so whoever holds
 * them can compute it. The shape is that of Rekor's {@code dsse} 0.0.2 entry, in canonical JSON,
 * which sigstore's own verifiers read.
 */
public final class AttestationLeaf {

  /** The kind of entry, in sigstore's words. */
  static final String KIND = "dsse";

  /** The version of that kind. */
  static final String VERSION = "0.0.2";

  private AttestationLeaf() {}

  /** The entry for that envelope. */
  public static LogEntry of(Envelope envelope, StatementKey key) {
    var base64 = Base64.getEncoder();
    Json payloadHash =
        Json.object(
            "algorithm",
            Json.of("SHA2_256"),
            "digest",
            Json.of(base64.encodeToString(Digest.of(envelope.payload()).raw())));
    Json verifier =
        Json.object(
            "keyDetails",
            Json.of(key.algorithm().keyDetails()),
            "publicKey",
            Json.object("rawBytes", Json.of(base64.encodeToString(key.spki()))));
    Json signature =
        Json.object(
            "content", Json.of(base64.encodeToString(envelope.signature())), "verifier", verifier);
    Json body =
        Json.object("payloadHash", payloadHash, "signatures", Json.array(List.of(signature)));
    return new LogEntry(
        CanonicalJson.bytes(
            Json.object(
                "apiVersion",
                Json.of(VERSION),
                "kind",
                Json.of(KIND),
                "spec",
                Json.object("dsseV002", body))));
  }
}
