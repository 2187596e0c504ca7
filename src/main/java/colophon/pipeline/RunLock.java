package colophon.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Holds a run for one process. The lock lives in a database session, so it is gone the moment its
 * process dies, and another may take the run over at once.
 */
final class RunLock implements AutoCloseable {

  private final Connection connection;
  private final String name;

  private RunLock(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  /** The lock, or nothing where another process holds it. */
  static Optional<RunLock> take(DataSource source, String name) {
    try {
      Connection connection = source.getConnection();
      try (var statement =
          connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
        statement.setString(1, name);
        try (var row = statement.executeQuery()) {
          if (row.next() && row.getBoolean(1)) {
            return Optional.of(new RunLock(connection, name));
          }
        }
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try (connection;
        var statement =
            connection.prepareStatement("select pg_advisory_unlock(hashtextextended(?, 0))")) {
      statement.setString(1, name);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer: " + e.getMessage(), e);
    }
  }
}
