package colophon.access;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For whom providers of sign-on vouch. */
final class IdentityStore {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  IdentityStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<String> login(String issuer, String subject) {
    return jdbc.sql(
            "select login from account_identity where issuer = :issuer and subject = :subject")
        .param("issuer", issuer)
        .param("subject", subject)
        .query(String.class)
        .optional();
  }

  void add(String issuer, String subject, String login) {
    jdbc.sql(
            """
            insert into account_identity (issuer, subject, login, made_at)
            values (:issuer, :subject, :login, :now)
            """)
        .param("issuer", issuer)
        .param("subject", subject)
        .param("login", login)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
