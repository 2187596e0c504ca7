package colophon.attest;

import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.StatementKey;
import colophon.provenance.StatementSigner;
import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import java.time.InstantSource;
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

  @Bean
  LogStore logStore(JdbcClient jdbc, KeyFolder keys, LogName name, InstantSource clock)
      throws KeysUnusableException {
    String origin = LogStore.begunOrigin(jdbc).orElse(name.origin());
    var signer =
        new NoteSigner(NoteKey.ofLog(origin, keys.log().getPublic()), keys.log().getPrivate());
    return LogStore.open(jdbc, signer, clock);
  }

  @Bean
  Attestor attestor(KeyFolder keys, LogStore log, JdbcClient jdbc, InstantSource clock)
      throws ProvenanceFormatException {
    var signer =
        new StatementSigner(
            StatementKey.of(keys.statement().getPublic()), keys.statement().getPrivate());
    return new Attestor(signer, log, jdbc, clock);
  }
}
