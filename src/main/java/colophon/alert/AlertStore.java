package colophon.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what was told to operators: alerts, messages, and every try with its answer. */
public final class AlertStore {

  /**
   * One alert.
   *
   * @param kind as {@link Trouble.Kind#word} has it
   */
  public record Alert(
      long id,
      String kind,
      String about,
      String sentence,
      Instant began,
      Optional<Instant> ended) {}

  /**
   * One message to one recipient, and how it stands.
   *
   * @param phase {@code begun}, {@code over} or {@code test}
   * @param recipient an address without anything secret
   * @param tries how often it was tried
   * @param outcome of the last try; empty where there was none
   * @param answer to the last try
   */
  public record Message(
      long id,
      String phase,
      String channel,
      String recipient,
      String subject,
      String body,
      Instant made,
      int tries,
      @Nullable Instant lastTry,
      String outcome,
      String answer) {}

  private static final String MESSAGES =
      """
      select m.*, coalesce(t.number, 0) as tries, t.tried_at, coalesce(t.outcome, '') as outcome,
        coalesce(t.answer, '') as answer
      from alert_message m left join lateral (
        select * from alert_try t where t.message_id = m.id order by number desc limit 1) t on true
      """;

  private final JdbcClient jdbc;

  AlertStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One at a time over all processes, until the transaction ends. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('alerts'), 0)").query((row, n) -> n).list();
  }

  /** What is wrong now, the latest first. */
  public List<Alert> open() {
    return jdbc.sql("select * from alert where ended_at is null order by id desc")
        .query((row, n) -> alert(row))
        .list();
  }

  /** The latest alerts, over or not. */
  public List<Alert> latest(int most) {
    return jdbc.sql("select * from alert order by id desc limit :most")
        .param("most", most)
        .query((row, n) -> alert(row))
        .list();
  }

  Alert begin(Trouble trouble, Instant now) {
    return jdbc.sql(
            """
            insert into alert (kind, about, sentence, began_at)
            values (:kind, :about, :sentence, :now) returning *
            """)
        .param("kind", trouble.kind().word())
        .param("about", trouble.about())
        .param("sentence", trouble.sentence())
        .param("now", Timestamp.from(now))
        .query((row, n) -> alert(row))
        .single();
  }

  Alert end(long id, Instant now) {
    return jdbc.sql("update alert set ended_at = :now where id = :id returning *")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query((row, n) -> alert(row))
        .single();
  }

  /** Keeps a message that is to be sent, and gives its number. */
  long put(
      @Nullable Long alert,
      String phase,
      String channel,
      String recipient,
      String subject,
      String body,
      Instant now) {
    return jdbc.sql(
            """
            insert into alert_message
              (alert_id, phase, channel, recipient, subject, body, made_at)
            values (:alert, :phase, :channel, :recipient, :subject, :body, :now) returning id
            """)
        .param("alert", alert, Types.BIGINT)
        .param("phase", phase)
        .param("channel", channel)
        .param("recipient", recipient)
        .param("subject", subject)
        .param("body", body)
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** What is neither delivered nor given up, the oldest first. */
  List<Message> unsent(int most) {
    return jdbc.sql(
            MESSAGES
                + " where coalesce(t.outcome, 'failed') = 'failed' and m.phase <> 'test'"
                + " order by m.id limit :most")
        .param("most", most)
        .query((row, n) -> message(row))
        .list();
  }

  /** The latest messages, with the answer to their last try. */
  public List<Message> messages(int most) {
    return jdbc.sql(MESSAGES + " order by m.id desc limit :most")
        .param("most", most)
        .query((row, n) -> message(row))
        .list();
  }

  Message message(long id) {
    return jdbc.sql(MESSAGES + " where m.id = :id")
        .param("id", id)
        .query((row, n) -> message(row))
        .single();
  }

  void tried(long message, int number, String outcome, String answer, Instant now) {
    jdbc.sql(
            """
            insert into alert_try (message_id, number, tried_at, outcome, answer)
            values (:message, :number, :now, :outcome, :answer)
            """)
        .param("message", message)
        .param("number", number)
        .param("now", Timestamp.from(now))
        .param("outcome", outcome)
        .param("answer", answer)
        .update();
  }

  private static Alert alert(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Alert(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("about"),
        row.getString("sentence"),
        row.getTimestamp("began_at").toInstant(),
        Optional.ofNullable(ended).map(Timestamp::toInstant));
  }

  private static Message message(ResultSet row) throws SQLException {
    Timestamp tried = row.getTimestamp("tried_at");
    return new Message(
        row.getLong("id"),
        row.getString("phase"),
        row.getString("channel"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        row.getTimestamp("made_at").toInstant(),
        row.getInt("tries"),
        tried == null ? null : tried.toInstant(),
        row.getString("outcome"),
        row.getString("answer"));
  }
}
