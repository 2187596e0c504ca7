package colophon.capture;

import colophon.kernel.Digest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes as received: the body after transfer decoding and before content decoding.
 *
 * @param digest of {@code body}
 * @param body as received, possibly compressed
 * @param decodedDigest of the bytes after content decoding; equal to {@code digest} where there was
 *     none
 * @param requested the address asked for
 * @param landed the address that answered, after redirects
 * @param readerLink where a reader finds it: {@code landed}, or for a local file its place below
 *     the source's public base; null where there is none
 * @param fetchedAt when the answer was complete
 * @param status the HTTP status; 200 for a file
 * @param requestHeaders as sent, names in lower case
 * @param responseHeaders as received, names in lower case
 */
public record Snapshot(
    Digest digest,
    byte[] body,
    Digest decodedDigest,
    URI requested,
    URI landed,
    @Nullable URI readerLink,
    Instant fetchedAt,
    int status,
    Map<String, List<String>> requestHeaders,
    Map<String, List<String>> responseHeaders) {

  /**
   * Whether its host's robots.txt, or the lack of one, let it be fetched. So it is of every page
   * that we asked for ourselves, since none is that the rules forbid. Of a file, and of what
   * somebody else fetched, nothing is known.
   */
  public boolean allowedByRobots() {
    return !WebAddress.isFile(landed)
        && requestHeaders.getOrDefault("user-agent", List.of()).stream()
            .anyMatch(agent -> agent.startsWith(UserAgent.PRODUCT + "/"));
  }

  /** How a WARC export names the record that holds the body, {@code urn:uuid:} and a UUID. */
  public URI warcRecordId() {
    return WarcRecordId.ofBody(digest);
  }
}
