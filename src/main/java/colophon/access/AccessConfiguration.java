package colophon.access;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

  @Bean
  AccountStore accountStore(JdbcClient jdbc, InstantSource clock) {
    return new AccountStore(jdbc, clock);
  }

  @Bean
  @org.springframework.context.annotation.Lazy
  Accounts accounts(AccountStore store, InstantSource clock) {
    return new Accounts(store, new Passwords(new SecureRandom()), clock);
  }

  @Bean
  @org.springframework.context.annotation.Lazy
  Tokens tokens(JdbcClient jdbc, AccountStore store, InstantSource clock) {
    return new Tokens(new TokenStore(jdbc, clock), store, new SecureRandom(), clock);
  }

  @Bean
  SignOn signOn(
      JdbcClient jdbc,
      AccountStore store,
      org.springframework.transaction.support.TransactionTemplate transaction,
      InstantSource clock) {
    return new SignOn(store, new IdentityStore(jdbc, clock), transaction);
  }
}
