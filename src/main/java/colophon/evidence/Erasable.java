package colophon.evidence;

import colophon.kernel.Digest;
import java.time.Instant;
import java.util.List;

/**
 * One thing whose bytes can be erased.
 *
 * @param of the class it belongs to
 * @param kind as a tombstone names it
 * @param digests of its bytes first, then of what can only be read in it
 * @param key what it is looked up by: the digest, or a person's name
 * @param what it is, for a person
 * @param since when it was kept
 */
public record Erasable(
    ErasureClass of, String kind, List<Digest> digests, String key, String what, Instant since) {

  public Erasable {
    digests = List.copyOf(digests);
  }

  /** One that is looked up by its digest. */
  Erasable(ErasureClass of, String kind, List<Digest> digests, String what, Instant since) {
    this(of, kind, digests, digests.getFirst().toString(), what, since);
  }

  /** The digest of its bytes; of a name, since names can be guessed, it is not shown to anybody. */
  public Digest digest() {
    return digests.getFirst();
  }

  /** In a line, for a person. */
  public String line() {
    return what + ", " + since + (of == ErasureClass.PEOPLE ? "" : ", " + digest());
  }
}
