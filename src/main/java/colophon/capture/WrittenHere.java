package colophon.capture;

import colophon.kernel.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Captures what somebody of the newsroom wrote down: as bytes, before anything reads them, like a
 * page that was fetched. No source is polled for it and no address opens it.
 */
public final class WrittenHere {

  /** The largest text captured, in bytes. */
  static final int MOST_BYTES = 64 * 1024;

  private static final Duration NEVER_POLLED = Duration.ofDays(365);

  private final SnapshotStore snapshots;

  WrittenHere(SnapshotStore snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * Keeps a text as an archived copy.
   *
   * @param sourceId no configured source's
   * @param address a name of ours, {@code urn:colophon:…}
   * @param outlet and title of what is read from it
   * @param about when what it tells was learnt
   * @param now when it was written down
   */
  public Captured keep(
      String sourceId, URI address, String outlet, String text, Instant about, Instant now) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (body.length > MOST_BYTES) {
      throw new IllegalArgumentException("a text written here has at most " + MOST_BYTES);
    }
    Digest digest = Digest.of(body);
    var snapshot =
        new Snapshot(
            digest,
            body,
            digest,
            address,
            address,
            null,
            now,
            200,
            Map.of(),
            Map.of("content-type", List.of("text/plain; charset=utf-8")));
    snapshots.insertSnapshot(sourceId, snapshot);
    var source =
        new Source(
            sourceId, outlet, SourceKind.PAGE, address, null, 1, false, List.of(), NEVER_POLLED);
    return new Captured(
        source,
        new ItemHint(address, outlet, List.of(), about.atOffset(ZoneOffset.UTC), outlet),
        snapshot);
  }
}
