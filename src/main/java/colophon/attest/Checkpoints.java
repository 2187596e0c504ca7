package colophon.attest;

import colophon.tlog.AddCheckpoint;
import colophon.tlog.NoteKey;
import colophon.tlog.SignedNote;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The log's checkpoints: signed in the database, and the newest kept outside of it. */
public final class Checkpoints {

  private final LogStore log;
  private final @Nullable KeptCheckpoint kept;
  private final TransactionTemplate transaction;

  /**
   * @param kept null where the log is opened to be read only
   */
  public Checkpoints(LogStore log, @Nullable KeptCheckpoint kept, TransactionTemplate transaction) {
    this.log = log;
    this.kept = kept;
    this.transaction = transaction;
  }

  /**
   * Signs the log's tree where it has grown.
   *
   * @throws LogRefusedException where the log no longer continues what is kept outside, as after a
   *     restore under a process that serves; nothing is signed then
   */
  public void sign() throws LogRefusedException {
    kept().compare(log);
    transaction.executeWithoutResult(status -> log.checkpoint());
  }

  /**
   * A checkpoint that readers are not shown yet, since witnesses may have to say something.
   *
   * @param size of its tree
   */
  public record Unsettled(long size, SignedNote note) {}

  /** Those that are signed and not shown yet, the smallest first; after a crash more than one. */
  public List<Unsettled> unsettled() {
    return log.checkpoints().unsettled().entrySet().stream()
        .map(each -> new Unsettled(each.getKey(), each.getValue()))
        .toList();
  }

  /** The newest tree that a witness is likely to know; it says itself where that is wrong. */
  public long lastCosignedBy(NoteKey witness) {
    return log.checkpoints().lastCosignedBy(witness.name());
  }

  /**
   * What a witness is sent.
   *
   * @param known the size of the tree that it knows, at most that of the checkpoint
   */
  public AddCheckpoint since(long known, Unsettled checkpoint) {
    return new AddCheckpoint(
        known,
        known == 0 ? List.of() : log.consistency(known, checkpoint.size()).path(),
        checkpoint.note());
  }

  /**
   * Decides for good with which cosignatures a checkpoint is shown. Where another process has
   * decided, that stands.
   */
  public void settle(Unsettled checkpoint, SignedNote cosigned) {
    log.checkpoints().settle(checkpoint.size(), cosigned);
  }

  /**
   * Keeps the newest checkpoint outside of the database. A crash before it leaves an older one
   * there, which the log continues all the same.
   *
   * @throws LogRefusedException where that cannot be done
   */
  public void keep() throws LogRefusedException {
    kept().keep(log);
  }

  private KeptCheckpoint kept() {
    if (kept == null) {
      throw new IllegalStateException("a log that was opened to be read was asked to sign");
    }
    return kept;
  }
}
