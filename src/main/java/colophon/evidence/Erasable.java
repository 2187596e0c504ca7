package colophon.evidence;

import colophon.kernel.Digest;
import java.time.Instant;
import java.util.List;

/**
 * One thing whose bytes can be erased.
 *
 * @param kind as a tombstone names it
 * @param digests of its bytes first, then of what can only be read in it
 * @param what it is, for a person
 * @param since when it was kept
 */
public record Erasable(String kind, List<Digest> digests, String what, Instant since) {

  public Erasable {
    digests = List.copyOf(digests);
  }

  /** The digest of its bytes. */
  public Digest digest() {
    return digests.getFirst();
  }
}
