package colophon.evidence;

import colophon.kernel.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds and takes away the things of one class, as far as they are still here. */
interface Erasing {

  /** What the logged versions of a brief rest on. */
  List<Erasable> ofBrief(String briefId);

  /** What came from an address; nothing where the class knows no addresses. */
  List<Erasable> ofSource(String address);

  /** What has that name: a digest, a draft's id, or a person's name. */
  List<Erasable> named(String name);

  /** What was kept before a time, the oldest first, at most so many. */
  List<Erasable> before(Instant time, int most);

  /**
   * Takes one away, inside the caller's transaction.
   *
   * @return the digests for its tombstone; empty where it was not here any more
   */
  Optional<List<Digest>> erase(Erasable thing, Instant now);
}
