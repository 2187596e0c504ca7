package colophon.pipeline;

import colophon.kernel.Digest;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Definitions as they were applied, every version of them. */
public final class DefinitionStore {

  /** What applying one file did. */
  public enum Change {
    ADDED,
    CHANGED,
    SAME
  }

  /** One applied file. */
  public record Applied(String kind, String name, Digest digest, Change change) {}

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public DefinitionStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Applies one file: kept as a new version where its bytes differ from the last. */
  public Applied apply(String kind, String name, byte[] body, String by) {
    Digest digest = Digest.of(body);
    Optional<Digest> before = latest(kind, name);
    if (before.isPresent() && before.get().equals(digest)) {
      return new Applied(kind, name, digest, Change.SAME);
    }
    jdbc.sql(
            """
            insert into definition (kind, name, digest, body, applied_at, applied_by)
            values (:kind, :name, :digest, :body, :now, :by)
            """)
        .param("kind", kind)
        .param("name", name)
        .param("digest", digest.toString())
        .param("body", body)
        .param("now", Timestamp.from(clock.instant()))
        .param("by", by)
        .update();
    return new Applied(kind, name, digest, before.isPresent() ? Change.CHANGED : Change.ADDED);
  }

  /** The digest of the version in force. */
  public Optional<Digest> latest(String kind, String name) {
    return jdbc.sql(
            "select digest from definition where kind = :kind and name = :name"
                + " order by applied_at desc limit 1")
        .param("kind", kind)
        .param("name", name)
        .query(String.class)
        .optional()
        .map(Digest::parse);
  }

  /** The version in force, as it was applied. */
  public Optional<byte[]> body(String kind, String name) {
    return jdbc.sql(
            "select body from definition where kind = :kind and name = :name"
                + " order by applied_at desc limit 1")
        .param("kind", kind)
        .param("name", name)
        .query(byte[].class)
        .optional();
  }

  /** The version that was in force at a moment, as it was applied. */
  public Optional<byte[]> body(String kind, String name, Instant at) {
    return jdbc.sql(
            "select body from definition where kind = :kind and name = :name"
                + " and applied_at <= :at order by applied_at desc limit 1")
        .param("kind", kind)
        .param("name", name)
        .param("at", Timestamp.from(at))
        .query(byte[].class)
        .optional();
  }

  /** The version of that digest, as it was applied. */
  public Optional<byte[]> body(String kind, String name, Digest digest) {
    return jdbc.sql(
            "select body from definition where kind = :kind and name = :name and digest = :digest"
                + " order by applied_at desc limit 1")
        .param("kind", kind)
        .param("name", name)
        .param("digest", digest.toString())
        .query(byte[].class)
        .optional();
  }

  /** Pauses or resumes a pipeline, whatever its file says. */
  public void pause(String pipeline, boolean paused, String by) {
    jdbc.sql(
            """
            insert into pipeline_switch (pipeline, paused, switched_by, switched_at)
            values (:pipeline, :paused, :by, :now)
            """)
        .param("pipeline", pipeline)
        .param("paused", paused)
        .param("by", by)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Whether somebody paused or resumed it; nothing where its file alone rules. */
  public Optional<Boolean> paused(String pipeline) {
    List<Boolean> latest =
        jdbc.sql(
                "select paused from pipeline_switch where pipeline = :pipeline"
                    + " order by switched_at desc limit 1")
            .param("pipeline", pipeline)
            .query(Boolean.class)
            .list();
    return latest.stream().findFirst();
  }

  /** One version of a definition, and who applied it when. */
  public record Version(Digest digest, Instant appliedAt, String appliedBy) {}

  /** The versions of a definition, the latest first. */
  public List<Version> versions(String kind, String name, int most) {
    return jdbc.sql(
            """
            select digest, applied_at, applied_by from definition
            where kind = :kind and name = :name order by applied_at desc limit :most
            """)
        .param("kind", kind)
        .param("name", name)
        .param("most", most)
        .query((row, n) ->
            new Version(
                Digest.parse(row.getString("digest")),
                row.getTimestamp("applied_at").toInstant(),
                row.getString("applied_by")))
        .list();
  }

  /** A pause or its end, and who ordered it when. */
  public record Switch(boolean paused, String by, Instant at) {}

  /** How somebody last switched a pipeline; nothing where its file alone rules. */
  public Optional<Switch> lastSwitch(String pipeline) {
    return jdbc
        .sql(
            """
            select paused, switched_by, switched_at from pipeline_switch
            where pipeline = :pipeline order by switched_at desc limit 1
            """)
        .param("pipeline", pipeline)
        .query((row, n) ->
            new Switch(
                row.getBoolean("paused"),
                row.getString("switched_by"),
                row.getTimestamp("switched_at").toInstant()))
        .list()
        .stream()
        .findFirst();
  }
}
