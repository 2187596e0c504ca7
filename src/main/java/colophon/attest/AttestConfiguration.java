package colophon.attest;

import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  /** Without keys, for a withdrawal, the log can be read and nothing can be signed. */
  @Bean
  LogStore logStore(
      JdbcClient jdbc, ObjectProvider<KeyFolder> keys, LogName name, InstantSource clock)
      throws KeysUnusableException {
    KeyFolder folder = keys.getIfAvailable();
    if (folder == null) {
      return LogStore.withoutKey(jdbc, clock);
    }
    String origin = LogStore.begunOrigin(jdbc).orElse(name.origin());
    var signer =
        new NoteSigner(NoteKey.ofLog(origin, folder.log().getPublic()), folder.log().getPrivate());
    return LogStore.open(jdbc, signer, clock);
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
}
