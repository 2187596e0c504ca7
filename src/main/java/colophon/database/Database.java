package colophon.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** The newsroom's database, open and at the schema this build needs. */
public final class Database implements AutoCloseable {

  /** Names an existing PostgreSQL (JDBC address); without it the embedded one is used. */
  /** Another process that starts at the same moment made the database: two codes, by who wins. */
  private static final Set<String> MADE_MEANWHILE = Set.of("42P04", "23505");

  public static final String URL_VARIABLE = "COLOPHON_DATABASE_URL";

  public static final String USER_VARIABLE = "COLOPHON_DATABASE_USER";
  public static final String PASSWORD_VARIABLE = "COLOPHON_DATABASE_PASSWORD";

  private static final int MOST_CONNECTIONS = 12;

  private final HikariDataSource source;
  private final @Nullable PostgresServer embedded;

  private Database(HikariDataSource source, @Nullable PostgresServer embedded) {
    this.source = source;
    this.embedded = embedded;
  }

  /**
   * Opens the database of a newsroom folder, or the one that the environment names, and brings its
   * schema up to date.
   *
   * @param home the newsroom's folder; the embedded server lives in its {@code postgres} folder
   * @param environment the process's environment variables
   */
  public static Database open(Path home, Map<String, String> environment)
      throws DatabaseUnavailableException {
    String url = environment.get(URL_VARIABLE);
    if (url != null && !url.isBlank()) {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new DatabaseUnavailableException(
            URL_VARIABLE
                + " is no address of a PostgreSQL; write it like"
                + " jdbc:postgresql://HOST:5432/DATABASE, with user and password in "
                + USER_VARIABLE
                + " and "
                + PASSWORD_VARIABLE
                + ".");
      }
      return at(
          url,
          environment.getOrDefault(USER_VARIABLE, ""),
          environment.getOrDefault(PASSWORD_VARIABLE, ""),
          null);
    }
    PostgresServer server = PostgresServer.open(home.resolve("postgres"), cache(environment, home));
    try {
      createIfMissing(server);
      return at(server.url(), server.user(), server.password(), server);
    } catch (DatabaseUnavailableException e) {
      server.close();
      throw e;
    }
  }

  public DataSource source() {
    return source;
  }

  /** The JDBC address, which never holds a password. */
  public String url() {
    return source.getJdbcUrl();
  }

  @Override
  public void close() {
    source.close();
    if (embedded != null) {
      embedded.close();
    }
  }

  static Database at(String url, String user, String password, @Nullable PostgresServer embedded)
      throws DatabaseUnavailableException {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setPoolName("colophon");
    config.setInitializationFailTimeout(3_000);
    try {
      var source = new HikariDataSource(config);
      try {
        migrate(source);
      } catch (FlywayException e) {
        source.close();
        throw new DatabaseUnavailableException(
            "The schema of the database at "
                + url
                + " could not be brought up to date: "
                + firstLine(e)
                + ". Nothing was changed by the step that failed; mend it and start again.");
      }
      return new Database(source, embedded);
    } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
      throw new DatabaseUnavailableException(
          "The database at "
              + url
              + " does not answer ("
              + firstLine(e)
              + "). Check that it runs and that "
              + URL_VARIABLE
              + ", "
              + USER_VARIABLE
              + " and "
              + PASSWORD_VARIABLE
              + " are right.");
    }
  }

  private static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .javaMigrations(new QuartzTables())
        .validateMigrationNaming(true)
        // Files are numbered by room, so a new one may stand before one that has been applied.
        .outOfOrder(true)
        .load()
        .migrate();
  }

  private static void createIfMissing(PostgresServer server) throws DatabaseUnavailableException {
    String maintenance = server.url().replaceFirst("/[^/]*$", "/postgres");
    try (var connection =
            DriverManager.getConnection(maintenance, server.user(), server.password());
        var statement = connection.createStatement()) {
      try (var found =
          statement.executeQuery(
              "select 1 from pg_database where datname = '" + PostgresServer.NAME + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + PostgresServer.NAME);
    } catch (SQLException e) {
      if (MADE_MEANWHILE.contains(String.valueOf(e.getSQLState()))) {
        return;
      }
      throw new DatabaseUnavailableException(
          "The built-in PostgreSQL runs but does not let us in (" + firstLine(e) + ").");
    }
  }

  private static Path cache(Map<String, String> environment, Path home) {
    String cache = environment.get("XDG_CACHE_HOME");
    if (cache != null && !cache.isBlank()) {
      return Path.of(cache, "colophon");
    }
    String user = environment.get("HOME");
    Path ofUser = user == null || user.isBlank() ? null : Path.of(user);
    return ofUser != null && java.nio.file.Files.isWritable(ofUser)
        ? ofUser.resolve(".cache").resolve("colophon")
        : home.resolve("cache");
  }

  private static String firstLine(Throwable e) {
    String message = String.valueOf(e.getMessage()).strip();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
