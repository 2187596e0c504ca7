package colophon.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import colophon.kernel.Digest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

  /** Every tree from 1 to this size is built, with every proof in it. */
  private static final int LARGEST = 100;

  private static final List<Digest> LEAVES = Trees.leaves(LARGEST);

  @Test
  void hashesAreThoseOfRfc6962() {
    assertThat(MerkleTree.EMPTY.root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(MerkleTree.leafHash(new byte[0]).hex())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    Digest leaf = MerkleTree.leafHash(HexFormat.of().parseHex("00"));
    assertThat(leaf.hex())
        .isEqualTo("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7");
    assertThat(MerkleTree.nodeHash(MerkleTree.leafHash(new byte[0]), leaf).hex())
        .isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
  }

  @Test
  void everyTreeHasTheRootOfTheDefinitionHoweverItIsBuilt() {
    MerkleTree grown = MerkleTree.EMPTY;
    for (int size = 0; size <= LARGEST; size++) {
      List<Digest> leaves = LEAVES.subList(0, size);
      Digest root = Trees.rootByDefinition(leaves);
      assertThat(grown.root()).as("grown to " + size).isEqualTo(root);
      assertThat(MerkleTree.over(leaves)).isEqualTo(grown);
      assertThat(MerkleTree.of(size, TreeNodes.overLeaves(leaves))).isEqualTo(grown);
      if (size < LARGEST) {
        grown = grown.append(LEAVES.get(size));
      }
    }
  }

  @Test
  void nodesStoredWhileAppendingAreAllThatProofsNeed() {
    TreeNodes nodes = stored();
    TreeNodes computed = TreeNodes.overLeaves(LEAVES);
    for (int i = 0; i < LARGEST; i++) {
      assertThat(InclusionProof.of(i, LARGEST, nodes))
          .isEqualTo(InclusionProof.of(i, LARGEST, computed));
      assertThat(ConsistencyProof.of(i + 1, LARGEST, nodes))
          .isEqualTo(ConsistencyProof.of(i + 1, LARGEST, computed));
    }
  }

  @Test
  void everyLeafOfEveryTreeIsProvedAndAtNoOtherPlace() {
    TreeNodes nodes = stored();
    for (int size = 1; size <= LARGEST; size++) {
      Digest root = MerkleTree.of(size, nodes).root();
      for (int index = 0; index < size; index++) {
        var proof = InclusionProof.of(index, size, nodes);
        assertThat(proof.proves(LEAVES.get(index), root)).as(index + " of " + size).isTrue();
        Digest neighbour = LEAVES.get((index + 1) % size);
        assertThat(size > 1 && proof.proves(neighbour, root)).isFalse();
        var elsewhere = new InclusionProof(index ^ 1, size, proof.path());
        assertThat(size > 1 && elsewhere.proves(LEAVES.get(index), root)).isFalse();
      }
    }
  }

  @Test
  void everyTreeIsProvedToBeginEveryLaterOne() {
    TreeNodes nodes = stored();
    for (int to = 1; to <= LARGEST; to++) {
      Digest toRoot = MerkleTree.of(to, nodes).root();
      for (int from = 1; from <= to; from++) {
        Digest fromRoot = MerkleTree.of(from, nodes).root();
        var proof = ConsistencyProof.of(from, to, nodes);
        assertThat(proof.proves(fromRoot, toRoot)).as(from + " of " + to).isTrue();
        assertThat(from < to && proof.proves(toRoot, toRoot)).isFalse();
        assertThat(from < to && proof.proves(fromRoot, fromRoot)).isFalse();
      }
    }
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MerkleTree(3, List.of(LEAVES.getFirst())))
        .withMessageContaining("has 2 subtrees on its edge, found 1");
    TreeNodes nodes = TreeNodes.overLeaves(LEAVES.subList(0, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.of(4, 4, nodes));
    assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.of(0, 4, nodes));
    assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.of(5, 4, nodes));
    assertThatIllegalStateException().isThrownBy(() -> InclusionProof.of(0, 5, nodes));
  }

  @Test
  void aProofIsJudgedNotTrusted() {
    Digest hash = LEAVES.getFirst();
    assertThat(new InclusionProof(-1, 8, List.of()).proves(hash, hash)).isFalse();
    assertThat(new InclusionProof(0, 0, List.of()).proves(hash, hash)).isFalse();
    assertThat(new InclusionProof(8, 8, List.of()).proves(hash, hash)).isFalse();
    assertThat(new InclusionProof(0, Long.MAX_VALUE, List.of()).proves(hash, hash)).isFalse();
    assertThat(new ConsistencyProof(0, 0, List.of()).proves(hash, hash)).isFalse();
    assertThat(new ConsistencyProof(3, 4, List.of()).proves(hash, hash)).isFalse();
    assertThat(new ConsistencyProof(2, 1, List.of()).proves(hash, hash)).isFalse();
  }

  @Test
  void anEntryHasItsLimit() {
    assertThat(new LogEntry(new byte[LogEntry.MOST_BYTES]).leafHash()).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogEntry(new byte[LogEntry.MOST_BYTES + 1]))
        .withMessageContaining("65536");
  }

  private static TreeNodes stored() {
    var stored = new HashMap<String, Digest>();
    MerkleTree tree = MerkleTree.EMPTY;
    for (Digest leaf : LEAVES) {
      for (TreeNode node : tree.completedBy(leaf)) {
        assertThat(stored.put(node.level() + "/" + node.index(), node.hash())).isNull();
      }
      tree = tree.append(leaf);
    }
    return (level, index) -> Objects.requireNonNull(stored.get(level + "/" + index));
  }
}
