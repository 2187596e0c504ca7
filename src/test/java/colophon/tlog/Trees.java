package colophon.tlog;

import colophon.kernel.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small logs to test with. */
final class Trees {

  private Trees() {}

  static byte[] entry(int index) {
    return ("leaf " + index).getBytes(StandardCharsets.UTF_8);
  }

  static List<Digest> leaves(int size) {
    var leaves = new ArrayList<Digest>();
    for (int i = 0; i < size; i++) {
      leaves.add(MerkleTree.leafHash(entry(i)));
    }
    return leaves;
  }

  /** The root as RFC 6962, section 2.1, defines it, by plain recursion: the judge of the others. */
  static Digest rootByDefinition(List<Digest> leaves) {
    if (leaves.isEmpty()) {
      return Digest.of(new byte[0]);
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int split = 1;
    while (split * 2 < leaves.size()) {
      split *= 2;
    }
    return MerkleTree.nodeHash(
        rootByDefinition(leaves.subList(0, split)),
        rootByDefinition(leaves.subList(split, leaves.size())));
  }
}
