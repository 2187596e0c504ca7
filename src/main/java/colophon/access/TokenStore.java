package colophon.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens, by digest: the database cannot give one back. */
final class TokenStore {

  /** The most tokens that are listed. */
  private static final int MOST_LISTED = 1_000;

  /** A use is noted at most so often, since every request is one. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private static final String TOKEN =
      """
      select id, login, name, scopes, created_by, created_at, expires_at, revoked_at, last_used_at
      from api_token
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  TokenStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  ApiToken add(
      String digest, String login, String name, Set<Scope> scopes, String by, Instant expiresAt) {
    return jdbc.sql(
            """
            insert into api_token (digest, login, name, scopes, created_by, created_at, expires_at)
            values (:digest, :login, :name, :scopes, :by, :now, :expires)
            returning id, login, name, scopes, created_by, created_at, expires_at, revoked_at,
              last_used_at
            """)
        .param("digest", digest)
        .param("login", login)
        .param("name", name)
        .param("scopes", scopes.stream().map(Scope::word).toArray(String[]::new))
        .param("by", by)
        .param("now", Timestamp.from(clock.instant()))
        .param("expires", Timestamp.from(expiresAt))
        .query((row, n) -> token(row))
        .single();
  }

  /** The token of that digest, valid or not. */
  Optional<ApiToken> find(String digest) {
    return jdbc.sql(TOKEN + " where digest = :digest")
        .param("digest", digest)
        .query((row, n) -> token(row))
        .optional();
  }

  Optional<ApiToken> find(long id) {
    return jdbc.sql(TOKEN + " where id = :id")
        .param("id", id)
        .query((row, n) -> token(row))
        .optional();
  }

  /** The tokens of an account, the latest first; of all accounts where the login is empty. */
  List<ApiToken> of(String login) {
    return jdbc.sql(
            TOKEN
                + " where :login = '' or login = :login order by revoked_at is not null, id desc"
                + " limit :most")
        .param("login", login)
        .param("most", MOST_LISTED)
        .query((row, n) -> token(row))
        .list();
  }

  /** How many tokens of an account are neither revoked nor expired. */
  int valid(String login) {
    return jdbc.sql(
            """
            select count(*) from api_token
            where login = :login and revoked_at is null and expires_at > :now
            """)
        .param("login", login)
        .param("now", Timestamp.from(clock.instant()))
        .query(Integer.class)
        .single();
  }

  /** Ends a token; false where it had ended before. */
  boolean revoke(long id) {
    return jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .update()
        == 1;
  }

  void used(ApiToken token) {
    Instant now = clock.instant();
    Instant last = token.lastUsedAt();
    if (last == null || last.plus(NOTED_EVERY).isBefore(now)) {
      jdbc.sql("update api_token set last_used_at = :now where id = :id")
          .param("now", Timestamp.from(now))
          .param("id", token.id())
          .update();
    }
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    List<String> words = Arrays.asList((String[]) row.getArray("scopes").getArray());
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (Scope scope : Scope.values()) {
      if (words.contains(scope.word())) {
        scopes.add(scope);
      }
    }
    return new ApiToken(
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        scopes,
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        instant(row.getTimestamp("revoked_at")),
        instant(row.getTimestamp("last_used_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
