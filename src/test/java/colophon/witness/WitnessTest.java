package colophon.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.tlog.AddCheckpoint;
import colophon.tlog.Checkpoint;
import colophon.tlog.SignedNote;
import colophon.tlog.Witnessing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-07T13:00:00Z"));

  @TempDir Path folder;
  private ShownLog log;
  private WitnessFolder kept;

  @BeforeEach
  void make() throws Exception {
    log = new ShownLog("wire.example/log").append(10);
    kept = WitnessFolder.make(folder.resolve("w"), "witness.example/w1");
  }

  @Test
  void whatItCosignedIsKeptAndHeldAgainstTheLogAfterARestart() throws Exception {
    cosigned(witness(), log.since(0), log);
    log.append(30);
    cosigned(witness(), log.since(10), log);
    assertThat(kept.last("wire.example/log")).map(Checkpoint::size).hasValue(40L);
    assertThat(refused(log.changed(3).append(5).since(40)))
        .isInstanceOf(Witnessing.Outcome.Unproven.class);
    assertThat(refused(log.changed(3).since(40))).isInstanceOf(Witnessing.Outcome.Forked.class);
    assertThat(refused(new AddCheckpoint(40, List.of(), log.cut(20).note())))
        .isInstanceOf(Witnessing.Outcome.Malformed.class);
    assertThat(refused(log.cut(20).since(10))).isInstanceOf(Witnessing.Outcome.Stale.class);
    assertThat(kept.last("wire.example/log")).map(Checkpoint::size).hasValue(40L);
    cosigned(witness(), log.since(40), log);
  }

  @Test
  void severalAtOnceNeverTurnItBack() throws Exception {
    var requests = new ArrayList<Callable<Witness.Answer>>();
    cosigned(witness(), log.since(0), log);
    for (int i = 0; i < 8; i++) {
      AddCheckpoint request = log.append(1).since(10);
      requests.add(() -> witness().add(request));
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      long signed = 0;
      for (var answer : threads.invokeAll(requests)) {
        signed += answer.get() instanceof Witness.Answer.Cosigned ? 1 : 0;
      }
      assertThat(signed).isEqualTo(1);
    }
  }

  @Test
  void aLogThatItDoesNotKnowLeavesNoTrace() throws Exception {
    var stranger = new ShownLog("other.example/log").append(3);
    assertThat(refused(stranger.since(0))).isInstanceOf(Witnessing.Outcome.UnknownLog.class);
    assertThat(folder.resolve("w/seen")).doesNotExist();
    assertThat(witness().add("no request".getBytes()))
        .isInstanceOfSatisfying(
            Witness.Answer.Refused.class,
            answer ->
                assertThat(answer.outcome()).isInstanceOf(Witnessing.Outcome.Malformed.class));
  }

  @Test
  void aDamagedStateIsNeverTakenForNone() throws Exception {
    cosigned(witness(), log.since(0), log);
    try (var files = Files.list(folder.resolve("w/seen"))) {
      Files.writeString(files.findFirst().orElseThrow(), "torn");
    }
    assertThatThrownBy(() -> witness().add(log.since(0)))
        .isInstanceOf(WitnessFolderException.class)
        .hasMessageContaining("Nothing of this log is cosigned until it is restored");
  }

  @Test
  void itsKeyIsForItsOwnerAloneAndIsNeverMadeAnew() throws Exception {
    Path secret = folder.resolve("w/witness.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    assertThat(WitnessFolder.open(folder.resolve("w")).key().format())
        .isEqualTo(kept.key().format());
    assertThatThrownBy(() -> WitnessFolder.make(folder.resolve("w"), "witness.example/w2"))
        .hasMessageContaining("holds a witness already");
    assertThatThrownBy(() -> WitnessFolder.make(folder.resolve("x"), "two words"))
        .hasMessageContaining("no spaces");
    WitnessFolder.make(folder.resolve("other"), "witness.example/w1");
    Files.copy(
        folder.resolve("other/witness.key"),
        secret,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> WitnessFolder.open(folder.resolve("w")))
        .hasMessageContaining("is not the key that verifier-key.txt names");
    Files.delete(secret);
    assertThatThrownBy(() -> WitnessFolder.open(folder.resolve("w")))
        .hasMessageContaining("witness.key is missing")
        .hasMessageContaining("restore it from your copy");
  }

  @Test
  void aLogOnDiskIsCosignedByTheProofThatItsTilesGive() throws Exception {
    Path site = folder.resolve("log");
    log.append(500);
    LogFolder first = LogFolder.open(log.write(site));
    cosigned(witness(), first.since(kept.last(first.origin())), log);
    log.append(300);
    LogFolder second = LogFolder.open(log.write(site));
    cosigned(witness(), second.since(kept.last(second.origin())), log);
    LogFolder forged = LogFolder.open(log.changed(700).append(20).write(folder.resolve("forged")));
    assertThat(refused(forged.since(kept.last(forged.origin()))))
        .isInstanceOf(Witnessing.Outcome.Unproven.class);
    LogFolder smaller = LogFolder.open(log.cut(600).write(folder.resolve("smaller")));
    assertThat(refused(smaller.since(kept.last(smaller.origin()))))
        .isInstanceOfSatisfying(
            Witnessing.Outcome.Malformed.class,
            malformed -> assertThat(malformed.sentence()).contains("never becomes smaller"));
    Path holed = log.append(10).write(folder.resolve("holed"));
    Files.delete(holed.resolve("tile/0/003.p/52"));
    assertThatThrownBy(() -> LogFolder.open(holed).since(kept.last("wire.example/log")))
        .hasMessageContaining("tile/0/003.p/52 is missing");
    assertThatThrownBy(() -> LogFolder.open(folder.resolve("nowhere")))
        .hasMessageContaining("SITE/log");
  }

  @Test
  void aLogsKeyIsReadFromALineOrAKeyFileAndNothingElse() throws Exception {
    assertThat(LogKeys.read(log.keyFile(folder)))
        .singleElement()
        .satisfies(key -> assertThat(key.format()).isEqualTo(log.signer.key().format()));
    assertThatThrownBy(() -> LogKeys.read(kept.trustFile()))
        .hasMessageContaining("names no log with its key");
    Path own = folder.resolve("w/verifier-key.txt");
    assertThatThrownBy(() -> LogKeys.read(own)).hasMessageContaining("found a witness's");
    assertThatThrownBy(() -> LogKeys.read(folder.resolve("nowhere")))
        .hasMessageContaining("NoSuchFile");
  }

  private Witness witness() throws WitnessFolderException {
    return new Witness(WitnessFolder.open(folder.resolve("w")), List.of(log.signer.key()), CLOCK);
  }

  private void cosigned(Witness witness, AddCheckpoint request, ShownLog shown) throws Exception {
    assertThat(witness.add(request))
        .isInstanceOfSatisfying(
            Witness.Answer.Cosigned.class,
            answer ->
                assertThat(shown.note().with(answer.signature()).check(kept.key()))
                    .isEqualTo(SignedNote.Answer.SIGNED));
  }

  private Witnessing.Outcome refused(AddCheckpoint request) throws Exception {
    return ((Witness.Answer.Refused) witness().add(request)).outcome();
  }
}
