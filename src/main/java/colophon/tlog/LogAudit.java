package colophon.tlog;

import colophon.kernel.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Computes a log again from its entries, in order, and compares every hash and every checkpoint
 * with what somebody kept. It holds the right edge of the tree and the checkpoints to come, so a
 * log of a million leaves is audited in the memory of a small one.
 *
 * <p>Feed it every entry with {@link #next}, then ask {@link #end}. What it names is the first
 * thing that is wrong: after that nothing else is worth comparing.
 */
public final class LogAudit {

  /** What the first thing that is wrong is, in words. */
  public record Fault(long index, String sentence) {}

  /** The nodes that were kept beside the entries; the answer to a node that is missing is empty. */
  @FunctionalInterface
  public interface KeptNodes {
    Optional<Digest> at(int level, long index);
  }

  private final KeptNodes kept;
  private final SortedMap<Long, Map<String, Checkpoint>> checkpoints = new TreeMap<>();
  private MerkleTree tree = MerkleTree.EMPTY;
  private Optional<Fault> fault = Optional.empty();

  private LogAudit(KeptNodes kept) {
    this.kept = kept;
  }

  /**
   * Begins an audit.
   *
   * @param kept the nodes that were kept; only completed subtrees are asked for
   * @param checkpoints by the words that say where each was kept; their signatures are the caller's
   *     to check
   */
  public static LogAudit begin(KeptNodes kept, Map<String, Checkpoint> checkpoints) {
    var audit = new LogAudit(kept);
    checkpoints.forEach((where, checkpoint) -> audit.put(where, checkpoint));
    audit.compareCheckpoints();
    return audit;
  }

  /**
   * One more checkpoint to compare with, of at least as many entries as were taken so far: a log of
   * many checkpoints hands them in as it goes.
   *
   * @param where the words that say where it was kept
   */
  public void expect(String where, Checkpoint checkpoint) {
    if (checkpoint.size() < tree.size()) {
      throw new IllegalStateException("a checkpoint was handed in after its entries");
    }
    put(where, checkpoint);
    if (checkpoint.size() == tree.size()) {
      compareCheckpoints();
    }
  }

  private void put(String where, Checkpoint checkpoint) {
    checkpoints.computeIfAbsent(checkpoint.size(), size -> new HashMap<>()).put(where, checkpoint);
  }

  /** Takes the next entry. */
  public void next(LogEntry entry) {
    if (fault.isPresent()) {
      return;
    }
    long index = tree.size();
    Digest leaf = entry.leafHash();
    List<TreeNode> completed = tree.completedBy(leaf);
    for (TreeNode node : completed) {
      Optional<Digest> found = kept.at(node.level(), node.index());
      if (found.isEmpty() || !found.get().equals(node.hash())) {
        fault =
            Optional.of(
                new Fault(
                    index,
                    node.level() == 0
                        ? "Entry "
                            + index
                            + (found.isEmpty()
                                ? " has no kept leaf hash."
                                : " does not have the leaf hash that was kept: the entry or its"
                                    + " hash was changed.")
                        : "The kept hash of level "
                            + node.level()
                            + ", index "
                            + node.index()
                            + (found.isEmpty() ? " is missing" : " is not that of its entries")
                            + ", first seen at entry "
                            + index
                            + "."));
        return;
      }
    }
    tree = tree.with(completed);
    compareCheckpoints();
  }

  /** The first fault so far. */
  public Optional<Fault> fault() {
    return fault;
  }

  /** The first fault of the whole log, after its last entry; none where all is as it was kept. */
  public Optional<Fault> end() {
    var beyond = checkpoints.tailMap(tree.size() + 1);
    if (fault.isEmpty() && !beyond.isEmpty()) {
      var first = beyond.firstEntry();
      fault =
          Optional.of(
              new Fault(
                  tree.size(),
                  "The log has "
                      + tree.size()
                      + (tree.size() == 1 ? " entry, and " : " entries, and ")
                      + new TreeMap<>(first.getValue()).firstKey()
                      + " speaks of "
                      + first.getKey()
                      + ": entries were removed."));
    }
    return fault;
  }

  /** The tree over all entries that were found in order. */
  public MerkleTree tree() {
    return tree;
  }

  private void compareCheckpoints() {
    Map<String, Checkpoint> here = checkpoints.remove(tree.size());
    if (here == null) {
      return;
    }
    Digest root = tree.root();
    for (var checkpoint : new TreeMap<>(here).entrySet()) {
      if (!checkpoint.getValue().root().equals(root) && fault.isEmpty()) {
        fault =
            Optional.of(
                new Fault(
                    Math.max(0, tree.size() - 1),
                    "The first "
                        + tree.size()
                        + " entries do not have the root that "
                        + checkpoint.getKey()
                        + " states: one of them was changed, or the log was written anew."));
      }
    }
  }
}
