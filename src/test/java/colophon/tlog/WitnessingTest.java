package colophon.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.kernel.Digest;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitnessingTest {

  private static final NoteSigner LOG = Keys.signer("wire.example/log");
  private static final List<Digest> LEAVES = Trees.leaves(40);

  @Test
  void everyContinuationOfEveryTreeIsCosigned() {
    for (int from = 0; from <= 40; from++) {
      for (int to = Math.max(1, from); to <= 40; to++) {
        assertThat(decide(from, request(from, to)))
            .as(from + " to " + to)
            .isInstanceOf(Witnessing.Outcome.Cosign.class);
      }
    }
  }

  @Test
  void aSecondTreeOfTheSizeThatWasCosignedIsAFork() {
    var forked =
        new AddCheckpoint(12, List.of(), Checkpoint.of(LOG.key().name(), forged(12)).sign(LOG));
    assertThat(decide(12, forked))
        .isEqualTo(
            new Witnessing.Outcome.Forked(
                "This witness has cosigned another tree of 12 entries: the log has shown two."));
  }

  @Test
  void aLongerTreeThatDoesNotContinueTheOneCosignedIsUnproven() {
    List<Digest> changed = new ArrayList<>(LEAVES.subList(0, 20));
    changed.set(3, MerkleTree.leafHash("forged".getBytes(UTF_8)));
    var note = Checkpoint.of(LOG.key().name(), MerkleTree.over(changed)).sign(LOG);
    var path = ConsistencyProof.of(12, 20, TreeNodes.overLeaves(changed)).path();
    assertThat(decide(12, new AddCheckpoint(12, path, note)))
        .isInstanceOf(Witnessing.Outcome.Unproven.class);
    assertThat(decide(12, new AddCheckpoint(12, List.of(), request(12, 20).checkpoint())))
        .isInstanceOf(Witnessing.Outcome.Unproven.class);
    assertThat(decide(0, new AddCheckpoint(0, path, note)))
        .isInstanceOf(Witnessing.Outcome.Unproven.class);
    assertThat(decide(20, new AddCheckpoint(20, path, request(20, 20).checkpoint())))
        .isInstanceOf(Witnessing.Outcome.Unproven.class);
  }

  @Test
  void aSmallerTreeIsRefusedWhateverItStartsFrom() {
    SignedNote smaller = request(0, 7).checkpoint();
    assertThat(decide(12, new AddCheckpoint(12, List.of(), smaller)))
        .isInstanceOfSatisfying(
            Witnessing.Outcome.Malformed.class,
            malformed -> assertThat(malformed.sentence()).contains("never becomes smaller"));
    assertThat(decide(12, request(5, 7)))
        .isEqualTo(
            new Witnessing.Outcome.Stale(
                12,
                "The last tree that this witness cosigned has 12 entries, and the request starts"
                    + " from 5."));
    assertThat(decide(12, request(0, 30))).isInstanceOf(Witnessing.Outcome.Stale.class);
  }

  @Test
  void aTreeWithoutLeavesHasOneRoot() {
    var empty = Checkpoint.of(LOG.key().name(), MerkleTree.EMPTY);
    assertThat(decide(0, new AddCheckpoint(0, List.of(), empty.sign(LOG))))
        .isInstanceOf(Witnessing.Outcome.Cosign.class);
    var other = new Checkpoint(LOG.key().name(), 0, LEAVES.getFirst(), List.of());
    assertThat(decide(0, new AddCheckpoint(0, List.of(), other.sign(LOG))))
        .isInstanceOf(Witnessing.Outcome.Unproven.class);
  }

  @Test
  void onlyALogThatIsKnownIsCosignedAndOnlyUnderItsOwnKey() {
    assertThat(Witnessing.decide(List.of(), Optional.empty(), request(0, 5)))
        .isInstanceOf(Witnessing.Outcome.UnknownLog.class);
    NoteSigner thief = Keys.signer("wire.example/log");
    var forged =
        new AddCheckpoint(
            0, List.of(), Checkpoint.of("wire.example/log", MerkleTree.over(LEAVES)).sign(thief));
    assertThat(decide(0, forged)).isInstanceOf(Witnessing.Outcome.UnknownKey.class);
    SignedNote noCheckpoint = SignedNote.sign("wire.example/log\nmany\n", LOG);
    assertThat(decide(0, new AddCheckpoint(0, List.of(), noCheckpoint)))
        .isInstanceOf(Witnessing.Outcome.Malformed.class);
  }

  @Test
  void aRequestIsReadAsItWasWritten() throws Exception {
    AddCheckpoint request = request(13, 37);
    AddCheckpoint read = AddCheckpoint.parse(request.format().getBytes(UTF_8));
    assertThat(read.oldSize()).isEqualTo(13);
    assertThat(read.path()).isEqualTo(request.path()).isNotEmpty();
    assertThat(read.format()).isEqualTo(request.format());
  }

  @Test
  void aRequestOfAnotherFormIsRefusedWithWhatWasExpected() {
    String note = request(0, 5).checkpoint().format();
    malformed("", "expected \"old SIZE\"");
    malformed("old 5\n" + note, "expected a hash of the proof");
    malformed("old 05\n\n" + note, "without leading zeroes");
    malformed("old -1\n\n" + note, "without leading zeroes");
    malformed("old 5\nAAAA\n\n" + note, "32 bytes");
    malformed("old 5\n" + "A\n".repeat(64) + "\n" + note, "at most 63 hashes");
    malformed("old 5\n\nno note\n", "signature lines");
    malformed("x".repeat(AddCheckpoint.MOST_BYTES + 1), "at most " + AddCheckpoint.MOST_BYTES);
  }

  @Test
  void aCosignatureIsAddedOnlyWhereTheWitnessMadeIt() throws Exception {
    Cosigner witness = cosigner("witness.example/w1");
    Cosigner other = cosigner("witness.example/w2");
    SignedNote note = request(0, 5).checkpoint();
    Instant at = Instant.parse("2026-05-07T13:00:00Z");
    String lines =
        other.cosign(note, at).format() + "\n" + witness.cosign(note, at).format() + "\n";
    SignedNote cosigned = note.cosigned(witness.key(), lines.getBytes(UTF_8));
    assertThat(cosigned.signatures()).hasSize(2);
    assertThat(cosigned.check(witness.key())).isEqualTo(SignedNote.Answer.SIGNED);
    assertThat(cosigned.check(LOG.key())).isEqualTo(SignedNote.Answer.SIGNED);
    assertThat(cosigned.check(other.key())).isEqualTo(SignedNote.Answer.NOT_SIGNED);
    String ofAnother = witness.cosign(request(0, 6).checkpoint(), at).format() + "\n";
    String[] refused = {
      ofAnother, other.cosign(note, at).format() + "\n", "", "no line\n", "more\n\n" + lines
    };
    for (String answer : refused) {
      assertThatThrownBy(() -> note.cosigned(witness.key(), answer.getBytes(UTF_8)))
          .as(answer)
          .isInstanceOf(LogFormatException.class);
    }
    assertThat(witness.isPair()).isTrue();
    assertThat(new Cosigner(witness.key(), other.privateKey()).isPair()).isFalse();
    assertThat(witness.toString()).isEqualTo("Cosigner[witness.example/w1]");
  }

  private static Witnessing.Outcome decide(int last, AddCheckpoint request) {
    return Witnessing.decide(
        List.of(LOG.key(), Keys.signer("other.example/log").key()),
        last == 0
            ? Optional.empty()
            : Optional.of(
                Checkpoint.of(LOG.key().name(), MerkleTree.over(LEAVES.subList(0, last)))),
        request);
  }

  private static AddCheckpoint request(int from, int to) {
    List<Digest> leaves = LEAVES.subList(0, to);
    return new AddCheckpoint(
        from,
        from == 0 ? List.of() : ConsistencyProof.of(from, to, TreeNodes.overLeaves(leaves)).path(),
        Checkpoint.of(LOG.key().name(), MerkleTree.over(leaves)).sign(LOG));
  }

  private static MerkleTree forged(int size) {
    List<Digest> leaves = new ArrayList<>(LEAVES.subList(0, size));
    leaves.set(0, MerkleTree.leafHash("forged".getBytes(UTF_8)));
    return MerkleTree.over(leaves);
  }

  private static void malformed(String request, String words) {
    assertThatThrownBy(() -> AddCheckpoint.parse(request.getBytes(UTF_8)))
        .isInstanceOf(LogFormatException.class)
        .hasMessageContaining(words);
  }

  private static Cosigner cosigner(String name) throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return new Cosigner(NoteKey.ofWitness(name, pair.getPublic()), pair.getPrivate());
  }
}
