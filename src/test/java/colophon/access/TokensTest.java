package colophon.access;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.database.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokensTest {

  private final TestDatabase database = TestDatabase.fresh();
  private Instant now = Instant.parse("2026-01-14T09:00:00Z");
  private final JdbcClient jdbc = JdbcClient.create(database.source());
  private final AccountStore store = new AccountStore(jdbc, () -> now);
  private final Accounts accounts =
      new Accounts(store, new Passwords(new SecureRandom()), () -> now);
  private final Tokens tokens =
      new Tokens(new TokenStore(jdbc, () -> now), store, new SecureRandom(), () -> now);

  @BeforeEach
  void kim() {
    var made = (Accounts.Outcome.Done) accounts.add("kim", "Kim", EnumSet.of(Role.EDITOR), "test");
    accounts.change("kim", made.password(), "a password of some length");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTokenActsAsItsAccountUntilItEnds() {
    Tokens.Outcome.Made made = make(30);
    Tokens.Holder holder = tokens.holder(made.secret()).orElseThrow();
    assertThat(holder.account().login()).isEqualTo("kim");
    assertThat(holder.token().scopes()).containsExactly(Scope.QUEUE_READ);
    assertThat(tokens.of("kim").getFirst().lastUsedAt()).isEqualTo(now);
    accounts.roles("kim", EnumSet.of(Role.AUDITOR), "test");
    assertThat(tokens.holder(made.secret()).orElseThrow().account().roles())
        .containsExactly(Role.AUDITOR);
    now = now.plus(Duration.ofDays(30));
    assertThat(tokens.holder(made.secret())).isEmpty();
  }

  @Test
  void theTokenItselfIsKeptNowhere() {
    String secret = make(30).secret();
    assertThat(
            jdbc.sql(
                    "select count(*) from api_token t, administrative_act a"
                        + " where t::text like :part or a::text like :part")
                .param("part", "%" + secret.substring(9, 30) + "%")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(secret).hasSize(52);
  }

  @Test
  void whatIsRevokedOrOfAClosedAccountOrMadeUpOpensNothing() {
    Tokens.Outcome.Made made = make(30);
    assertThat(tokens.revoke(made.token().id(), "dana", "dana"))
        .isInstanceOf(Tokens.Outcome.Refused.class);
    assertThat(tokens.holder(made.secret())).isPresent();
    tokens.revoke(made.token().id(), "kim", "kim");
    assertThat(tokens.holder(made.secret())).isEmpty();
    Tokens.Outcome.Made other = make(30);
    assertThat(tokens.holder(other.secret() + "x")).isEmpty();
    assertThat(tokens.holder("")).isEmpty();
    accounts.close("kim", true, "test");
    assertThat(tokens.holder(other.secret())).isEmpty();
    accounts.close("kim", false, "test");
    accounts.reset("kim", "test");
    assertThat(tokens.holder(other.secret())).as("a first password").isEmpty();
  }

  @Test
  void whatCannotBeMadeIsSaid() {
    assertThat(refused("kim", "x", Set.of(), 30)).contains("at least one");
    assertThat(refused("kim", " ", Set.of(Scope.QUEUE_READ), 30)).contains("what the token is for");
    assertThat(refused("kim", "x", Set.of(Scope.QUEUE_READ), 367)).contains("1 to 366 days");
    assertThat(refused("nobody", "x", Set.of(Scope.QUEUE_READ), 3)).contains("no open account");
    assertThat(store.acts(10)).extracting(AccountStore.Act::act).doesNotContain("token made");
  }

  private Tokens.Outcome.Made make(int days) {
    return (Tokens.Outcome.Made) tokens.add("kim", "a bot", Set.of(Scope.QUEUE_READ), days, "kim");
  }

  private String refused(String login, String name, Set<Scope> scopes, int days) {
    return ((Tokens.Outcome.Refused) tokens.add(login, name, scopes, days, "kim")).reason();
  }
}
