package colophon.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes it known that this process serves, and by which definition of each pipeline. What is known
 * lives in a database session: it is gone the moment the process dies.
 */
public final class ServingNode implements AutoCloseable {

  private final DataSource source;
  private final List<String> names;
  private @Nullable Connection session;

  private ServingNode(DataSource source, List<String> names) {
    this.source = source;
    this.names = List.copyOf(names);
  }

  /** From now on runs of these pipelines may be left to this process. */
  public static ServingNode announce(DataSource source, Collection<Pipeline> pipelines) {
    var node = new ServingNode(source, pipelines.stream().map(ServingNode::name).toList());
    node.renew();
    return node;
  }

  /** Whether a live process takes runs of this pipeline by this very definition of it. */
  public static boolean carries(JdbcClient jdbc, Pipeline pipeline) {
    return jdbc.sql(
                """
                select count(*) from pg_locks l, (select hashtextextended(:name, 0) as key) k
                where l.locktype = 'advisory' and l.granted and l.mode = 'ShareLock'
                  and l.objsubid = 1
                  and l.database = (select oid from pg_database where datname = current_database())
                  and l.classid::bigint = (k.key >> 32) & 4294967295
                  and l.objid::bigint = k.key & 4294967295
                """)
            .param("name", name(pipeline))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Makes it known again where the database was restarted; else it does nothing. */
  public synchronized void renew() {
    try {
      Connection known = session;
      if (known != null && known.isValid(2)) {
        return;
      }
      if (known != null) {
        known.close();
      }
      session = announced();
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer: " + e.getMessage(), e);
    }
  }

  /** From now on nobody leaves a run to this process. */
  @Override
  public synchronized void close() {
    Connection known = session;
    session = null;
    if (known == null) {
      return;
    }
    try (known;
        var statement = known.prepareStatement("select pg_advisory_unlock_all()")) {
      statement.execute();
    } catch (SQLException e) {
      // The session is gone, and with it what it made known: that is what was wanted.
    }
  }

  private Connection announced() throws SQLException {
    Connection connection = source.getConnection();
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_advisory_lock_shared(hashtextextended(?, 0))")) {
      for (String name : names) {
        statement.setString(1, name);
        statement.execute();
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static String name(Pipeline pipeline) {
    return "serving " + pipeline.name() + " " + pipeline.definition();
  }
}
