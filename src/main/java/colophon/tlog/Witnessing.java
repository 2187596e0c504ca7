package colophon.tlog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a witness decides (c2sp.org/tlog-witness): from the logs it knows, the last tree it cosigned
 * and a request, whether to cosign. It neither stores nor signs; its caller does both, in that
 * order and one request at a time.
 */
public final class Witnessing {

  /** How a request ends. Each refusal is a sentence for whoever runs the log. */
  public sealed interface Outcome {

    /** To be kept as the last tree seen, then cosigned. */
    record Cosign(Checkpoint checkpoint, SignedNote note) implements Outcome {}

    /** No request at all, or one that goes backwards in itself. */
    record Malformed(String sentence) implements Outcome {}

    /** The witness does not know a log of that origin. */
    record UnknownLog(String sentence) implements Outcome {}

    /** No key that the witness trusts for that log signed the checkpoint. */
    record UnknownKey(String sentence) implements Outcome {}

    /**
     * The request starts from another size than the last one cosigned.
     *
     * @param size the last one cosigned
     */
    record Stale(long size, String sentence) implements Outcome {}

    /** A second tree of the size that was cosigned last. */
    record Forked(String sentence) implements Outcome {}

    /** The proof does not lead from the last tree cosigned to this one. */
    record Unproven(String sentence) implements Outcome {}
  }

  private Witnessing() {}

  /**
   * The origin that a request speaks of, so that its last tree can be looked up; nothing where the
   * request holds no checkpoint.
   */
  public static Optional<String> origin(AddCheckpoint request) {
    try {
      return Optional.of(Checkpoint.parse(request.checkpoint().text()).origin());
    } catch (LogFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Decides on a request.
   *
   * @param logs the keys of the logs that the witness knows; several may be one log's
   * @param last the last checkpoint cosigned of that origin; nothing where there is none
   */
  public static Outcome decide(
      Collection<NoteKey> logs, Optional<Checkpoint> last, AddCheckpoint request) {
    Checkpoint next;
    try {
      next = Checkpoint.parse(request.checkpoint().text());
    } catch (LogFormatException e) {
      return new Outcome.Malformed("The checkpoint cannot be read: " + e.getMessage() + ".");
    }
    List<NoteKey> keys = logs.stream().filter(key -> key.name().equals(next.origin())).toList();
    if (keys.isEmpty()) {
      return new Outcome.UnknownLog(
          "This witness does not know the log " + next.origin() + "; it must be given its key.");
    }
    if (keys.stream()
        .noneMatch(key -> request.checkpoint().check(key) == SignedNote.Answer.SIGNED)) {
      return new Outcome.UnknownKey(
          "No key that this witness has for the log " + next.origin() + " signed the checkpoint.");
    }
    return continues(last, next, request);
  }

  private static Outcome continues(
      Optional<Checkpoint> last, Checkpoint next, AddCheckpoint request) {
    long known = last.map(Checkpoint::size).orElse(0L);
    if (request.oldSize() > next.size()) {
      return new Outcome.Malformed(
          "The request starts from a tree of "
              + request.oldSize()
              + " and its checkpoint has only "
              + next.size()
              + ": a log never becomes smaller.");
    }
    if (request.oldSize() != known) {
      return new Outcome.Stale(
          known,
          "The last tree that this witness cosigned has "
              + known
              + " entries, and the request starts from "
              + request.oldSize()
              + ".");
    }
    if (known == next.size() && known > 0) {
      if (!last.orElseThrow().root().equals(next.root())) {
        return new Outcome.Forked(
            "This witness has cosigned another tree of "
                + known
                + " entries: the log has shown two.");
      }
    }
    return proven(last, next, request.path())
        ? new Outcome.Cosign(next, request.checkpoint())
        : new Outcome.Unproven(
            "The proof does not lead from the tree of "
                + known
                + " entries that this witness cosigned last to the one of "
                + next.size()
                + ": the log may have been changed.");
  }

  private static boolean proven(
      Optional<Checkpoint> last, Checkpoint next, List<colophon.kernel.Digest> path) {
    if (last.isEmpty() || last.get().size() == 0) {
      return path.isEmpty() && (next.size() > 0 || next.root().equals(MerkleTree.EMPTY.root()));
    }
    return new ConsistencyProof(last.get().size(), next.size(), path)
        .proves(last.get().root(), next.root());
  }
}
