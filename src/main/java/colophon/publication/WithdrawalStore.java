package colophon.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was taken back, and whether that is finished. A decision is never changed or undone. */
final class WithdrawalStore {

  private static final String SELECT =
      "select brief_id, withdrawn_by, reason, withdrawn_at from withdrawal w";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  WithdrawalStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps the decision; a brief is withdrawn once. */
  void keep(String briefId, String by, String reason) {
    jdbc.sql(
            """
            insert into withdrawal (brief_id, withdrawn_by, reason, withdrawn_at)
            values (:brief, :by, :reason, :now) on conflict do nothing
            """)
        .param("brief", briefId)
        .param("by", by)
        .param("reason", reason)
        .param("now", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)))
        .update();
  }

  Optional<Withdrawal> find(String briefId) {
    return jdbc.sql(SELECT + " where brief_id = :brief")
        .param("brief", briefId)
        .query((row, n) -> withdrawal(row))
        .optional();
  }

  /** Every one, the oldest first. */
  List<Withdrawal> all() {
    return jdbc.sql(SELECT + " order by withdrawn_at, brief_id")
        .query((row, n) -> withdrawal(row))
        .list();
  }

  /** Those that are not finished, the oldest first. */
  List<Withdrawal> unfinished() {
    return jdbc.sql(
            SELECT
                + """
                 where not exists (select 1 from withdrawal_end e where e.brief_id = w.brief_id)
                 order by withdrawn_at, brief_id
                """)
        .query((row, n) -> withdrawal(row))
        .list();
  }

  /** Every place shows that it is withdrawn: nothing is left to do. */
  void end(Withdrawal withdrawal) {
    jdbc.sql(
            """
            insert into withdrawal_end (brief_id, ended_at) values (:brief, :now)
            on conflict do nothing
            """)
        .param("brief", withdrawal.briefId())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private static Withdrawal withdrawal(ResultSet row) throws SQLException {
    return new Withdrawal(
        row.getString("brief_id"),
        row.getString("withdrawn_by"),
        row.getString("reason"),
        row.getTimestamp("withdrawn_at").toInstant());
  }
}
