package colophon.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import colophon.kernel.Digest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  @Test
  void theEmptyLogStatesTheHashOfNothing() throws Exception {
    Checkpoint checkpoint = Checkpoint.of("colophon.example/log", MerkleTree.EMPTY);
    assertThat(checkpoint.format()).isEqualTo("colophon.example/log\n0\n" + ROOT + "\n");
    assertThat(Checkpoint.parse(checkpoint.format())).isEqualTo(checkpoint);
  }

  @Test
  void extensionsAreKept() throws Exception {
    String text = "o\n7\n" + ROOT + "\nfirst\nsecond\n";
    assertThat(Checkpoint.parse(text).extensions()).containsExactly("first", "second");
    assertThat(Checkpoint.parse(text).format()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o\n7\n",
        "o\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n07\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n-7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n9999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
        "o\n7\nAAAA\n",
        "o\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nx\n"
      })
  void aMalformedCheckpointIsRefused(String text) {
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> Checkpoint.parse(text))
        .withMessageContaining("expected");
  }

  @Test
  void whatCannotBeReadBackIsNotMade() {
    Digest root = MerkleTree.EMPTY.root();
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("", 0, root, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Checkpoint("a\nb", 0, root, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", -1, root, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Checkpoint("a", 0, root, List.of("")));
  }

  @Test
  void aProofFileCarriesAnEntryToItsSignedCheckpoint() throws Exception {
    NoteSigner signer = Keys.signer("colophon.example/log");
    List<Digest> leaves = Trees.leaves(11);
    TreeNodes nodes = TreeNodes.overLeaves(leaves);
    SignedNote checkpoint =
        Checkpoint.of("colophon.example/log", MerkleTree.over(leaves)).sign(signer);
    String file = TlogProof.of(InclusionProof.of(6, 11, nodes), checkpoint).format();
    assertThat(file).startsWith("c2sp.org/tlog-proof@v1\nindex 6\n");

    TlogProof read = TlogProof.parse(file.getBytes(UTF_8));
    assertThat(read.format()).isEqualTo(file);
    assertThat(read.checkpoint().check(signer.key())).isEqualTo(SignedNote.Answer.SIGNED);
    Checkpoint stated = Checkpoint.parse(read.checkpoint().text());
    assertThat(read.inclusion(stated.size()).proves(leaves.get(6), stated.root())).isTrue();
    assertThat(read.inclusion(stated.size()).proves(leaves.get(5), stated.root())).isFalse();
  }

  @Test
  void extraDataIsKept() throws Exception {
    SignedNote checkpoint =
        Checkpoint.of("o", MerkleTree.over(Trees.leaves(1))).sign(Keys.signer("o"));
    var proof = new TlogProof("extra".getBytes(UTF_8), 0, List.of(), checkpoint);
    assertThat(proof.format())
        .startsWith("c2sp.org/tlog-proof@v1\nextra ZXh0cmE=\nindex 0\n\no\n1\n");
    TlogProof read = TlogProof.parse(proof.format().getBytes(UTF_8));
    assertThat(read.extra()).isEqualTo("extra".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c2sp.org/tlog-proof@v2\nindex 0\n\nCHECKPOINT",
        "c2sp.org/tlog-proof@v1\n\nCHECKPOINT",
        "c2sp.org/tlog-proof@v1\nindex 0\nCHECKPOINT",
        "c2sp.org/tlog-proof@v1\nindex 00\n\nCHECKPOINT",
        "c2sp.org/tlog-proof@v1\nindex -1\n\nCHECKPOINT",
        "c2sp.org/tlog-proof@v1\nindex 18446744073709551615\n\nCHECKPOINT",
        "c2sp.org/tlog-proof@v1\nextra ?\nindex 0\n\nCHECKPOINT",
        "c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\nCHECKPOINT",
        "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nCHECKPOINT",
        "c2sp.org/tlog-proof@v1\nindex 0\n\n\nCHECKPOINT-SANS-SIGNATURE",
        "c2sp.org/tlog-proof@v1\nindex 0\n\n"
      })
  void aMalformedProofIsRefused(String text) {
    String checkpoint =
        Checkpoint.of("o", MerkleTree.over(Trees.leaves(1))).sign(Keys.signer("o")).format();
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(
            () -> TlogProof.parse(text.replaceAll("CHECKPOINT$", checkpoint).getBytes(UTF_8)))
        .withMessageContaining("expected");
  }

  @Test
  void aPathLongerThanAnyTreeIsRefused() {
    String hashes = (ROOT + "\n").repeat(InclusionProof.MOST_HASHES + 1);
    String checkpoint =
        Checkpoint.of("o", MerkleTree.over(Trees.leaves(1))).sign(Keys.signer("o")).format();
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() ->
            TlogProof.parse(
                ("c2sp.org/tlog-proof@v1\nindex 0\n" + hashes + "\n" + checkpoint).getBytes(UTF_8)))
        .withMessageContaining("at most 63 hashes");
  }
}
