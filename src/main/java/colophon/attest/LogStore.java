package colophon.attest;

import colophon.kernel.Digest;
import colophon.tlog.Checkpoint;
import colophon.tlog.InclusionProof;
import colophon.tlog.LogEntry;
import colophon.tlog.LogFormatException;
import colophon.tlog.MerkleTree;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import colophon.tlog.SignedNote;
import colophon.tlog.TlogProof;
import colophon.tlog.TreeNode;
import colophon.tlog.TreeNodes;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The transparency log in the database. Appending and signing lock the one head row, so that there
 * is never a second tree of one size.
 */
public final class LogStore {

  private final JdbcClient jdbc;
  private final @Nullable NoteSigner signer;
  private final int epoch;
  private final InstantSource clock;

  private LogStore(JdbcClient jdbc, @Nullable NoteSigner signer, int epoch, InstantSource clock) {
    this.jdbc = jdbc;
    this.signer = signer;
    this.epoch = epoch;
    this.clock = clock;
  }

  /** The name of the log that this database holds; nothing where none was begun. */
  public static Optional<String> begunOrigin(JdbcClient jdbc) {
    return jdbc.sql("select origin from log_identity where epoch = 1")
        .query(String.class)
        .optional();
  }

  /**
   * Opens the newsroom's log, and begins it where there is none.
   *
   * @param signer the log's key; its name is the log's origin
   * @throws KeysUnusableException where the log was begun with another key
   */
  public static LogStore open(JdbcClient jdbc, NoteSigner signer, InstantSource clock)
      throws KeysUnusableException {
    String key = signer.key().format();
    jdbc.sql(
            """
            insert into log_identity (epoch, origin, log_key, opened_at)
            values (1, :origin, :key, :now) on conflict do nothing
            """)
        .param("origin", signer.key().name())
        .param("key", key)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("insert into log_head (epoch, size) values (1, 0) on conflict do nothing").update();
    String kept =
        jdbc.sql("select log_key from log_identity where epoch = 1").query(String.class).single();
    if (!kept.equals(key)) {
      throw new KeysUnusableException(
          "The log of this database belongs to another key ("
              + kept
              + ") than the one in the keys folder ("
              + key
              + "). Nothing can be published with this key; restore the right keys folder.");
    }
    return new LogStore(jdbc, signer, 1, clock);
  }

  /** The newsroom's log without its key: proofs can be read, nothing can be signed. */
  static LogStore withoutKey(JdbcClient jdbc, InstantSource clock) {
    return new LogStore(jdbc, null, 1, clock);
  }

  /** The log's lasting name. */
  public String origin() {
    return signer().key().name();
  }

  /** The key that checks its checkpoints. */
  java.security.PublicKey publicKey() {
    return signer().key().publicKey();
  }

  private NoteSigner signer() {
    if (signer == null) {
      throw new IllegalStateException("a log without its key was asked to sign");
    }
    return signer;
  }

  int epoch() {
    return epoch;
  }

  /** Keeps all others from appending until the caller's transaction ends; the number of entries. */
  long lockHead() {
    return jdbc.sql("select size from log_head where epoch = :epoch for update")
        .param("epoch", epoch)
        .query(Long.class)
        .single();
  }

  /** Appends an entry, inside the caller's transaction, and gives its index. */
  long append(LogEntry entry) {
    long size = lockHead();
    jdbc.sql("insert into log_entry (epoch, index, body) values (:epoch, :index, :body)")
        .param("epoch", epoch)
        .param("index", size)
        .param("body", entry.bytes())
        .update();
    MerkleTree tree = MerkleTree.of(size, nodes());
    for (TreeNode node : tree.completedBy(entry.leafHash())) {
      jdbc.sql(
              "insert into log_node (epoch, level, index, hash)"
                  + " values (:epoch, :level, :index, :hash)")
          .param("epoch", epoch)
          .param("level", node.level())
          .param("index", node.index())
          .param("hash", node.hash().raw())
          .update();
    }
    jdbc.sql("update log_head set size = :size where epoch = :epoch")
        .param("size", size + 1)
        .param("epoch", epoch)
        .update();
    return size;
  }

