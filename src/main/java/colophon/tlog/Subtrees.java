package colophon.tlog;

import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.List;

/** The hash of any stretch of leaves that a split of RFC 6962 can make, from complete subtrees. */
final class Subtrees {

  private Subtrees() {}

  /** The root over the leaves from {@code start} to before {@code end}. */
  static Digest root(long start, long end, TreeNodes nodes) {
    long length = end - start;
    if (Long.bitCount(length) == 1) {
      int level = Long.numberOfTrailingZeros(length);
      return nodes.at(level, start >> level);
    }
    long middle = start + split(length);
    return MerkleTree.nodeHash(root(start, middle, nodes), root(middle, end, nodes));
  }

  /** The largest power of two smaller than {@code length}, which is at least 2. */
  static long split(long length) {
    return Long.highestOneBit(length - 1);
  }

  /** The hashes as raw bytes. */
  static List<byte[]> raw(List<Digest> hashes) {
    var raw = new ArrayList<byte[]>(hashes.size());
    for (Digest hash : hashes) {
      raw.add(hash.raw());
    }
    return raw;
  }
}
