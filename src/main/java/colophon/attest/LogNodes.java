package colophon.attest;

import colophon.kernel.Digest;
import colophon.tlog.TreeNodes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hashes of complete subtrees in the database. */
final class LogNodes {

  /** A node that the log must have is not in the database; colophon log fsck says more. */
  static final class MissingNodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingNodeException(String message) {
      super(message);
    }
  }

  private record Place(int level, long index) {}

  private final JdbcClient jdbc;
  private final int epoch;

  LogNodes(JdbcClient jdbc, int epoch) {
    this.jdbc = jdbc;
    this.epoch = epoch;
  }

  /**
   * Computes something from nodes that are fetched in one statement. Which nodes it asks for must
   * not depend on their hashes: it is run once to learn that, and once for its result.
   */
  <T> T compute(Function<TreeNodes, T> computation) {
    Set<Place> wanted = new LinkedHashSet<>();
    Digest any = Digest.of(new byte[0]);
    T unused =
        computation.apply((level, index) -> {
          wanted.add(new Place(level, index));
          return any;
        });
    Map<Place, Digest> found = fetch(wanted);
    return computation.apply((level, index) -> {
      Digest hash = found.get(new Place(level, index));
      if (hash == null) {
        throw new MissingNodeException(
            "the log lacks its node of level " + level + ", index " + index);
      }
      return hash;
    });
  }

  private Map<Place, Digest> fetch(Set<Place> wanted) {
    var found = new HashMap<Place, Digest>();
    if (!wanted.isEmpty()) {
      jdbc.sql(
              """
              select n.level, n.index, n.hash
              from unnest(cast(:levels as int[]), cast(:indexes as bigint[])) as w (level, index)
              join log_node n on n.epoch = :epoch and n.level = w.level and n.index = w.index
              """)
          .param("levels", wanted.stream().mapToInt(Place::level).toArray())
          .param("indexes", wanted.stream().mapToLong(Place::index).toArray())
          .param("epoch", epoch)
          .query((row, n) ->
              found.put(
                  new Place(row.getInt("level"), row.getLong("index")),
                  Digest.ofRaw(row.getBytes("hash"))))
          .list();
    }
    return found;
  }

  /** The hashes of one level of the tree, from one index to before another, by index. */
  SortedMap<Long, Digest> byIndex(int level, long from, long to) {
    var hashes = new TreeMap<Long, Digest>();
    jdbc.sql(
            "select index, hash from log_node where epoch = :epoch and level = :level"
                + " and index >= :from and index < :to order by index")
        .param("epoch", epoch)
        .param("level", level)
        .param("from", from)
        .param("to", to)
        .query((row, n) -> hashes.put(row.getLong("index"), Digest.ofRaw(row.getBytes("hash"))))
        .list();
    return hashes;
  }

  /** The result, or nothing where a node lacks. */
  <T> Optional<T> find(Function<TreeNodes, T> computation) {
    try {
      return Optional.of(compute(computation));
    } catch (MissingNodeException e) {
      return Optional.empty();
    }
  }
}
