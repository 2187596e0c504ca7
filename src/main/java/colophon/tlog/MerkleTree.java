package colophon.tlog;

import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree of RFC 6962 by its size and its right edge: the hashes of the complete subtrees it
 * splits into, the largest first. That is all it takes to append and to know the root, so a log of
 * a million leaves is twenty hashes here.
 *
 * @param size the number of leaves
 * @param edge one hash for every bit set in {@code size}
 */
public record MerkleTree(long size, List<Digest> edge) {

  /** The tree without leaves. */
  public static final MerkleTree EMPTY = new MerkleTree(0, List.of());

  public MerkleTree {
    edge = List.copyOf(edge);
    if (size < 0 || edge.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "a tree of "
              + size
              + " leaves has "
              + Long.bitCount(size)
              + " subtrees on its edge, found "
              + edge.size());
    }
  }

  /** The tree over these leaf hashes. */
  public static MerkleTree over(List<Digest> leafHashes) {
    MerkleTree tree = EMPTY;
    for (Digest leafHash : leafHashes) {
      tree = tree.append(leafHash);
    }
    return tree;
  }

  /** The tree of that size whose subtrees are kept elsewhere. */
  public static MerkleTree of(long size, TreeNodes nodes) {
    var edge = new ArrayList<Digest>();
    long start = 0;
    for (int level = 62; level >= 0; level--) {
      if ((size >> level & 1) == 1) {
        edge.add(nodes.at(level, start >> level));
        start += 1L << level;
      }
    }
    return new MerkleTree(size, edge);
  }

  /** The hash of an entry as a leaf. */
  public static Digest leafHash(byte[] entry) {
    return Digest.ofRaw(MerkleHash.leaf(entry));
  }

  /** The hash of two neighbouring subtrees as one. */
  public static Digest nodeHash(Digest left, Digest right) {
    return Digest.ofRaw(MerkleHash.node(left.raw(), right.raw()));
  }

  /** This tree with one more leaf. */
  public MerkleTree append(Digest leafHash) {
    return with(completedBy(leafHash));
  }

  /** This tree with the leaf that completed these subtrees. */
  MerkleTree with(List<TreeNode> completed) {
    var longer = new ArrayList<>(edge.subList(0, edge.size() - completed.size() + 1));
    longer.add(completed.getLast().hash());
    return new MerkleTree(size + 1, longer);
  }

  /**
   * The subtrees that one more leaf completes, the leaf itself first: what a log that keeps its
   * nodes has to store beside the entry.
   */
  public List<TreeNode> completedBy(Digest leafHash) {
    var completed = new ArrayList<TreeNode>();
    completed.add(new TreeNode(0, size, leafHash));
    Digest hash = leafHash;
    int left = edge.size() - 1;
    for (int level = 0; (size >> level & 1) == 1; level++) {
      hash = nodeHash(edge.get(left--), hash);
      completed.add(new TreeNode(level + 1, size >> (level + 1), hash));
    }
    return List.copyOf(completed);
  }

  /** The root: for the tree without leaves, the hash of nothing. */
  public Digest root() {
    if (size == 0) {
      return Digest.ofRaw(MerkleHash.nothing());
    }
    Digest root = edge.getLast();
    for (int i = edge.size() - 2; i >= 0; i--) {
      root = nodeHash(edge.get(i), root);
    }
    return root;
  }
}
