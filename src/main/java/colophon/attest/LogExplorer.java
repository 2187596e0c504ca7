package colophon.attest;

import colophon.kernel.Digest;
import colophon.tlog.ConsistencyProof;
import colophon.tlog.InclusionProof;
import colophon.tlog.LogEntry;
import colophon.tlog.LogFormatException;
import colophon.tlog.MerkleTree;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSignature;
import colophon.tlog.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the newest epoch's log: its entries and checkpoints, and proofs about them. */
public final class LogExplorer {

  private final LogStore log;
  private final JdbcClient jdbc;
  private final List<NoteKey> witnesses;

  /**
   * Looks into a log.
   *
   * @param witnesses the keys by which cosignatures are checked
   */
  public LogExplorer(LogStore log, JdbcClient jdbc, List<NoteKey> witnesses) {
    this.log = log;
    this.jdbc = jdbc;
    this.witnesses = List.copyOf(witnesses);
  }

  /**
   * A signed checkpoint as it is shown.
   *
   * @param sound whether the log's key signed it
   * @param cosigners the others who signed it
   */
  public record Shown(long size, Instant signedAt, boolean sound, List<Cosigner> cosigners) {
    public Shown {
      cosigners = List.copyOf(cosigners);
    }
  }

  /** Whether a cosigner's signature is that of the key we know under its name. */
  public enum Answer {
    SIGNED,
    /** There is a signature of that name, and it is not that key's. */
    NOT_SIGNED,
    /** We know no key of that name. */
    UNKNOWN
  }

  /** Somebody else who signed a checkpoint. */
  public record Cosigner(String name, Answer answer) {}

  /** An entry, and the version it speaks of. */
  public record Entry(long index, String briefId, int version, Digest record, Instant at) {}

  /**
   * That an entry stands in a tree, or does not.
   *
   * @param leaf the hash of the entry itself, as it is kept
   * @param root of the tree
   * @param holds whether the path, computed here, leads from the leaf to the root
   */
  public record Inclusion(InclusionProof proof, Digest leaf, Digest root, boolean holds) {}

  /** That one tree begins another, or does not. */
  public record Consistency(
      ConsistencyProof proof, Digest fromRoot, Digest toRoot, boolean holds) {}

  public boolean isBegun() {
    return log.isBegun();
  }

  public String origin() {
    return log.origin();
  }

  /** The number of entries. */
  public long size() {
    return log.size();
  }

  /** The root over the first so many entries; nothing where a kept hash lacks. */
  public Optional<Digest> root(long size) {
    return log.root(size);
  }

  /**
   * One of the logs that this newsroom has kept.
   *
   * @param size the number of its entries
   * @param checkpoint the size of its last checkpoint; 0 where none was signed
   * @param sound whether that log's own key signed it
   */
  public record Epoch(
      int epoch, String origin, Instant openedAt, long size, long checkpoint, boolean sound) {}

  /** The logs from before the newest one, the latest first. */
  public List<Epoch> earlier() {
    return jdbc.sql(
            """
            select i.epoch, i.origin, i.log_key, i.opened_at, h.size,
              c.size as checkpoint, coalesce(c.cosigned, c.note) as note
            from log_identity i
              join log_head h on h.epoch = i.epoch
              left join lateral (select size, cosigned, note from log_checkpoint
                where epoch = i.epoch order by size desc limit 1) c on true
            where i.epoch < :newest order by i.epoch desc
            """)
        .param("newest", log.epoch())
        .query((row, n) ->
            new Epoch(
                row.getInt("epoch"),
                row.getString("origin"),
                row.getTimestamp("opened_at").toInstant(),
                row.getLong("size"),
                row.getLong("checkpoint"),
                signed(row.getString("note"), row.getString("log_key"))))
        .list();
  }

