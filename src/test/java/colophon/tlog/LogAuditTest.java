package colophon.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogAuditTest {

  private static final int SIZE = 1_000;

  private final List<LogEntry> entries = new ArrayList<>();
  private final Map<List<Long>, Digest> nodes = new HashMap<>();
  private final Map<String, Checkpoint> checkpoints = new HashMap<>();

  LogAuditTest() {
    for (int i = 0; i < SIZE; i++) {
      entries.add(new LogEntry(Trees.entry(i)));
    }
    nodes.putAll(nodesOf(entries));
    checkpoints.put("the auditor's checkpoint", checkpoint(entries, 777));
  }

  @Test
  void aLogAsItWasKeptHasNoFault() {
    assertThat(audit()).isEmpty();
  }

  @Test
  void everyChangedEntryIsNamed() {
    for (int index = 0; index < SIZE; index += 37) {
      LogEntry kept = entries.set(index, new LogEntry(Trees.entry(SIZE + index)));
      assertThat(audit())
          .hasValueSatisfying(fault ->
              assertThat(fault.sentence()).contains("does not have the leaf hash that was kept"));
      assertThat(audit().orElseThrow().index()).isEqualTo(index);
      entries.set(index, kept);
    }
  }

  @Test
  void aChangedNodeIsNamedByLevelAndIndex() {
    var random = new Random(7);
    var places = new ArrayList<>(nodes.keySet());
    for (int i = 0; i < 50; i++) {
      List<Long> place = places.get(random.nextInt(places.size()));
      Digest kept = nodes.put(place, Digest.of(new byte[] {1}));
      assertThat(audit())
          .hasValueSatisfying(fault -> {
            if (place.getFirst() > 0) {
              assertThat(fault.sentence())
                  .contains("level " + place.getFirst() + ", index " + place.getLast());
            }
          });
      nodes.put(place, kept);
    }
  }

  @Test
  void aLogWrittenAnewWithAllItsHashesIsCaughtByOneOldCheckpoint() {
    var random = new Random(11);
    for (int i = 0; i < 20; i++) {
      int changed = random.nextInt(777);
      var forged = new ArrayList<>(entries);
      forged.set(changed, new LogEntry(Trees.entry(SIZE + i)));
      entries.clear();
      entries.addAll(forged);
      nodes.clear();
      nodes.putAll(nodesOf(entries));
      assertThat(audit())
          .hasValueSatisfying(fault ->
              assertThat(fault.sentence())
                  .isEqualTo(
                      "The first 777 entries do not have the root that the auditor's checkpoint"
                          + " states: one of them was changed, or the log was written anew."));
    }
  }

  @Test
  void aLogThatWasCutShortIsCaughtByACheckpointOfMore() {
    entries.subList(776, SIZE).clear();
    nodes.clear();
    nodes.putAll(nodesOf(entries));
    assertThat(audit())
        .hasValueSatisfying(fault ->
            assertThat(fault.sentence())
                .isEqualTo(
                    "The log has 776 entries, and the auditor's checkpoint speaks of 777: entries were"
                        + " removed."));
  }

  @Test
  void twoEntriesThatChangedPlacesAreNamed() {
    LogEntry first = entries.get(400);
    entries.set(400, entries.get(401));
    entries.set(401, first);
    assertThat(audit().orElseThrow().index()).isEqualTo(400);
  }

  private Optional<LogAudit.Fault> audit() {
    var audit =
        LogAudit.begin(
            (level, index) -> Optional.ofNullable(nodes.get(List.of((long) level, index))),
            checkpoints);
    entries.forEach(audit::next);
    return audit.end();
  }

  private static Map<List<Long>, Digest> nodesOf(List<LogEntry> entries) {
    var nodes = new HashMap<List<Long>, Digest>();
    MerkleTree tree = MerkleTree.EMPTY;
    for (LogEntry entry : entries) {
      for (TreeNode node : tree.completedBy(entry.leafHash())) {
        nodes.put(List.of((long) node.level(), node.index()), node.hash());
      }
      tree = tree.append(entry.leafHash());
    }
    return nodes;
  }

  private static Checkpoint checkpoint(List<LogEntry> entries, int size) {
    return Checkpoint.of(
        "samples.example/log",
        MerkleTree.over(entries.subList(0, size).stream().map(LogEntry::leafHash).toList()));
  }
}
