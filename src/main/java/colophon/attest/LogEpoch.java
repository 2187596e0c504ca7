package colophon.attest;

import colophon.tlog.LogFormatException;
import colophon.tlog.NoteKey;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One log under one name and one key. A new epoch is begun where the key of the one before was lost
 * or compromised; the newest is the one that is written to, the others stay as they are.
 *
 * @param number from 1
 */
record LogEpoch(int number, NoteKey key, Instant openedAt) {

  /** The number of the first, and of almost every, epoch. */
  static final int FIRST = 1;

  /** Every epoch of this database, the oldest first. */
  static List<LogEpoch> all(JdbcClient jdbc) {
    return jdbc.sql("select epoch, log_key, opened_at from log_identity order by epoch")
        .query((row, n) ->
            new LogEpoch(
                row.getInt("epoch"),
                key(row.getString("log_key")),
                row.getTimestamp("opened_at").toInstant()))
        .list();
  }

  /** Where this epoch's log stands below the site: {@code log/}, then {@code log-2/} and so on. */
  String folder() {
    return number == FIRST ? "log/" : "log-" + number + "/";
  }

  private static NoteKey key(String text) {
    try {
      return NoteKey.parse(text);
    } catch (LogFormatException e) {
      throw new IllegalStateException("the log's key is damaged: " + e.getMessage(), e);
    }
  }
}
