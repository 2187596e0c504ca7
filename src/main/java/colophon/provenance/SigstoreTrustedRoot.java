package colophon.provenance;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.tlog.NoteKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The newsroom's log as a trusted root of sigstore's: whoever got this file from the newsroom
 * itself can check its bundles with sigstore's own verifiers. The keys that sign statements go
 * beside it, since a trusted root has no place for them.
 */
public final class SigstoreTrustedRoot {

  private static final String MEDIA_TYPE =
      "application/vnd.dev.sigstore.trustedroot+json;version=0.1";

  private SigstoreTrustedRoot() {}

  /** Whether a document says that it is a trusted root, of whichever version. */
  public static boolean is(Json.Obj document) {
    return document.get("mediaType") instanceof Json.Str type
        && type.value().startsWith("application/vnd.dev.sigstore.trustedroot");
  }

  /** The trusted root of one log. */
  public static byte[] bytes(NoteKey log, Instant since) {
    return bytes(Map.of(log, since));
  }

  /**
   * The trusted root, canonical JSON in UTF-8.
   *
   * @param logs the key that signs each log's checkpoints, whose name is the log's origin, and when
   *     the log was begun
   */
  public static byte[] bytes(Map<NoteKey, Instant> logs) {
    return CanonicalJson.bytes(
        Json.object(
            "mediaType",
            Json.of(MEDIA_TYPE),
            "tlogs",
            Json.array(
                logs.entrySet().stream().map(log -> log(log.getKey(), log.getValue())).toList()),
            "certificateAuthorities",
            Json.array(List.of()),
            "ctlogs",
            Json.array(List.of()),
            "timestampAuthorities",
            Json.array(List.of())));
  }

  private static Json log(NoteKey log, Instant since) {
    return Json.object(
        "baseUrl",
        Json.of("https://" + log.name()),
        "hashAlgorithm",
        Json.of("SHA2_256"),
        "publicKey",
        Json.object(
            "rawBytes",
            SigstoreBundle.base64(log.publicKey().getEncoded()),
            "keyDetails",
            Json.of("PKIX_ED25519"),
            "validFor",
            Json.object("start", Json.of(since.toString()))),
        "logId",
        SigstoreBundle.logId(log.keyId()),
        "checkpointKeyId",
        SigstoreBundle.logId(log.keyId()));
  }
}
