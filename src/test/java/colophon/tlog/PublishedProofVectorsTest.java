package colophon.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import colophon.kernel.TestVectors;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The proofs of transparency-dev/merkle, good and bad, where the open test data lies. */
class PublishedProofVectorsTest {

  private interface Judge {
    boolean accepts(Json.Obj vector);
  }

  @Test
  void inclusionProofsAreJudgedAsPublished() throws Exception {
    judgedAsPublished(
        "merkle/inclusion",
        50,
        vector ->
            InclusionProof.leads(
                unsigned(vector, "leafIdx"),
                unsigned(vector, "treeSize"),
                bytes(vector.get("leafHash")),
                path(vector),
                bytes(vector.get("root"))));
  }

  @Test
  void consistencyProofsAreJudgedAsPublished() throws Exception {
    judgedAsPublished(
        "merkle/consistency",
        40,
        vector ->
            ConsistencyProof.leads(
                unsigned(vector, "size1"),
                unsigned(vector, "size2"),
                bytes(vector.get("root1")),
                bytes(vector.get("root2")),
                path(vector)));
  }

  private static void judgedAsPublished(String folder, int least, Judge judge) throws Exception {
    List<Path> documents = TestVectors.documents(TestVectors.folder(folder));
    assertThat(documents).hasSizeGreaterThanOrEqualTo(least);
    for (Path document : documents) {
      Json.Obj vector = JsonReader.readObject(Files.readAllBytes(document), 1 << 20);
      boolean bad = vector.get("wantErr") instanceof Json.Bool wanted && wanted.value();
      assertThat(judge.accepts(vector)).as(document.toString()).isEqualTo(!bad);
    }
  }

  /** The vectors count in 64 unsigned bits; what passes 2^63 is negative to us, and refused. */
  private static long unsigned(Json.Obj vector, String name) {
    return new BigInteger(((Json.Num) vector.members().get(name)).literal()).longValue();
  }

  private static List<byte[]> path(Json.Obj vector) {
    var path = new ArrayList<byte[]>();
    if (vector.get("proof") instanceof Json.Arr hashes) {
      for (Json hash : hashes.items()) {
        path.add(bytes(hash));
      }
    }
    return path;
  }

  private static byte[] bytes(Json base64) {
    return base64 instanceof Json.Str text ? Base64.getDecoder().decode(text.value()) : new byte[0];
  }
}
