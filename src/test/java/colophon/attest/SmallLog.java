package colophon.attest;

import colophon.database.TestDatabase;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import java.time.InstantSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log of a few entries, for tests of what looks at logs. */
public final class SmallLog {

  private SmallLog() {}

  /** Begins a log in a database and gives back its checkpoint, as a file outside would keep it. */
  public static String begin(
      TestDatabase database, KeyFolder keys, int entries, InstantSource clock) throws Exception {
    var signer =
        new NoteSigner(
            NoteKey.ofLog("wire.example/log", keys.log().getPublic()), keys.log().getPrivate());
    LogStore log = LogStore.open(database.jdbc(), signer, clock);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database.source()));
    String checkpoint =
        transaction.execute(status -> {
          for (int i = 0; i < entries; i++) {
            log.append(LogTampering.entry("entry " + i));
          }
          return log.checkpoint().format();
        });
    if (checkpoint == null) {
      throw new IllegalStateException("the log gave no checkpoint");
    }
    return checkpoint;
  }
}
