package colophon.verify;

import colophon.provenance.ProvJson;
import colophon.provenance.ProvenanceRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the history beside a brief's versions is the one that follows from their records. It is
 * worked out again and compared, since it carries no signature of its own.
 */
final class HistoryCheck {

  /**
   * The most bytes of records that a history is worked out from: so many at once fit into memory.
   */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private final List<ProvenanceRecord> records = new ArrayList<>();
  private long bytes;
  private boolean whole = true;

  /** One version's record; null where none could be read. */
  void add(@Nullable ProvenanceRecord record, byte @Nullable [] file) {
    bytes += file == null ? 0 : file.length;
    whole &= record != null && bytes <= MOST_BYTES;
    if (!whole) {
      records.clear();
    } else if (record != null) {
      records.add(record);
    }
  }

  /** Compares, once every version is known. A brief without such a file is as good as one with. */
  void check(Path brief, Findings findings) {
    byte[] file = VersionFolder.readIfThere(brief.resolve(ProvJson.FILE), ProvJson.FILE, findings);
    if (file == null) {
      return;
    }
    if (!whole || records.isEmpty()) {
      findings.add(
          Code.HISTORY_NOT_CHECKED,
          ProvJson.FILE,
          "The history was not compared: a record that it rests on cannot be read here, or the"
              + " records come to more than "
              + MOST_BYTES
              + " bytes.");
    } else if (Arrays.equals(ProvJson.bytes(records), file)) {
      findings.add(
          Code.HISTORY_MATCHES,
          ProvJson.FILE,
          "The history is the one that follows from the records of the versions.");
    } else {
      findings.add(
          Code.HISTORY_DIFFERS,
          ProvJson.FILE,
          "The history is not the one that follows from the records of the versions; the records"
              + " are signed, the history is not.");
    }
  }
}
