package colophon.attest;

import colophon.kernel.Digest;
import colophon.tlog.Checkpoint;
import colophon.tlog.ConsistencyProof;
import colophon.tlog.InclusionProof;
import colophon.tlog.LogEntry;
import colophon.tlog.LogFormatException;
import colophon.tlog.MerkleTree;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import colophon.tlog.SignedNote;
import colophon.tlog.TlogProof;
import colophon.tlog.TreeNode;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The transparency log in the database. Appending locks the one head row, and signing a lock of its
 * own, so that there is never a second tree of one size and never a smaller one after a larger.
 */
public final class LogStore {

  private final JdbcClient jdbc;
  private final @Nullable NoteKey key;
  private final @Nullable NoteSigner signer;
  private final int epoch;
  private final InstantSource clock;
  private final LogNodes nodes;
  private final LogCheckpoints checkpoints;

  private LogStore(
      JdbcClient jdbc,
      @Nullable NoteKey key,
      @Nullable NoteSigner signer,
      int epoch,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.key = key;
    this.signer = signer;
    this.epoch = epoch;
    this.clock = clock;
    this.nodes = new LogNodes(jdbc, epoch);
    this.checkpoints = new LogCheckpoints(jdbc, epoch, clock);
  }

  /** The name of the log that this database holds; nothing where none was begun. */
  public static Optional<String> begunOrigin(JdbcClient jdbc) {
    return newest(jdbc).map(epoch -> epoch.key().name());
  }

  /**
   * Opens the newsroom's log in its newest epoch, and begins it where there is none.
   *
   * @param signer the log's key; its name is the log's origin
   * @throws KeysUnusableException where the epoch was begun with another key
   */
  public static LogStore open(JdbcClient jdbc, NoteSigner signer, InstantSource clock)
      throws KeysUnusableException {
    if (newest(jdbc).isEmpty()) {
      begin(jdbc, LogEpoch.FIRST, signer.key(), clock);
    }
    LogEpoch epoch = newest(jdbc).orElseThrow();
    String kept = epoch.key().format();
    String key = signer.key().format();
    if (!kept.equals(key)) {
      throw new KeysUnusableException(
          "The log of this database belongs to another key ("
              + kept
              + ") than the one in the keys folder ("
              + key
              + "). Nothing can be published with this key; restore the right keys folder.");
    }
    return new LogStore(jdbc, signer.key(), signer, epoch.number(), clock);
  }

