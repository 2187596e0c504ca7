package colophon.tlog;

import colophon.kernel.Digest;
import java.util.List;

/** Where the hashes of complete subtrees are kept: a table, tiles, or a list of leaf hashes. */
@FunctionalInterface
public interface TreeNodes {

  /**
   * The hash over the {@code 2^level} leaves from {@code index * 2^level} on. It is asked only for
   * subtrees that lie wholly inside the tree; not having one of those is an {@link
   * IllegalStateException}.
   */
  Digest at(int level, long index);

  /** Every subtree computed again from the leaf hashes: enough for small logs and for audits. */
  static TreeNodes overLeaves(List<Digest> leafHashes) {
    return (level, index) -> overLeaves(leafHashes, level, index);
  }

  private static Digest overLeaves(List<Digest> leafHashes, int level, long index) {
    if (level > 0) {
      return MerkleTree.nodeHash(
          overLeaves(leafHashes, level - 1, 2 * index),
          overLeaves(leafHashes, level - 1, 2 * index + 1));
    }
    if (index < 0 || index >= leafHashes.size()) {
      throw new IllegalStateException(
          "leaf " + index + " was asked of a log of " + leafHashes.size());
    }
    return leafHashes.get((int) index);
  }
}
