package colophon.capture;

import java.util.List;

/** The body of a snapshot after content decoding. */
public final class SnapshotBody {

  /** The largest decoded body of any snapshot, in bytes. */
  public static final int MOST_DECODED_BYTES = 64 << 20;

  private SnapshotBody() {}

  /**
   * The decoded bytes; for a body without content coding the stored bytes themselves.
   *
   * @throws IllegalStateException where the body does not decode, which the fetcher has ruled out
   */
  public static byte[] decoded(Snapshot snapshot) {
    List<String> codings = snapshot.responseHeaders().getOrDefault("content-encoding", List.of());
    try {
      return ContentCoding.decode(snapshot.body(), codings, MOST_DECODED_BYTES);
    } catch (ContentCodingException e) {
      throw new IllegalStateException(
          "the snapshot " + snapshot.digest() + " no longer decodes: " + e.getMessage(), e);
    }
  }
}
