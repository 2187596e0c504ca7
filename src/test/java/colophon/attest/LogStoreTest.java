package colophon.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.database.TestDatabase;
import colophon.kernel.Digest;
import colophon.tlog.Checkpoint;
import colophon.tlog.LogEntry;
import colophon.tlog.MerkleTree;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import colophon.tlog.SignedNote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LogStoreTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-13T12:00:00Z"));

  @TempDir Path folder;
  private TestDatabase database;
  private TransactionTemplate transaction;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyEntryIsProvenAgainstTheTreeThatTheReferenceBuilds() throws Exception {
    var signer = signer(KeyFolder.open(folder));
    var log = LogStore.open(database.jdbc(), signer, CLOCK);
    var leaves = new ArrayList<Digest>();
    for (int i = 0; i < 37; i++) {
      var entry = entry(i);
      leaves.add(entry.leafHash());
      assertThat(append(log, entry)).isEqualTo(i);
      if (i % 5 == 0) {
        transaction.execute(status -> log.checkpoint());
      }
    }
    transaction.execute(status -> log.checkpoint());
    for (int i = 0; i < 37; i++) {
      var proof = log.proof(i);
      var checkpoint = Checkpoint.parse(proof.checkpoint().text());
      assertThat(checkpoint.root())
          .isEqualTo(MerkleTree.over(leaves.subList(0, (int) checkpoint.size())).root());
      assertThat(proof.inclusion(checkpoint.size()).proves(leaves.get(i), checkpoint.root()))
          .isTrue();
      assertThat(proof.checkpoint().check(signer.key())).isEqualTo(SignedNote.Answer.SIGNED);
    }
  }

  @Test
  void twoAtOnceNeverTakeOneIndex() throws Exception {
    var log = LogStore.open(database.jdbc(), signer(KeyFolder.open(folder)), CLOCK);
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 40; i++) {
        int number = i;
        threads.submit(() -> append(log, entry(number)));
      }
    }
    assertThat(log.size()).isEqualTo(40);
    assertThat(database.jdbc().sql("select count(*) from log_entry").query(Integer.class).single())
        .isEqualTo(40);
  }

  @Test
  void anAppendThatIsRolledBackLeavesNoTrace() throws Exception {
    var log = LogStore.open(database.jdbc(), signer(KeyFolder.open(folder)), CLOCK);
    transaction.executeWithoutResult(status -> {
      log.append(entry(1));
      status.setRollbackOnly();
    });
    assertThat(log.size()).isZero();
    assertThat(append(log, entry(2))).isZero();
  }

  @Test
  void refusesAnotherKeyThanTheLogWasBegunWith() throws Exception {
    LogStore.open(database.jdbc(), signer(KeyFolder.open(folder.resolve("first"))), CLOCK);
    var other = signer(KeyFolder.open(folder.resolve("second")));
    assertThatThrownBy(() -> LogStore.open(database.jdbc(), other, CLOCK))
        .isInstanceOf(KeysUnusableException.class)
        .hasMessageContaining("restore the right keys folder");
  }

  @Test
  void findsItsKeysAgainAndSaysWhenTheyAreDamaged() throws Exception {
    KeyFolder made = KeyFolder.open(folder);
    KeyFolder found = KeyFolder.open(folder);
    assertThat(made.madeNow()).isTrue();
    assertThat(found.madeNow()).isFalse();
    assertThat(found.log().getPublic()).isEqualTo(made.log().getPublic());
    java.nio.file.Files.writeString(folder.resolve("log.key"), "no key");
    assertThatThrownBy(() -> KeyFolder.open(folder))
        .isInstanceOf(KeysUnusableException.class)
        .hasMessageContaining("Restore the folder");
  }

  private long append(LogStore log, LogEntry entry) {
    return transaction.execute(status -> log.append(entry));
  }

  private static LogEntry entry(int number) {
    return new LogEntry(("entry " + number).getBytes(StandardCharsets.UTF_8));
  }

  private static NoteSigner signer(KeyFolder keys) {
    return new NoteSigner(
        NoteKey.ofLog("wire.example/log", keys.log().getPublic()), keys.log().getPrivate());
  }
}
