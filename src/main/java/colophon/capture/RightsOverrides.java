package colophon.capture;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why sources are used in spite of what they said about use, who decided that, and when. */
public final class RightsOverrides {

  /** The longest reason kept, in characters. */
  public static final int MOST_CHARACTERS = 2_000;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public RightsOverrides(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One decision that stands. */
  public record Override(
      RightsSignal signal, String reason, String byLogin, String byName, Instant at) {}

  /** The decisions about a source that stand, the latest first. */
  public List<Override> of(String sourceId) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (kind, raw) * from rights_override where source_id = :source
              order by kind, raw, id desc) latest
            where stands order by id desc
            """)
        .param("source", sourceId)
        .query((row, n) ->
            new Override(
                new RightsSignal(row.getString("kind"), row.getString("raw")),
                row.getString("reason"),
                row.getString("by_login"),
                row.getString("by_name"),
                row.getTimestamp("made_at").toInstant()))
        .list();
  }

  /** The latest decision that stands against one of these signals of a source. */
  public Optional<Override> standing(String sourceId, List<RightsSignal> signals) {
    return signals.isEmpty()
        ? Optional.empty()
        : of(sourceId).stream().filter(each -> signals.contains(each.signal())).findFirst();
  }

  /** From now on the source is used in spite of the signal, for this reason. */
  public void put(
      String sourceId, RightsSignal signal, String reason, String byLogin, String byName) {
    add(sourceId, signal, true, reason, byLogin, byName);
  }

  /** That decision stands no more. */
  public void takeBack(String sourceId, RightsSignal signal, String byLogin, String byName) {
    add(sourceId, signal, false, "", byLogin, byName);
  }

  private void add(
      String sourceId,
      RightsSignal signal,
      boolean stands,
      String reason,
      String byLogin,
      String byName) {
    jdbc.sql(
            """
            insert into rights_override
              (source_id, kind, raw, stands, reason, by_login, by_name, made_at)
            values (:source, :kind, :raw, :stands, :reason, :login, :name, :now)
            """)
        .param("source", sourceId)
        .param("kind", signal.kind())
        .param("raw", signal.raw())
        .param("stands", stands)
        .param("reason", reason)
        .param("login", byLogin)
        .param("name", byName)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}
