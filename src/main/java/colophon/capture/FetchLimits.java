package colophon.capture;

import java.time.Duration;

/**
 * How long and how much one reading may take.
 *
 * @param deadline for one exchange, from connecting to the last byte; the exchange is aborted there
 * @param lookup for asking the name server
 * @param mostWireBytes of a body as received
 * @param mostDecodedBytes of a body after content decoding; at most {@link
 *     SnapshotBody#MOST_DECODED_BYTES}
 * @param mostRobotsBytes of a robots.txt; what stands beyond is not read (RFC 9309 asks for 500
 *     KiB)
 * @param mostRedirects followed for one address
 */
public record FetchLimits(
    Duration deadline,
    Duration lookup,
    int mostWireBytes,
    int mostDecodedBytes,
    int mostRobotsBytes,
    int mostRedirects) {

  public FetchLimits {
    if (mostDecodedBytes > SnapshotBody.MOST_DECODED_BYTES) {
      throw new IllegalArgumentException(
          "a decoded body has at most "
              + SnapshotBody.MOST_DECODED_BYTES
              + " bytes, found a limit of "
              + mostDecodedBytes);
    }
  }

  /** What the newsroom uses. */
  public static FetchLimits standard() {
    return new FetchLimits(
        Duration.ofSeconds(30), Duration.ofSeconds(5), 16 << 20, 32 << 20, 512 << 10, 5);
  }
}
