package colophon.attest;

import colophon.kernel.Digest;
import colophon.tlog.LogEntry;
import colophon.tlog.MerkleTree;
import colophon.tlog.SignedNote;
import colophon.tlog.TreeNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does to a log in the database what somebody with write access can do, has it inspected by a
 * verifier that holds one old checkpoint, and takes it back.
 */
final class LogTampering {

  /** What is done to the log at one of its leaves. */
  enum Kind {
    ALTER,
    DELETE,
    REORDER,
    TRUNCATE,
    FORK
  }

  /** How far the one who tampers goes. */
  enum Depth {
    /** The entries alone. */
    ENTRIES,
    /** Entries and every hash over them, and no checkpoint is left that says otherwise. */
    EVERYTHING
  }

  /** What the verifier said. */
  record Verdict(boolean noticed, boolean named, String sentence) {}

  static final String KEPT = "the checkpoint that the auditor kept";

  private final LogStore log;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SignedNote kept;
  private final long keptSize;
  private final List<LogEntry> entries;

  LogTampering(
      LogStore log,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      SignedNote kept,
      long keptSize) {
    this.log = log;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.kept = kept;
    this.keptSize = keptSize;
    this.entries = log.entries(0, log.size());
  }

  /** Tampers at a leaf, has it inspected, and puts everything back. */
  Verdict at(int index, Kind kind, Depth depth) {
    return transaction.execute(status -> {
      status.setRollbackOnly();
      if (depth == Depth.ENTRIES) {
        tamperWithEntries(index, kind);
      } else {
        rewrite(forged(index, kind));
      }
      var fault = new LogInspection(log).inspect(Map.of(KEPT, kept)).fault();
      return new Verdict(
          fault.isPresent(),
          fault
              .filter(found -> named(index, kind, depth, found.index(), found.sentence()))
              .isPresent(),
          fault.map(found -> found.sentence()).orElse("nothing was noticed"));
    });
  }

  /** Whether the first bad index is named, or the size that cannot be. */
  private boolean named(int index, Kind kind, Depth depth, long found, String sentence) {
    if (kind == Kind.TRUNCATE) {
      return found == index
          && sentence.startsWith("The log has " + index + (index == 1 ? " entry" : " entries"))
          && sentence.contains("speaks of " + keptSize);
    }
    if (depth == Depth.ENTRIES) {
      return found == index
          && (sentence.contains("entry " + index + " ")
              || sentence.contains("Entry " + index + " "));
    }
    return sentence.startsWith(
        "The first " + keptSize + " entries do not have the root that " + KEPT);
  }

  private void tamperWithEntries(int index, Kind kind) {
    String sql =
        switch (kind) {
          case ALTER -> "update log_entry set body = body || 'x' where index = :index";
          case DELETE -> "delete from log_entry where index = :index";
          case REORDER ->
              """
              update log_entry e set body = o.body from log_entry o
              where (e.index = :index and o.index = :index + 1)
                 or (e.index = :index + 1 and o.index = :index)
              """;
          case TRUNCATE -> "delete from log_entry where index >= :index";
          case FORK -> "update log_entry set body = body || 'fork' where index >= :index";
        };
    jdbc.sql(sql).param("index", index).update();
  }

  private List<LogEntry> forged(int index, Kind kind) {
    var forged = new ArrayList<>(entries);
    switch (kind) {
      case ALTER -> forged.set(index, entry("altered " + index));
      case DELETE -> forged.remove(index);
      case REORDER -> Collections.swap(forged, index, index + 1);
      case TRUNCATE -> forged.subList(index, forged.size()).clear();
      case FORK -> {
        forged.subList(index, forged.size()).clear();
        for (int i = index; i <= entries.size(); i++) {
          forged.add(entry("fork " + i));
        }
      }
    }
    return forged;
  }

  /** Writes the whole log anew, as consistent in itself as the real one. */
  private void rewrite(List<LogEntry> forged) {
    jdbc.sql("delete from log_entry; delete from log_node; delete from log_checkpoint").update();
    var nodes = new ArrayList<TreeNode>();
    MerkleTree tree = MerkleTree.EMPTY;
    for (LogEntry entry : forged) {
      Digest leaf = entry.leafHash();
      nodes.addAll(tree.completedBy(leaf));
      tree = tree.append(leaf);
    }
    if (!nodes.isEmpty()) {
      insert(nodes);
    }
    jdbc.sql(
            """
            insert into log_entry (epoch, index, body)
            select 1, e.place - 1, e.body
            from unnest(cast(:bodies as bytea[])) with ordinality as e (body, place)
            """)
        .param("bodies", forged.stream().map(LogEntry::bytes).toArray(byte[][]::new))
        .update();
    jdbc.sql("update log_head set size = :size").param("size", forged.size()).update();
  }

  private void insert(List<TreeNode> nodes) {
    jdbc.sql(
            """
            insert into log_node (epoch, level, index, hash)
            select :epoch, n.level, n.index, n.hash
            from unnest(cast(:levels as int[]), cast(:indexes as bigint[]),
                        cast(:hashes as bytea[])) as n (level, index, hash)
            """)
        .param("epoch", 1)
        .param("levels", nodes.stream().mapToInt(TreeNode::level).toArray())
        .param("indexes", nodes.stream().mapToLong(TreeNode::index).toArray())
        .param("hashes", nodes.stream().map(node -> node.hash().raw()).toArray(byte[][]::new))
        .update();
  }

  static LogEntry entry(String text) {
    return new LogEntry(text.getBytes(StandardCharsets.UTF_8));
  }
}
