package colophon.attest;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a brief's versions. It stands beside them, signed, and changes while they do
 * not.
 *
 * @param since when the latest change was made
 * @param reason public, where the brief was withdrawn; else null
 */
public record BriefStatus(
    String briefId,
    String slug,
    List<VersionStatus> versions,
    Instant since,
    @Nullable String reason) {

  /** The payload type of the signed envelope. */
  public static final String PAYLOAD_TYPE = "application/vnd.colophon.brief-status.v0+json";

  public BriefStatus {
    versions = List.copyOf(versions);
  }

  /** One version, the digest of its record, and what it is now. */
  public record VersionStatus(int version, Digest record, State state) {}

  /** What a version is now. */
  public enum State {
    CURRENT,
    SUPERSEDED,
    CORRECTED,
    WITHDRAWN
  }

  /** The canonical bytes that are signed. */
  byte[] bytes() {
    Json.Obj status =
        Json.object(
            "brief",
            Json.of(briefId),
            "slug",
            Json.of(slug),
            "since",
            Json.of(since.toString()),
            "versions",
            Json.array(
                versions.stream()
                    .map(version ->
                        Json.object(
                            "version",
                            Json.of(version.version()),
                            "record",
                            Json.of(version.record().toString()),
                            "state",
                            Json.of(version.state().name().toLowerCase(Locale.ROOT))))
                    .toList()));
    return CanonicalJson.bytes(reason == null ? status : status.with("reason", Json.of(reason)));
  }
}