  /** Signs the tree as it stands, inside the caller's transaction, where it has grown. */
  SignedNote checkpoint() {
    long size = lockHead();
    var kept =
        jdbc.sql("select note from log_checkpoint where epoch = :epoch and size = :size")
            .param("epoch", epoch)
            .param("size", size)
            .query(String.class)
            .optional();
    if (kept.isPresent()) {
      return note(kept.get());
    }
    SignedNote note = Checkpoint.of(origin(), MerkleTree.of(size, nodes())).sign(signer());
    jdbc.sql(
            """
            insert into log_checkpoint (epoch, size, note, signed_at)
            values (:epoch, :size, :note, :now)
            """)
        .param("epoch", epoch)
        .param("size", size)
        .param("note", note.format())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return note;
  }

  /**
   * The proof that an entry is in the log, against the smallest signed checkpoint that covers it:
   * the same whenever it is asked for.
   */
  TlogProof proof(long index) {
    String note =
        jdbc.sql(
                "select note from log_checkpoint where epoch = :epoch and size > :index"
                    + " order by size limit 1")
            .param("epoch", epoch)
            .param("index", index)
            .query(String.class)
            .single();
    SignedNote signed = note(note);
    return TlogProof.of(InclusionProof.of(index, sizeOf(signed), nodes()), signed);
  }

  /** The number of entries. */
  public long size() {
    return jdbc.sql("select size from log_head where epoch = :epoch")
        .param("epoch", epoch)
        .query(Long.class)
        .single();
  }

  /** The newest signed checkpoint; nothing where none was signed yet. */
  public Optional<SignedNote> latestCheckpoint() {
    return jdbc.sql(
            "select note from log_checkpoint where epoch = :epoch order by size desc limit 1")
        .param("epoch", epoch)
        .query(String.class)
        .optional()
        .map(LogStore::note);
  }

  /** The entries from one index to before another. */
  List<LogEntry> entries(long from, long to) {
    return jdbc.sql(
            "select body from log_entry where epoch = :epoch and index >= :from and index < :to"
                + " order by index")
        .param("epoch", epoch)
        .param("from", from)
        .param("to", to)
        .query((row, n) -> new LogEntry(row.getBytes("body")))
        .list();
  }

  /** One entry. */
  LogEntry entry(long index) {
    return entries(index, index + 1).getFirst();
  }

  /** When the log was begun. */
  Instant begunAt() {
    return jdbc.sql("select opened_at from log_identity where epoch = :epoch")
        .param("epoch", epoch)
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  /** The key that checks its checkpoints, by the log's name. */
  NoteKey noteKey() {
    return signer().key();
  }

  /** The root over the first {@code size} entries, from the kept nodes. */
  Digest root(long size) {
    return MerkleTree.of(size, nodes()).root();
  }

  /** Every signed checkpoint by the size of its tree. */
  SortedMap<Long, SignedNote> checkpoints() {
    var notes = new TreeMap<Long, SignedNote>();
    jdbc.sql("select size, note from log_checkpoint where epoch = :epoch")
        .param("epoch", epoch)
        .query((row, n) -> notes.put(row.getLong("size"), note(row.getString("note"))))
        .list();
    return notes;
  }

  /** The hashes of one level of the tree, from one index to before another, in order. */
  List<Digest> hashes(int level, long from, long to) {
    return List.copyOf(hashesByIndex(level, from, to).values());
  }

  /** The same by their index, in order. */
  SortedMap<Long, Digest> hashesByIndex(int level, long from, long to) {
    var hashes = new TreeMap<Long, Digest>();
    jdbc.sql(
            "select index, hash from log_node where epoch = :epoch and level = :level"
                + " and index >= :from and index < :to")
        .param("epoch", epoch)
        .param("level", level)
        .param("from", from)
        .param("to", to)
        .query((row, n) -> hashes.put(row.getLong("index"), Digest.ofRaw(row.getBytes("hash"))))
        .list();
    return hashes;
  }

  private TreeNodes nodes() {
    return (level, index) ->
        Digest.ofRaw(
            jdbc.sql(
                    "select hash from log_node"
                        + " where epoch = :epoch and level = :level and index = :index")
                .param("epoch", epoch)
                .param("level", level)
                .param("index", index)
                .query(byte[].class)
                .single());
  }

  private static SignedNote note(String text) {
    try {
      return SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (LogFormatException e) {
      throw new IllegalStateException("a kept checkpoint is damaged: " + e.getMessage(), e);
    }
  }

  private static long sizeOf(SignedNote note) {
    try {
      return Checkpoint.parse(note.text()).size();
    } catch (LogFormatException e) {
      throw new IllegalStateException("a kept checkpoint is damaged: " + e.getMessage(), e);
    }
  }
}