  private static boolean signed(@Nullable String note, String key) {
    try {
      return note != null
          && SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).check(NoteKey.parse(key))
              == SignedNote.Answer.SIGNED;
    } catch (LogFormatException e) {
      return false;
    }
  }

  /**
   * When the log first proved an entry: its first checkpoint that covers it.
   *
   * @param size of that checkpoint
   */
  public record Covered(long size, Instant at) {}

  /** The first checkpoint over an entry; nothing where none was signed yet. */
  public Optional<Covered> covered(long entry) {
    return jdbc.sql(
            """
            select size, signed_at from log_checkpoint
            where epoch = :epoch and size > :entry order by size limit 1
            """)
        .param("epoch", log.epoch())
        .param("entry", entry)
        .query(
            (row, n) -> new Covered(row.getLong("size"), row.getTimestamp("signed_at").toInstant()))
        .optional();
  }

  /** The latest checkpoints, the newest first. */
  public List<Shown> checkpoints(int most) {
    var key = NoteKey.ofLog(log.origin(), log.publicKey());
    return jdbc.sql(
            """
            select size, coalesce(cosigned, note) as note, signed_at from log_checkpoint
            where epoch = :epoch order by size desc limit :most
            """)
        .param("epoch", log.epoch())
        .param("most", most)
        .query((row, n) -> {
          long size = row.getLong("size");
          Instant at = row.getTimestamp("signed_at").toInstant();
          byte[] text = row.getString("note").getBytes(StandardCharsets.UTF_8);
          try {
            SignedNote note = SignedNote.parse(text);
            return new Shown(
                size,
                at,
                note.check(key) == SignedNote.Answer.SIGNED,
                note.signatures().stream()
                    .map(NoteSignature::name)
                    .filter(name -> !name.equals(log.origin()))
                    .distinct()
                    .map(name -> new Cosigner(name, answer(note, name)))
                    .toList());
          } catch (LogFormatException e) {
            return new Shown(size, at, false, List.of());
          }
        })
        .list();
  }

  private Answer answer(SignedNote note, String name) {
    List<NoteKey> known = witnesses.stream().filter(key -> key.name().equals(name)).toList();
    if (known.isEmpty()) {
      return Answer.UNKNOWN;
    }
    return known.stream().anyMatch(key -> note.check(key) == SignedNote.Answer.SIGNED)
        ? Answer.SIGNED
        : Answer.NOT_SIGNED;
  }

  /** The latest entries, the newest first. */
  public List<Entry> latest(int most) {
    return jdbc.sql(
            """
            select entry_index, brief_id, version, record_digest, attested_at from attestation
            where epoch = :epoch order by entry_index desc limit :most
            """)
        .param("epoch", log.epoch())
        .param("most", most)
        .query((row, n) ->
            new Entry(
                row.getLong("entry_index"),
                row.getString("brief_id"),
                row.getInt("version"),
                Digest.parse(row.getString("record_digest")),
                row.getTimestamp("attested_at").toInstant()))
        .list();
  }

  /**
   * Computes an entry's place in a tree from the entry as it is kept, and the tree's root.
   *
   * @return nothing where the tree is not that large, or a kept hash lacks
   */
  public Optional<Inclusion> inclusion(long index, long size) {
    if (index < 0 || index >= size || size > log.size()) {
      return Optional.empty();
    }
    List<LogEntry> entry = log.entries(index, index + 1);
    Optional<Digest> root = log.root(size);
    Optional<InclusionProof> proof = log.nodes().find(kept -> InclusionProof.of(index, size, kept));
    if (entry.isEmpty() || root.isEmpty() || proof.isEmpty()) {
      return Optional.empty();
    }
    Digest leaf = MerkleTree.leafHash(entry.getFirst().bytes());
    return Optional.of(
        new Inclusion(proof.get(), leaf, root.get(), proof.get().proves(leaf, root.get())));
  }

  /**
   * Computes whether one tree begins another.
   *
   * @return nothing where there are no such trees, or a kept hash lacks
   */
  public Optional<Consistency> consistency(long from, long to) {
    if (from < 1 || from > to || to > log.size()) {
      return Optional.empty();
    }
    Optional<Digest> fromRoot = log.root(from);
    Optional<Digest> toRoot = log.root(to);
    Optional<ConsistencyProof> proof =
        log.nodes().find(kept -> ConsistencyProof.of(from, to, kept));
    if (fromRoot.isEmpty() || toRoot.isEmpty() || proof.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Consistency(
            proof.get(),
            fromRoot.get(),
            toRoot.get(),
            proof.get().proves(fromRoot.get(), toRoot.get())));
  }
}
