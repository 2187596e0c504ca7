package colophon.tlog;

import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Shows that a leaf stands at an index of a tree (RFC 6962, section 2.1.1; checked as RFC 9162,
 * section 2.1.3.2 says).
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param path the hashes beside the way up, from the leaf's sibling to the root's child
 */
public record InclusionProof(long index, long size, List<Digest> path) {

  /** The longest path there can be. */
  public static final int MOST_HASHES = 63;

  public InclusionProof {
    path = List.copyOf(path);
  }

  /** Makes the proof; {@code index} must lie in a tree of {@code size} leaves. */
  public static InclusionProof of(long index, long size, TreeNodes nodes) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "a tree of " + size + " leaves has no leaf " + index + " to prove");
    }
    var downwards = new ArrayList<Digest>();
    long start = 0;
    long end = size;
    while (end - start > 1) {
      long middle = start + Subtrees.split(end - start);
      if (index < middle) {
        downwards.add(Subtrees.root(middle, end, nodes));
        end = middle;
      } else {
        downwards.add(Subtrees.root(start, middle, nodes));
        start = middle;
      }
    }
    Collections.reverse(downwards);
    return new InclusionProof(index, size, downwards);
  }

  /** Whether this leads from that leaf to that root. Never throws. */
  public boolean proves(Digest leafHash, Digest root) {
    return leads(index, size, leafHash.raw(), Subtrees.raw(path), root.raw());
  }

  static boolean leads(long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size || path.size() > MOST_HASHES) {
      return false;
    }
    if (leafHash.length != MerkleHash.BYTES) {
      return false;
    }
    long place = index;
    long last = size - 1;
    byte[] hash = leafHash;
    for (byte[] beside : path) {
      if (last == 0 || beside.length != MerkleHash.BYTES) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        hash = MerkleHash.node(beside, hash);
        // A last leaf without a sibling is carried up to the level where it has one.
        int up = Long.numberOfTrailingZeros(place) + 1;
        place >>= up;
        last >>= up;
      } else {
        hash = MerkleHash.node(hash, beside);
        place >>= 1;
        last >>= 1;
      }
    }
    return last == 0 && Arrays.equals(hash, root);
  }
}