  private static Optional<LogEpoch> newest(JdbcClient jdbc) {
    List<LogEpoch> all = LogEpoch.all(jdbc);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /**
   * Two nodes that begin at once begin one epoch: the second's row is not taken, and it finds out
   * whose key is in it.
   */
  private static void begin(JdbcClient jdbc, int epoch, NoteKey key, InstantSource clock) {
    jdbc.sql(
            """
            with identity as (
              insert into log_identity (epoch, origin, log_key, opened_at)
              values (:epoch, :origin, :key, :now) on conflict do nothing returning epoch)
            insert into log_head (epoch, size) select epoch, 0 from identity
            """)
        .param("epoch", epoch)
        .param("origin", key.name())
        .param("key", key.format())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * The log as the database names it, with nothing to sign with. Whether the database names the
   * right key is for whoever holds that key to say.
   */
  public static LogStore toRead(JdbcClient jdbc, InstantSource clock) {
    return newest(jdbc)
        .map(epoch -> toRead(jdbc, epoch, clock))
        .orElse(new LogStore(jdbc, null, null, LogEpoch.FIRST, clock));
  }

  private static LogStore toRead(JdbcClient jdbc, LogEpoch epoch, InstantSource clock) {
    return new LogStore(jdbc, epoch.key(), null, epoch.number(), clock);
  }

  /**
   * Begins a new epoch, where the key of the last one was lost or compromised: an empty log under
   * another name and another key. The logs before it stay as they are and are never written again.
   *
   * @param signer the new log's key; its name is the new log's origin
   * @throws LogRefusedException where a log was begun under that name or with that key before, or
   *     none was begun at all
   */
  public static LogStore beginEpoch(JdbcClient jdbc, NoteSigner signer, InstantSource clock)
      throws LogRefusedException {
    List<LogEpoch> all = LogEpoch.all(jdbc);
    if (all.isEmpty()) {
      throw new LogRefusedException(
          "This newsroom has published nothing yet: its first log needs no new epoch.");
    }
    for (LogEpoch before : all) {
      if (before.key().name().equals(signer.key().name())
          || before.key().publicKey().equals(signer.key().publicKey())) {
        throw new LogRefusedException(
            "The log of epoch "
                + before.number()
                + " has this name or this key already ("
                + before.key().format()
                + "). A new epoch wants another name and another key.");
      }
    }
    int next = all.getLast().number() + 1;
    begin(jdbc, next, signer.key(), clock);
    return new LogStore(jdbc, signer.key(), signer, next, clock);
  }

  /** The log of an epoch, to read; this one where it is its own. */
  LogStore inEpoch(int number) {
    return number == epoch
        ? this
        : LogEpoch.all(jdbc).stream()
            .filter(each -> each.number() == number)
            .map(each -> toRead(jdbc, each, clock))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("there is no log of epoch " + number));
  }

  /** Every epoch, the oldest first. */
  List<LogEpoch> epochs() {
    return LogEpoch.all(jdbc);
  }

  /** The same log with nothing to sign with. */
  LogStore withoutSigner() {
    return new LogStore(jdbc, key, null, epoch, clock);
  }

  /** Whether the log was begun; without that it has no name and no key. */
  public boolean isBegun() {
    return key != null;
  }

  /** The log's lasting name. */
  public String origin() {
    return key().name();
  }

  /** The key that checks its checkpoints. */
  java.security.PublicKey publicKey() {
    return key().publicKey();
  }

  private NoteKey key() {
    if (key == null) {
      throw new IllegalStateException("a log that was not begun was asked for its name");
    }
    return key;
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
    return append(entry, null);
  }

  /**
   * Appends an entry together with the version that it attests, inside the caller's transaction.
   *
   * @param attestation null where the entry is nobody's
   */
  long append(LogEntry entry, @Nullable LoggedAttestation attestation) {
    long size = lockHead();
    List<TreeNode> completed =
        nodes.compute(kept -> MerkleTree.of(size, kept)).completedBy(entry.leafHash());
    // One statement for all of it, since everybody else waits for this transaction.
    JdbcClient.StatementSpec statement =
        jdbc.sql(
                """
                with entry as (insert into log_entry (epoch, index, body)
                               values (:epoch, :size, :body)),
                """
                    + (attestation == null ? "" : LoggedAttestation.INSERT)
                    + """
                         head as (update log_head set size = :size + 1 where epoch = :epoch)
                    insert into log_node (epoch, level, index, hash)
                    select :epoch, n.level, n.index, n.hash
                    from unnest(cast(:levels as int[]), cast(:indexes as bigint[]),
                                cast(:hashes as bytea[])) as n (level, index, hash)
                    """)
            .param("epoch", epoch)
            .param("size", size)
            .param("body", entry.bytes())
            .param("levels", completed.stream().mapToInt(TreeNode::level).toArray())
            .param("indexes", completed.stream().mapToLong(TreeNode::index).toArray())
            .param(
                "hashes", completed.stream().map(node -> node.hash().raw()).toArray(byte[][]::new));
    (attestation == null ? statement : attestation.with(statement)).update();
    return size;
  }

  /** Signs the tree as it stands, inside the caller's transaction, where it has grown. */
  SignedNote checkpoint() {
    // Not the head's lock: what is committed is never changed, so appending may go on meanwhile.
    // One at a time all the same, so that no smaller tree is signed after a larger one.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('colophon checkpoint', :epoch))")
        .param("epoch", epoch)
        .query((row, n) -> true)
        .list();
    long size = size();
    Optional<SignedNote> known = checkpoints.ofSize(size);
    if (known.isPresent()) {
      return known.get();
    }
    MerkleTree tree = nodes.compute(kept -> MerkleTree.of(size, kept));
    SignedNote note = Checkpoint.of(origin(), tree).sign(signer());
    checkpoints.insert(size, note);
    return note;
  }

  /**
   * The proof that an entry is in the log, against the smallest signed checkpoint that covers it:
   * the same whenever it is asked for.
   */
  TlogProof proof(long index) {
    SignedNote signed = checkpoints.covering(index).orElseThrow();
    long size = sizeOf(signed);
    return TlogProof.of(nodes.compute(kept -> InclusionProof.of(index, size, kept)), signed);
  }

  /** That the tree of one size begins that of another. */
  ConsistencyProof consistency(long from, long to) {
    return nodes.compute(kept -> ConsistencyProof.of(from, to, kept));
  }

  /** The number of entries. */
  public long size() {
    return jdbc.sql("select size from log_head where epoch = :epoch")
        .param("epoch", epoch)
        .query(Long.class)
        .single();
  }

  /** The first entry whose index the head does not count; there never is one. */
  Optional<Long> entryBeyondHead() {
    return jdbc.sql(
            "select index from log_entry where epoch = :epoch and index >="
                + " (select size from log_head where epoch = :epoch) order by index limit 1")
        .param("epoch", epoch)
        .query(Long.class)
        .optional();
  }

  /** The newest signed checkpoint; nothing where none was signed yet. */
  public Optional<SignedNote> latestCheckpoint() {
    return checkpoints.latest();
  }

  /** The signed checkpoints. */
  LogCheckpoints checkpoints() {
    return checkpoints;
  }

  /** The kept hashes. */
  LogNodes nodes() {
    return nodes;
  }

  /** The entries from one index to before another. */
  List<LogEntry> entries(long from, long to) {
    return List.copyOf(entriesByIndex(from, to).values());
  }

  /** One entry. */
  LogEntry entry(long index) {
    return entries(index, index + 1).getFirst();
  }

  /** The same by their index, in order. */
  SortedMap<Long, LogEntry> entriesByIndex(long from, long to) {
    var entries = new TreeMap<Long, LogEntry>();
    jdbc.sql(
            "select index, body from log_entry"
                + " where epoch = :epoch and index >= :from and index < :to order by index")
        .param("epoch", epoch)
        .param("from", from)
        .param("to", to)
        .query((row, n) -> entries.put(row.getLong("index"), new LogEntry(row.getBytes("body"))))
        .list();
    return entries;
  }

  /** The root over the first {@code size} entries, from the kept nodes; nothing where one lacks. */
  Optional<Digest> root(long size) {
    return nodes.find(kept -> MerkleTree.of(size, kept).root());
  }

  private static long sizeOf(SignedNote note) {
    try {
      return Checkpoint.parse(note.text()).size();
    } catch (LogFormatException e) {
      throw new IllegalStateException("a kept checkpoint is damaged: " + e.getMessage(), e);
    }
  }
}
