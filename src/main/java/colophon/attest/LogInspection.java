package colophon.attest;

import colophon.kernel.Digest;
import colophon.tlog.Checkpoint;
import colophon.tlog.LogAudit;
import colophon.tlog.LogEntry;
import colophon.tlog.LogFormatException;
import colophon.tlog.NoteKey;
import colophon.tlog.SignedNote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Computes the whole log again from its entries and names the first thing that is wrong: an entry,
 * a kept hash, a checkpoint in the database, or one that somebody kept elsewhere.
 */
public final class LogInspection {

  /** The result: how far it came, and what it found. */
  public record Result(long entries, int checkpoints, Optional<LogAudit.Fault> fault) {}

  private static final int ENTRIES_AT_ONCE = 4_096;

  private final LogStore log;

  public LogInspection(LogStore log) {
    this.log = log;
  }

  /**
   * Inspects the log.
   *
   * @param elsewhere signed checkpoints kept outside the database, by the words that say where
   */
  public Result inspect(Map<String, SignedNote> elsewhere) {
    var notes = new TreeMap<>(elsewhere);
    log.checkpoints()
        .forEach((size, note) -> notes.put("the kept checkpoint of " + size + " entries", note));
    var checkpoints = new HashMap<String, Checkpoint>();
    for (var note : notes.entrySet()) {
      Optional<String> wrong = read(note.getKey(), note.getValue(), checkpoints);
      if (wrong.isPresent()) {
        return new Result(0, notes.size(), Optional.of(new LogAudit.Fault(0, wrong.get())));
      }
    }
    var audit = LogAudit.begin(new Windows(), checkpoints);
    long at = 0;
    for (List<LogEntry> next = log.entries(0, ENTRIES_AT_ONCE);
        !next.isEmpty();
        next = log.entries(at, at + ENTRIES_AT_ONCE)) {
      next.forEach(audit::next);
      at += next.size();
    }
    Optional<LogAudit.Fault> fault = audit.end();
    long head = log.size();
    if (fault.isEmpty() && head != at) {
      fault =
          Optional.of(
              new LogAudit.Fault(
                  at,
                  "The log says that it has "
                      + head
                      + " entries, and entry "
                      + at
                      + " is the first that is missing."));
    }
    return new Result(at, notes.size(), fault);
  }

  /** Puts a checkpoint with the others, or says what is wrong with it. */
  private Optional<String> read(
      String where, SignedNote note, Map<String, Checkpoint> checkpoints) {
    if (note.check(NoteKey.ofLog(log.origin(), log.publicKey())) != SignedNote.Answer.SIGNED) {
      return Optional.of(upper(where) + " is not signed by this log's key.");
    }
    try {
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      if (!checkpoint.origin().equals(log.origin())) {
        return Optional.of(upper(where) + " is of another log, " + checkpoint.origin() + ".");
      }
      checkpoints.put(where, checkpoint);
      return Optional.empty();
    } catch (LogFormatException e) {
      return Optional.of(upper(where) + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private static String upper(String words) {
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }

  /**
   * The kept nodes, a window of each level at a time: an audit asks for them from left to right.
   */
  private final class Windows implements LogAudit.KeptNodes {

    private final Map<Integer, Window> byLevel = new HashMap<>();

    @Override
    public Optional<Digest> at(int level, long index) {
      Window window = byLevel.get(level);
      if (window == null || index >= window.first() + ENTRIES_AT_ONCE) {
        window = new Window(index, log.hashesByIndex(level, index, index + ENTRIES_AT_ONCE));
        byLevel.put(level, window);
      }
      return Optional.ofNullable(window.hashes().get(index));
    }
  }

  private record Window(long first, Map<Long, Digest> hashes) {}
}
