package colophon.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL for tests: one server a JVM, one fresh, migrated database a call. {@code
 * COLOPHON_TEST_DATABASE_URL} (with user and password beside it) names another server, so that the
 * tests can also run on the oldest version supported.
 */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable Server server;

  private final Database database;

  private TestDatabase(Database database) {
    this.database = database;
  }

  /** A new empty database at the current schema. */
  public static TestDatabase fresh() {
    Server running = server();
    String name = "t" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    try (var connection =
            DriverManager.getConnection(
                running.url() + "/postgres", running.user(), running.password());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return new TestDatabase(
          Database.at(running.url() + "/" + name, running.user(), running.password(), null));
    } catch (SQLException | DatabaseUnavailableException e) {
      throw new IllegalStateException(e);
    }
  }

  public DataSource source() {
    return database.source();
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(database.source());
  }

  /** The JDBC address, for tests that start another process. */
  public String url() {
    return database.url();
  }

  public String user() {
    return server().user();
  }

  public String password() {
    return server().password();
  }

  @Override
  public void close() {
    database.close();
  }

  private record Server(String url, String user, String password) {}

  private static synchronized Server server() {
    Server known = server;
    if (known != null) {
      return known;
    }
    String given = System.getenv("COLOPHON_TEST_DATABASE_URL");
    if (given != null) {
      known =
          new Server(
              given,
              System.getenv("COLOPHON_TEST_DATABASE_USER"),
              System.getenv("COLOPHON_TEST_DATABASE_PASSWORD"));
    } else {
      known = embedded();
    }
    server = known;
    return known;
  }

  private static Server embedded() {
    try {
      Path folder = Files.createTempDirectory("colophon-test-postgres");
      PostgresServer started =
          PostgresServer.open(
              folder, Path.of(System.getProperty("user.home"), ".cache", "colophon"));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                started.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
              }));
      var server =
          new Server(started.url().replaceFirst("/[^/]*$", ""), started.user(), started.password());
      forgetful(server);
      return server;
    } catch (IOException | SQLException | DatabaseUnavailableException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nobody needs these databases after a power cut; without it the last checkpoint takes long. */
  private static void forgetful(Server server) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                server.url() + "/postgres", server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("alter system set fsync = off");
      statement.execute("select pg_reload_conf()");
    }
  }
}
