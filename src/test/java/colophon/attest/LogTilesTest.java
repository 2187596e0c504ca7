package colophon.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.database.TestDatabase;
import colophon.tlog.Checkpoint;
import colophon.tlog.EntryTile;
import colophon.tlog.InclusionProof;
import colophon.tlog.LogEntry;
import colophon.tlog.MerkleTree;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import colophon.tlog.SignedNote;
import colophon.tlog.Tile;
import colophon.tlog.TiledNodes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LogTilesTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-13T12:00:00Z"));

  @TempDir Path folder;
  private TestDatabase database;
  private TransactionTemplate transaction;
  private LogStore log;
  private final Map<String, byte[]> shelf = new LinkedHashMap<>();

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.fresh();
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
    KeyFolder keys = KeyFolder.open(folder);
    var signer =
        new NoteSigner(
            NoteKey.ofLog("wire.example/log", keys.log().getPublic()), keys.log().getPrivate());
    log = LogStore.open(database.jdbc(), signer, CLOCK);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aLogWithoutACheckpointShowsNothing() {
    append(3);
    assertThat(show()).isEmpty();
  }

  @Test
  void whoeverReadsTheFilesAloneProvesEveryEntry() throws Exception {
    append(1);
    checkpoint();
    show();
    append(299);
    checkpoint();
    show();
    var checkpoint = Checkpoint.parse(SignedNote.parse(shelf.get("checkpoint")).text());
    assertThat(checkpoint.size()).isEqualTo(300);
    List<LogEntry> entries = new ArrayList<>();
    for (Tile tile : Tile.of(300)) {
      if (tile.holdsEntries()) {
        entries.addAll(EntryTile.parse(tile, shelf.get(tile.path())));
      }
    }
    var nodes = TiledNodes.over(300, tile -> shelf.get(tile.path()));
    for (int index = 0; index < 300; index++) {
      assertThat(
              InclusionProof.of(index, 300, nodes)
                  .proves(entries.get(index).leafHash(), checkpoint.root()))
          .as("entry " + index)
          .isTrue();
    }
  }

  @Test
  void theCheckpointIsWrittenAfterAllItsTilesAndOnlyWhatIsNewIsWritten() {
    append(300);
    checkpoint();
    assertThat(show().getLast()).isEqualTo("checkpoint");
    assertThat(show()).isEmpty();
    append(1);
    checkpoint();
    assertThat(show()).containsExactly("tile/entries/001.p/45", "tile/0/001.p/45", "checkpoint");
  }

  @Test
  void aFolderWrittenAtOnceIsTheSameAsOneThatGrewWithTheLog() {
    for (int i = 0; i < 9; i++) {
      append(37);
      checkpoint();
      show();
    }
    var grown = new TreeMap<>(shelf);
    shelf.clear();
    show();
    assertThat(shelf.keySet()).containsExactlyInAnyOrderElementsOf(grown.keySet());
    assertThat(grown.keySet())
        .contains("tile/0/000", "tile/0/001.p/3", "tile/0/001.p/77")
        .doesNotContain("tile/0/000.p/37");
  }

  @Test
  void aFolderWhoseCheckpointIsDamagedIsWrittenWhole() {
    append(5);
    checkpoint();
    show();
    shelf.put("checkpoint", "torn".getBytes(StandardCharsets.UTF_8));
    assertThat(show()).containsExactly("tile/entries/000.p/5", "tile/0/000.p/5", "checkpoint");
  }

  @Test
  void anInspectionOfAnUntouchedLogFindsNoFault() {
    append(300);
    checkpoint();
    var result = new LogInspection(log).inspect(Map.of());
    assertThat(result.fault()).isEmpty();
    assertThat(result.entries()).isEqualTo(300);
    assertThat(result.checkpoints()).isEqualTo(1);
  }

  @Test
  void anInspectionNamesWhatWasDoneToTheDatabase() {
    append(40);
    checkpoint();
    assertFault(
        "update log_entry set body = 'forged' where index = 17",
        "Entry 17 does not have the leaf hash that was kept: the entry or its hash was changed.");
    assertFault(
        "update log_node set hash = decode(repeat('00', 32), 'hex') where level = 3 and index = 2",
        "The kept hash of level 3, index 2 is not that of its entries, first seen at entry 23.");
    assertFault(
        "delete from log_node where level = 0 and index = 5", "Entry 5 has no kept leaf hash.");
    assertFault(
        "update log_head set size = 41",
        "The log says that it has 41 entries, and entry 40 is the first that is missing.");
    assertFault(
        "delete from log_entry where index = 39; delete from log_node where index = 39",
        "The log has 39 entries, and the kept checkpoint of 40 entries speaks of 40: entries were"
            + " removed.");
    assertFault(
        "update log_checkpoint set note = replace(note, 'wire.example/log', 'wire.example/lag')",
        "The kept checkpoint of 40 entries is not signed by this log's key.");
    assertFault(
        "update log_checkpoint set cosigned = 'torn'",
        "The cosigned checkpoint of 40 entries cannot be read: expected a text, an empty line and"
            + " signature lines, each ending in a newline and without control characters.");
    assertFault(
        "update log_checkpoint set size = 30", "The kept checkpoint of 30 entries speaks of 40.");
    assertFault(
        "delete from log_entry where index = 17",
        "The log says that it has 40 entries, and entry 17 is the first that is missing.");
    assertFault(
        "insert into log_entry (epoch, index, body) values (1, 40, 'more')",
        "Entry 40 stands behind the end of the log, and no checkpoint can cover it.");
    assertFault(
        "update log_head set size = 39",
        "The log has 39 entries, and the kept checkpoint of 40 entries speaks of 40: entries were"
            + " removed.");
  }

  @Test
  void aCheckpointKeptElsewhereCatchesALogThatWasWrittenAnew() {
    append(10);
    SignedNote kept = transaction.execute(status -> log.checkpoint());
    database
        .jdbc()
        .sql(
            "truncate log_entry, log_node, log_checkpoint cascade;"
                + " update log_head set size = 0")
        .update();
    for (int i = 0; i < 12; i++) {
      LogEntry entry = new LogEntry(("another " + i).getBytes(StandardCharsets.UTF_8));
      transaction.execute(status -> log.append(entry));
    }
    checkpoint();
    var inspection = new LogInspection(log);
    assertThat(inspection.inspect(Map.of()).fault()).isEmpty();
    assertThat(inspection.inspect(Map.of("the checkpoint of the auditor", kept)).fault())
        .hasValueSatisfying(fault ->
            assertThat(fault.sentence())
                .isEqualTo(
                    "The first 10 entries do not have the root that the checkpoint of the auditor"
                        + " states: one of them was changed, or the log was written anew."));
  }

  @Test
  void aDatabaseThatIsNoContinuationOfTheKeptCheckpointIsRefused() throws Exception {
    append(10);
    checkpoint();
    var kept = new KeptCheckpoint(folder.resolve("log.checkpoint"));
    assertThat(kept.compare(log)).isEmpty();
    kept.keep(log);
    append(5);
    assertThat(kept.compare(log)).map(Checkpoint::size).hasValue(10L);
    transaction.executeWithoutResult(status -> {
      database.jdbc().sql("update log_head set size = 9").update();
      assertThatThrownBy(() -> kept.compare(log))
          .isInstanceOf(LogRefusedException.class)
          .hasMessageContaining("has 9 entries")
          .hasMessageContaining("speaks of 10")
          .hasMessageContaining("Restore a newer backup");
      status.setRollbackOnly();
    });
    transaction.executeWithoutResult(status -> {
      database
          .jdbc()
          .sql(
              "update log_node set hash = decode(repeat('00', 32), 'hex')"
                  + " where level = 3 and index = 0")
          .update();
      assertThatThrownBy(() -> kept.compare(log))
          .isInstanceOf(LogRefusedException.class)
          .hasMessageContaining("does not begin with the 10 entries");
      status.setRollbackOnly();
    });
  }

  @Test
  void aKeptCheckpointThatIsDamagedOrAnotherLogsIsRefused() throws Exception {
    append(1);
    Path file = folder.resolve("log.checkpoint");
    var kept = new KeptCheckpoint(file);
    Files.writeString(file, "torn");
    assertThatThrownBy(() -> kept.compare(log))
        .isInstanceOf(LogRefusedException.class)
        .hasMessageContaining("cannot be read");
    KeyFolder others = KeyFolder.open(folder.resolve("others"));
    var signer =
        new NoteSigner(
            NoteKey.ofLog("wire.example/log", others.log().getPublic()), others.log().getPrivate());
    Files.writeString(
        file, Checkpoint.of("wire.example/log", MerkleTree.EMPTY).sign(signer).format());
    assertThatThrownBy(() -> kept.compare(log))
        .isInstanceOf(LogRefusedException.class)
        .hasMessageContaining("not one of this newsroom's log");
  }

  @Test
  void anOlderCheckpointNeverTakesThePlaceOfANewerOne() throws Exception {
    append(3);
    checkpoint();
    var kept = new KeptCheckpoint(folder.resolve("log.checkpoint"));
    kept.keep(log);
    SignedNote three = log.latestCheckpoint().orElseThrow();
    append(4);
    checkpoint();
    kept.keep(log);
    database.jdbc().sql("delete from log_checkpoint where size = 7").update();
    assertThat(log.latestCheckpoint()).map(SignedNote::format).hasValue(three.format());
    kept.keep(log);
    assertThat(kept.compare(log)).map(Checkpoint::size).hasValue(7L);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .contains("log.checkpoint")
          .noneMatch(name -> name.contains("unfinished"));
    }
  }

  @Test
  void aDatabaseWithoutALogDoesNotContinueAKeptCheckpoint() throws Exception {
    append(2);
    checkpoint();
    var kept = new KeptCheckpoint(folder.resolve("log.checkpoint"));
    kept.keep(log);
    try (var empty = TestDatabase.fresh()) {
      assertThatThrownBy(() -> kept.compare(LogStore.toRead(empty.jdbc(), CLOCK)))
          .isInstanceOf(LogRefusedException.class)
          .hasMessageContaining("holds no log")
          .hasMessageContaining("speaks of 2 entries");
    }
    database.jdbc().sql("delete from log_node where level = 1").update();
    assertThatThrownBy(() -> kept.compare(log))
        .isInstanceOf(LogRefusedException.class)
        .hasMessageContaining("does not begin with the 2 entries");
  }

  /** Does something to the database, inspects, and takes it back. */
  private void assertFault(String sql, String sentence) {
    transaction.executeWithoutResult(status -> {
      database.jdbc().sql("set constraints all deferred").update();
      database.jdbc().sql(sql).update();
      assertThat(new LogInspection(log).inspect(Map.of()).fault())
          .hasValueSatisfying(fault -> assertThat(fault.sentence()).isEqualTo(sentence));
      status.setRollbackOnly();
    });
  }

  private List<String> show() {
    var written = new ArrayList<String>();
    new LogTiles(log)
        .write(
            Optional.ofNullable(shelf.get("checkpoint")),
            new LogTiles.Shelf<RuntimeException>() {
              @Override
              public void put(String path, byte[] bytes) {
                shelf.put(path, bytes);
                written.add(path);
              }

              @Override
              public void drop(String path) {
                shelf.keySet().removeIf(other -> other.startsWith(path + "/"));
              }
            });
    return written;
  }

  private void append(int entries) {
    transaction.executeWithoutResult(status -> {
      for (int i = 0; i < entries; i++) {
        log.append(new LogEntry(("entry " + log.size()).getBytes(StandardCharsets.UTF_8)));
      }
    });
  }

  private void checkpoint() {
    transaction.executeWithoutResult(status -> log.checkpoint());
  }
}
