package colophon.capture;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The history of polls: what each brought, and when its source may be polled next. */
public final class PollStore {

  /** The longest history handed out, in polls. */
  public static final int MOST_POLLS = 500;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  public PollStore(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * One poll in the past.
   *
   * @param failuresInARow polls up to this one in which the source itself could not be read
   * @param nextPoll when the source may be polled again
   */
  public record PastPoll(
      Instant polledAt,
      int captured,
      int unchanged,
      int failuresInARow,
      Instant nextPoll,
      List<PollReport.Problem> problems) {

    public PastPoll {
      problems = List.copyOf(problems);
    }
  }

  /** Whether the source may be polled: it never was, or its rest is over. */
  public boolean due(Source source, Instant now) {
    return lastOf(source.id()).map(past -> !past.nextPoll().isAfter(now)).orElse(true);
  }

  /** The last poll of a source. */
  public Optional<PastPoll> lastOf(String sourceId) {
    return history(sourceId, 1).stream().findFirst();
  }

  /**
   * The last polls of a source, newest first.
   *
   * @param most polls, at most {@link #MOST_POLLS}
   */
  public List<PastPoll> history(String sourceId, int most) {
    return jdbc.sql(
            """
            select id, polled_at, captured, unchanged, failures_in_a_row, next_poll from poll
            where source_id = :source order by id desc limit :most
            """)
        .param("source", sourceId)
        .param("most", Math.min(most, MOST_POLLS))
        .query((row, index) ->
            new PastPoll(
                row.getTimestamp("polled_at").toInstant(),
                row.getInt("captured"),
                row.getInt("unchanged"),
                row.getInt("failures_in_a_row"),
                row.getTimestamp("next_poll").toInstant(),
                problems(row.getLong("id"))))
        .list();
  }

  /**
   * How a source stood after its last poll.
   *
   * @param failuresInARow polls up to the last in which the source itself could not be read
   */
  public record Standing(String sourceId, Instant polledAt, int failuresInARow) {}

  /** How every source that was ever polled stands, by its id. */
  public List<Standing> standings() {
    return jdbc.sql(
            """
            select distinct on (source_id) source_id, polled_at, failures_in_a_row from poll
            order by source_id, id desc
            """)
        .query((row, n) ->
            new Standing(
                row.getString("source_id"),
                row.getTimestamp("polled_at").toInstant(),
                row.getInt("failures_in_a_row")))
        .list();
  }

  /** Adds a poll to the history. */
  void append(PollReport report, int failuresInARow, Instant nextPoll) {
    transaction.executeWithoutResult(status -> {
      long poll =
          jdbc.sql(
                  """
                  insert into poll (source_id, polled_at, captured, unchanged,
                    failures_in_a_row, next_poll)
                  values (:source, :polled, :captured, :unchanged, :failures, :next)
                  returning id
                  """)
              .param("source", report.source().id())
              .param("polled", Timestamp.from(report.polledAt()))
              .param("captured", report.captured().size())
              .param("unchanged", report.unchanged())
              .param("failures", failuresInARow)
              .param("next", Timestamp.from(nextPoll))
              .query(Long.class)
              .single();
      for (int i = 0; i < report.problems().size(); i++) {
        insert(poll, i + 1, report.problems().get(i));
      }
    });
  }

  private void insert(long poll, int position, PollReport.Problem problem) {
    jdbc.sql(
            """
            insert into poll_problem (poll_id, position, address, reason)
            values (:poll, :position, :address, :reason)
            """)
        .param("poll", poll)
        .param("position", position)
        .param("address", problem.address().toString())
        .param("reason", problem.reason())
        .update();
  }

  private List<PollReport.Problem> problems(long poll) {
    return jdbc.sql(
            "select address, reason from poll_problem where poll_id = :poll order by position")
        .param("poll", poll)
        .query((row, index) ->
            new PollReport.Problem(
                java.net.URI.create(row.getString("address")), row.getString("reason")))
        .list();
  }
}
