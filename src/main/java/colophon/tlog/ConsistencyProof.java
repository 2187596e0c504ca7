package colophon.tlog;

import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shows that one tree is the beginning of another: nothing was changed, taken out or put between
 * (RFC 6962, section 2.1.2; checked as RFC 9162, section 2.1.4.2 says).
 *
 * @param from the size of the earlier tree, at least 1: every tree begins with the empty one
 * @param to the size of the later tree
 */
public record ConsistencyProof(long from, long to, List<Digest> path) {

  /** The longest path there can be. */
  public static final int MOST_HASHES = 64;

  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** Makes the proof; {@code from} must be 1 to {@code to}. */
  public static ConsistencyProof of(long from, long to, TreeNodes nodes) {
    if (from < 1 || from > to) {
      throw new IllegalArgumentException(
          "a tree of " + from + " leaves is not shown to begin one of " + to);
    }
    var path = new ArrayList<Digest>();
    collect(from, 0, to, true, nodes, path);
    return new ConsistencyProof(from, to, path);
  }

  private static void collect(
      long from, long start, long end, boolean known, TreeNodes nodes, List<Digest> path) {
    if (start + from == end) {
      if (!known) {
        path.add(Subtrees.root(start, end, nodes));
      }
      return;
    }
    long split = Subtrees.split(end - start);
    long middle = start + split;
    if (from <= split) {
      collect(from, start, middle, known, nodes, path);
      path.add(Subtrees.root(middle, end, nodes));
    } else {
      collect(from - split, middle, end, false, nodes, path);
      path.add(Subtrees.root(start, middle, nodes));
    }
  }

  /** Whether this leads from the one root to the other. Never throws. */
  public boolean proves(Digest fromRoot, Digest toRoot) {
    return leads(from, to, fromRoot.raw(), toRoot.raw(), Subtrees.raw(path));
  }

  static boolean leads(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> path) {
    if (from < 1 || from > to || path.size() > MOST_HASHES) {
      return false;
    }
    if (from == to) {
      return path.isEmpty() && Arrays.equals(fromRoot, toRoot);
    }
    var hashes = new ArrayList<byte[]>(path);
    if (Long.bitCount(from) == 1) {
      hashes.addFirst(fromRoot);
    }
    if (hashes.isEmpty()) {
      return false;
    }
    int shared = Long.numberOfTrailingZeros(from);
    long place = (from - 1) >> shared;
    long last = (to - 1) >> shared;
    byte[] earlier = hashes.getFirst();
    byte[] later = earlier;
    for (byte[] beside : hashes.subList(1, hashes.size())) {
      if (last == 0 || beside.length != MerkleHash.BYTES) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        earlier = MerkleHash.node(beside, earlier);
        later = MerkleHash.node(beside, later);
        int up = Long.numberOfTrailingZeros(place) + 1;
        place >>= up;
        last >>= up;
      } else {
        later = MerkleHash.node(later, beside);
        place >>= 1;
        last >>= 1;
      }
    }
    return last == 0 && Arrays.equals(earlier, fromRoot) && Arrays.equals(later, toRoot);
  }
}
