package colophon.attest;

import colophon.kernel.Digest;
import colophon.tlog.Checkpoint;
import colophon.tlog.LogAudit;
import colophon.tlog.LogEntry;
import colophon.tlog.LogFormatException;
import colophon.tlog.NoteKey;
import colophon.tlog.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Computes the whole log again from its entries and names the first thing that is wrong: an entry,
 * a kept hash, a checkpoint in the database, or one that somebody kept elsewhere. It holds a window
 * of the log at a time.
 */
public final class LogInspection {

  /** The result: how far it came, and what it found. */
  public record Result(long entries, int checkpoints, Optional<LogAudit.Fault> fault) {}

  private static final int ENTRIES_AT_ONCE = 4_096;

  private final LogStore log;
  private final NoteKey key;

  /** The log must be begun. */
  public LogInspection(LogStore log) {
    this.log = log;
    this.key = NoteKey.ofLog(log.origin(), log.publicKey());
  }

  /**
   * Inspects the log.
   *
   * @param elsewhere signed checkpoints kept outside the database, by the words that say where
   */
  public Result inspect(Map<String, SignedNote> elsewhere) {
    int checkpoints = elsewhere.size();
    var outside = new TreeMap<String, Checkpoint>();
    for (var note : new TreeMap<>(elsewhere).entrySet()) {
      switch (read(note.getKey(), note.getValue())) {
        case Reading.Good good -> outside.put(good.where(), good.checkpoint());
        case Reading.Bad bad -> {
          return new Result(0, checkpoints, Optional.of(new LogAudit.Fault(0, bad.sentence())));
        }
      }
    }
    var audit = LogAudit.begin(new Windows(), outside);
    // What is appended meanwhile is not looked at, so the head is read once, before the entries.
    long head = log.size();
    long at = 0;
    Optional<LogAudit.Fault> fault = Optional.empty();
    while (fault.isEmpty()) {
      long to = Math.min(head, at + ENTRIES_AT_ONCE);
      List<LogCheckpoints.Row> rows = log.checkpoints().rows(at == 0 ? 0 : at + 1, to + 1);
      checkpoints += rows.size();
      fault = expect(rows, audit);
      SortedMap<Long, LogEntry> entries = log.entriesByIndex(at, to);
      if (fault.isEmpty()) {
        fault = take(entries, at, head, audit);
      }
      at += entries.size();
      if (entries.isEmpty()) {
        break;
      }
    }
    if (fault.isEmpty()) {
      fault = end(audit, at, head);
    }
    return new Result(at, checkpoints, fault);
  }

  /** Hands the entries of a window to the audit; the first that is missing ends it. */
  private static Optional<LogAudit.Fault> take(
      SortedMap<Long, LogEntry> entries, long first, long head, LogAudit audit) {
    long at = first;
    for (var entry : entries.entrySet()) {
      if (entry.getKey() != at) {
        LogAudit.Fault missing = missing(at, head);
        return audit.fault().or(() -> Optional.of(missing));
      }
      audit.next(entry.getValue());
      at++;
    }
    return audit.fault();
  }

  /** What is wrong at the end of the log: less than a checkpoint or the head says, or more. */
  private Optional<LogAudit.Fault> end(LogAudit audit, long at, long head) {
    List<LogCheckpoints.Row> beyond = log.checkpoints().beyondHead().stream().toList();
    Optional<LogAudit.Fault> fault = expect(beyond, audit).or(audit::end);
    if (fault.isEmpty() && head != at) {
      fault = Optional.of(missing(at, head));
    }
    return fault.or(() ->
        log.entryBeyondHead()
            .map(index ->
                new LogAudit.Fault(
                    index,
                    "Entry "
                        + index
                        + " stands behind the end of the log, and no checkpoint can cover it.")));
  }

  private static LogAudit.Fault missing(long index, long head) {
    return new LogAudit.Fault(
        index,
        "The log says that it has "
            + head
            + " entries, and entry "
            + index
            + " is the first that is missing.");
  }

  /** A kept checkpoint, or what is wrong with it. */
  private sealed interface Reading {
    record Good(String where, Checkpoint checkpoint) implements Reading {}

    record Bad(String sentence) implements Reading {}
  }

  /** Hands checkpoints to the audit, or says what is wrong with the first that is none. */
  private Optional<LogAudit.Fault> expect(List<LogCheckpoints.Row> rows, LogAudit audit) {
    // Checking a signature is dear, and a log has many; the order stays that of the rows.
    List<List<Reading>> readings = rows.parallelStream().map(this::read).toList();
    for (int i = 0; i < rows.size(); i++) {
      for (Reading reading : readings.get(i)) {
        switch (reading) {
          case Reading.Good good -> audit.expect(good.where(), good.checkpoint());
          case Reading.Bad bad -> {
            long last = Math.max(0, rows.get(i).size() - 1);
            return audit.fault().or(() -> Optional.of(new LogAudit.Fault(last, bad.sentence())));
          }
        }
      }
    }
    return audit.fault();
  }

  private List<Reading> read(LogCheckpoints.Row row) {
    Reading signed =
        read("the kept checkpoint of " + row.size() + " entries", row.size(), row.note());
    String cosigned = row.cosigned();
    return cosigned == null
        ? List.of(signed)
        : Stream.of(
                signed,
                read("the cosigned checkpoint of " + row.size() + " entries", row.size(), cosigned))
            .toList();
  }

  private Reading read(String where, long size, String text) {
    SignedNote note;
    try {
      note = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (LogFormatException e) {
      return new Reading.Bad(upper(where) + " cannot be read: " + e.getMessage() + ".");
    }
    Reading reading = read(where, note);
    return reading instanceof Reading.Good good && good.checkpoint().size() != size
        ? new Reading.Bad(upper(where) + " speaks of " + good.checkpoint().size() + ".")
        : reading;
  }

  private Reading read(String where, SignedNote note) {
    if (note.check(key) != SignedNote.Answer.SIGNED) {
      return new Reading.Bad(upper(where) + " is not signed by this log's key.");
    }
    try {
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      return checkpoint.origin().equals(log.origin())
          ? new Reading.Good(where, checkpoint)
          : new Reading.Bad(upper(where) + " is of another log, " + checkpoint.origin() + ".");
    } catch (LogFormatException e) {
      return new Reading.Bad(upper(where) + " cannot be read: " + e.getMessage() + ".");
    }
  }

  private static String upper(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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
        window = new Window(index, log.nodes().byIndex(level, index, index + ENTRIES_AT_ONCE));
        byLevel.put(level, window);
      }
      return Optional.ofNullable(window.hashes().get(index));
    }
  }

  private record Window(long first, Map<Long, Digest> hashes) {}
}
