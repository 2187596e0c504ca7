package colophon.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts, and what was done to them and by them as administrators. */
public final class AccountStore {

  /** The most accounts that are listed. */
  static final int MOST_ACCOUNTS = 10_000;

  private static final String ACCOUNT =
      "select login, name, roles, must_change, closed_at is not null as closed from account ";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public AccountStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The account of that login. */
  public Optional<Account> find(String login) {
    return jdbc.sql(ACCOUNT + "where login = :login")
        .param("login", login)
        .query((row, n) -> account(row))
        .optional();
  }

  /** Every account, by login. */
  public List<Account> all() {
    return jdbc.sql(ACCOUNT + "order by login limit :most")
        .param("most", MOST_ACCOUNTS)
        .query((row, n) -> account(row))
        .list();
  }

  /** The hash of an open account's password. */
  Optional<String> password(String login) {
    return jdbc.sql(
            """
            select password from account
            where login = :login and closed_at is null and password is not null
            """)
        .param("login", login)
        .query(String.class)
        .optional();
  }

  /** Adds an account; false where the login is taken. */
  boolean add(Account account, String hash) {
    return jdbc.sql(
                """
                insert into account (login, name, roles, password, must_change, created_at)
                values (:login, :name, :roles, :password, :change, :now) on conflict do nothing
                """)
            .param("login", account.login())
            .param("name", account.name())
            .param("roles", words(account.roles()))
            .param("password", hash)
            .param("change", account.mustChange())
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /** Adds an account that no password opens; false where the login is taken. */
  boolean addWithoutPassword(Account account) {
    return jdbc.sql(
                """
                insert into account (login, name, roles, must_change, created_at)
                values (:login, :name, :roles, false, :now) on conflict do nothing
                """)
            .param("login", account.login())
            .param("name", account.name())
            .param("roles", words(account.roles()))
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /** Gives an account another password. */
  void password(String login, String hash, boolean mustChange) {
    jdbc.sql("update account set password = :password, must_change = :change where login = :login")
        .param("password", hash)
        .param("change", mustChange)
        .param("login", login)
        .update();
  }

  /** Gives an account other roles; false where there is none. */
  boolean roles(String login, Set<Role> roles) {
    return jdbc.sql("update account set roles = :roles where login = :login")
            .param("roles", words(roles))
            .param("login", login)
            .update()
        == 1;
  }

  /** Closes an account, or opens it again; false where there is none. */
  boolean closed(String login, boolean closed) {
    return jdbc.sql(
                "update account set closed_at = case when :closed then cast(:now as timestamptz) end"
                    + " where login = :login")
            .param("closed", closed)
            .param("now", Timestamp.from(clock.instant()))
            .param("login", login)
            .update()
        == 1;
  }

  /** Keeps an administrative act. */
  public void act(String by, String act, String about, String details) {
    jdbc.sql(
            """
            insert into administrative_act (by_login, act, about, details, done_at)
            values (:by, :act, :about, :details, :now)
            """)
        .param("by", by)
        .param("act", act)
        .param("about", about)
        .param("details", details)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** One administrative act. */
  public record Act(String by, String act, String about, String details, java.time.Instant at) {}

  /** The latest acts, the last first. */
  public List<Act> acts(int most) {
    return jdbc.sql(
            """
            select by_login, act, about, details, done_at from administrative_act
            order by id desc limit :most
            """)
        .param("most", most)
        .query((row, n) -> act(row))
        .list();
  }

  /** The latest acts about one thing, the last first. */
  public List<Act> acts(String about, int most) {
    return jdbc.sql(
            """
            select by_login, act, about, details, done_at from administrative_act
            where about = :about order by id desc limit :most
            """)
        .param("about", about)
        .param("most", most)
        .query((row, n) -> act(row))
        .list();
  }

  private static Act act(ResultSet row) throws SQLException {
    return new Act(
        row.getString("by_login"),
        row.getString("act"),
        row.getString("about"),
        row.getString("details"),
        row.getTimestamp("done_at").toInstant());
  }

  private static String[] words(Set<Role> roles) {
    return roles.stream().map(Role::word).toArray(String[]::new);
  }

  private static Account account(ResultSet row) throws SQLException {
    Array words = row.getArray("roles");
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (Arrays.asList((String[]) words.getArray()).contains(role.word())) {
        roles.add(role);
      }
    }
    return new Account(
        row.getString("login"),
        row.getString("name"),
        roles,
        row.getBoolean("must_change"),
        row.getBoolean("closed"));
  }
}
