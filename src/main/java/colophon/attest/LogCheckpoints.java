package colophon.attest;

import colophon.tlog.LogFormatException;
import colophon.tlog.SignedNote;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The signed checkpoints in the database: each as the log signed it, and as it is shown once it is
 * settled which cosignatures go with it.
 */
final class LogCheckpoints {

  /** The latest checkpoints that are looked through for a witness's cosignature. */
  private static final int MOST_LOOKED_THROUGH = 100;

  private final JdbcClient jdbc;
  private final int epoch;
  private final InstantSource clock;

  LogCheckpoints(JdbcClient jdbc, int epoch, InstantSource clock) {
    this.jdbc = jdbc;
    this.epoch = epoch;
    this.clock = clock;
  }

  Optional<SignedNote> ofSize(long size) {
    return jdbc.sql("select note from log_checkpoint where epoch = :epoch and size = :size")
        .param("epoch", epoch)
        .param("size", size)
        .query(String.class)
        .optional()
        .map(LogCheckpoints::note);
  }

  void insert(long size, SignedNote note) {
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
  }

  /** The smallest that covers an entry, as it is shown. */
  Optional<SignedNote> covering(long index) {
    return jdbc.sql(
            "select coalesce(cosigned, note) from log_checkpoint"
                + " where epoch = :epoch and size > :index order by size limit 1")
        .param("epoch", epoch)
        .param("index", index)
        .query(String.class)
        .optional()
        .map(LogCheckpoints::note);
  }

  /** The newest, as it is shown. */
  Optional<SignedNote> latest() {
    return jdbc.sql(
            "select coalesce(cosigned, note) from log_checkpoint"
                + " where epoch = :epoch order by size desc limit 1")
        .param("epoch", epoch)
        .query(String.class)
        .optional()
        .map(LogCheckpoints::note);
  }

  /** The sizes of all that are larger than one, the smallest first. */
  List<Long> sizesAfter(long size) {
    return jdbc.sql(
            "select size from log_checkpoint where epoch = :epoch and size > :size order by size")
        .param("epoch", epoch)
        .param("size", size)
        .query(Long.class)
        .list();
  }

  /**
   * A checkpoint as it stands in the database, read by nobody yet.
   *
   * @param cosigned as it is shown; null where that is as it was signed, or not settled
   */
  record Row(long size, String note, @Nullable String cosigned) {}

  /** Those of at least one size and less than another, the smallest first. */
  List<Row> rows(long from, long to) {
    return jdbc.sql(
            """
            select size, note, case when cosigned <> note then cosigned end as cosigned
            from log_checkpoint
            where epoch = :epoch and size >= :from and size < :to order by size
            """)
        .param("epoch", epoch)
        .param("from", from)
        .param("to", to)
        .query((row, n) ->
            new Row(row.getLong("size"), row.getString("note"), row.getString("cosigned")))
        .list();
  }

  /** The first of more entries than the head counts, in one look; there never is one. */
  Optional<Row> beyondHead() {
    return jdbc.sql(
            """
            select size, note, null as cosigned from log_checkpoint
            where epoch = :epoch and size > (select size from log_head where epoch = :epoch)
            order by size limit 1
            """)
        .param("epoch", epoch)
        .query((row, n) ->
            new Row(row.getLong("size"), row.getString("note"), row.getString("cosigned")))
        .optional();
  }

  /** Those of which it is not decided yet with which cosignatures they are shown. */
  SortedMap<Long, SignedNote> unsettled() {
    var notes = new TreeMap<Long, SignedNote>();
    jdbc.sql("select size, note from log_checkpoint where epoch = :epoch and cosigned is null")
        .param("epoch", epoch)
        .query((row, n) -> notes.put(row.getLong("size"), note(row.getString("note"))))
        .list();
    return notes;
  }

  /** Decides once with which cosignatures one is shown; later answers change nothing. */
  void settle(long size, SignedNote cosigned) {
    jdbc.sql(
            "update log_checkpoint set cosigned = :cosigned"
                + " where epoch = :epoch and size = :size and cosigned is null")
        .param("cosigned", cosigned.format())
        .param("epoch", epoch)
        .param("size", size)
        .update();
  }

  /**
   * The size of the newest tree that a witness is known to have cosigned, as far as the latest
   * checkpoints say; 0 where they say nothing.
   */
  long lastCosignedBy(String witness) {
    return jdbc.sql(
            """
            select coalesce(max(size), 0) from
              (select size, cosigned from log_checkpoint
               where epoch = :epoch and cosigned is not null order by size desc limit :most) latest
            where position(:line in cosigned) > 0
            """)
        .param("epoch", epoch)
        .param("most", MOST_LOOKED_THROUGH)
        .param("line", "\n— " + witness + " ")
        .query(Long.class)
        .single();
  }

  private static SignedNote note(String text) {
    try {
      return SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (LogFormatException e) {
      throw new IllegalStateException("a kept checkpoint is damaged: " + e.getMessage(), e);
    }
  }
}
