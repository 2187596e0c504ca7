package colophon.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Archived copies out of the store into a WARC file, and out of a WARC file into the store. */
public final class WarcArchive {

  private final SnapshotStore store;
  private final CopyErasure erasure;
  private final TransactionOperations transaction;

  public WarcArchive(SnapshotStore store, CopyErasure erasure, TransactionOperations transaction) {
    this.erasure = erasure;
    this.store = store;
    this.transaction = transaction;
  }

  /**
   * Writes every archived copy there is, the oldest first.
   *
   * @param software name and version of the program
   * @return how many were written
   */
  public int export(OutputStream out, String software) throws IOException {
    List<Long> readings = store.firstReadings();
    Optional<Snapshot> first =
        readings.isEmpty() ? Optional.empty() : store.snapshot(readings.getFirst());
    if (first.isEmpty()) {
      return 0;
    }
    int written = 0;
    try (var export = new WarcExport(out, software, first.get().fetchedAt())) {
      for (long reading : readings) {
        Optional<Snapshot> snapshot = store.snapshot(reading);
        if (snapshot.isPresent()) {
          export.add(snapshot.get());
          written++;
        }
      }
    }
    return written;
  }

  /**
   * Writes these copies, in their order.
   *
   * @param software name and version of the program
   */
  public static void export(List<Snapshot> snapshots, OutputStream out, String software)
      throws IOException {
    Instant date =
        snapshots.stream()
            .map(Snapshot::fetchedAt)
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    try (var export = new WarcExport(out, software, date)) {
      for (Snapshot snapshot : snapshots) {
        export.add(snapshot);
      }
    }
  }

  /**
   * Reads the copies in a WARC file without keeping them.
   *
   * @throws WarcFormatException with the reason where the file is refused
   */
  public static List<Snapshot> read(InputStream file, WarcLimits limits)
      throws IOException, WarcFormatException {
    var copies = new ArrayList<Snapshot>();
    WarcReading.read(
        file,
        limits,
        new WarcReading.Desk() {
          @Override
          public void copy(Snapshot snapshot) {
            copies.add(snapshot);
          }

          @Override
          public void passOver(String record, String reason) {
            // Our own exports hold nothing that is passed over; of others it is no copy.
          }
        });
    return copies;
  }

  /**
   * Brings the copies in a WARC file into the store: all of them, or none where the file is
   * refused. They become no articles; what we fetched ourselves is preferred to them.
   *
   * @throws WarcFormatException with the reason where the file is refused
   */
  public WarcImport importAll(InputStream file, WarcLimits limits)
      throws IOException, WarcFormatException {
    var tally = new Tally();
    try {
      transaction.executeWithoutResult(status -> {
        try {
          WarcReading.read(file, limits, tally);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (WarcFormatException e) {
          throw new Refusal(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Refusal e) {
      throw e.reason;
    }
    return new WarcImport(tally.imported, tally.known, tally.passedOver);
  }

  /** Carries a refusal out of the transaction, which it undoes. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final WarcFormatException reason;

    Refusal(WarcFormatException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private final class Tally implements WarcReading.Desk {

    private final List<WarcImport.PassedOver> passedOver = new ArrayList<>();
    private int imported;
    private int known;

    @Override
    public void copy(Snapshot snapshot) {
      Optional<Instant> erased = erasure.erasedAt(snapshot.digest());
      if (erased.isPresent()) {
        passOver(
            snapshot.landed().toString(),
            "its bytes were erased here at " + erased.get() + ", and are not brought back");
      } else if (store.keepImported(snapshot)) {
        imported++;
      } else {
        known++;
      }
    }

    @Override
    public void passOver(String record, String reason) {
      if (passedOver.size() < WarcImport.MOST_NAMED) {
        passedOver.add(new WarcImport.PassedOver(record, reason));
      }
    }
  }
}
