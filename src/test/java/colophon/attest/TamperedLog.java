package colophon.attest;

import colophon.database.TestDatabase;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import colophon.tlog.SignedNote;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log of some leaves, with a checkpoint somebody kept and leaves after it. */
final class TamperedLog implements AutoCloseable {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-13T12:00:00Z"));

  private final TestDatabase database = TestDatabase.fresh();
  final LogTampering tampering;

  /**
   * @param kept the leaves that the kept checkpoint covers
   * @param more the leaves after it, with a checkpoint of the log's own
   */
  TamperedLog(Path folder, int kept, int more) throws Exception {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
    KeyFolder keys = KeyFolder.open(folder);
    var signer =
        new NoteSigner(
            NoteKey.ofLog("wire.example/log", keys.log().getPublic()), keys.log().getPrivate());
    LogStore log = LogStore.open(database.jdbc(), signer, CLOCK);
    SignedNote old =
        Objects.requireNonNull(
            transaction.execute(status -> {
              append(log, kept);
              return log.checkpoint();
            }));
    transaction.executeWithoutResult(status -> {
      append(log, more);
      log.checkpoint();
    });
    tampering = new LogTampering(log, database.jdbc(), transaction, old, kept);
  }

  private static void append(LogStore log, int number) {
    for (int i = 0; i < number; i++) {
      log.append(LogTampering.entry("entry " + log.size()));
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
