package colophon.attest;

import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this room. The shell provides the keys and the log's name. */
@Configuration(proxyBeanMethods = false)
public class AttestConfiguration {

  /**
   * How the newsroom's log is called where none was begun yet.
   *
   * @param origin such as {@code wire.example/log}
   */
  public record LogName(String origin) {}

  /**
   * Whose certificates are made where there are none.
   *
   * @param name the newsroom's
   */
  public record Organisation(String name) {}

  /**
   * Without keys, or without the checkpoint that is kept outside the database, the log can be read
   * and nothing can be signed into it: enough to look, and to take a brief back.
   */
  @Bean
  LogStore logStore(
      JdbcClient jdbc,
      ObjectProvider<KeyFolder> keys,
      ObjectProvider<KeptCheckpoint> kept,
      LogName name,
      InstantSource clock)
      throws KeysUnusableException, LogRefusedException {
    KeyFolder folder = keys.getIfAvailable();
    if (folder == null) {
      return LogStore.toRead(jdbc, clock);
    }
    String origin = LogStore.begunOrigin(jdbc).orElse(name.origin());
    var signer =
        new NoteSigner(NoteKey.ofLog(origin, folder.log().getPublic()), folder.log().getPrivate());
    LogStore log = LogStore.open(jdbc, signer, clock);
    KeptCheckpoint checkpoint = kept.getIfAvailable();
    if (checkpoint == null) {
      return log.withoutSigner();
    }
    checkpoint.compare(log);
    return log;
  }

  @Bean
  Checkpoints checkpoints(
      LogStore log, ObjectProvider<KeptCheckpoint> kept, TransactionTemplate transaction) {
    return new Checkpoints(log, kept.getIfAvailable(), transaction);
  }

  @Bean
  Attestor attestor(
      ObjectProvider<KeyFolder> keys,
      Organisation organisation,
      LogStore log,
      ObjectProvider<TimeStampAuthority> stamps,
      JdbcClient jdbc,
      InstantSource clock)
      throws KeysUnusableException {
    KeyFolder folder = keys.getIfAvailable();
    ManifestKey key = folder == null ? null : ManifestKey.open(folder, organisation.name(), clock);
    return new Attestor(
        key, log, stamps.getIfAvailable(() -> TimeStampAuthority.NONE), jdbc, clock);
  }

  @Bean
  TombstoneStore tombstoneStore(Attestor attestor, JdbcClient jdbc, InstantSource clock) {
    return new TombstoneStore(attestor, jdbc, clock);
  }
}
