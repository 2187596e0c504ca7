package colophon.evidence;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What operators were told of a draft, whose headline stands in it. That they were told, when and
 * what was answered stays.
 */
final class AlertWords {

  private static final String ERASED = "erased";

  private final JdbcClient jdbc;

  AlertWords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes a draft's words out of alerts, inside the caller's transaction. */
  void withoutWords(String draftId, Instant now) {
    // What is not sent yet is not sent any more: nothing that says something is left of it.
    jdbc.sql(
            """
            insert into alert_try (message_id, number, tried_at, outcome, answer)
            select m.id, coalesce(max(t.number), 0) + 1, :now, 'given up',
              'The draft that it named was erased.'
            from alert_message m join alert a on a.id = m.alert_id
              left join alert_try t on t.message_id = m.id
            where a.about = 'draft ' || :draft
            group by m.id
            having count(*) filter (where t.outcome in ('delivered', 'given up')) = 0
            """)
        .param("now", Timestamp.from(now))
        .param("draft", draftId)
        .update();
    jdbc.sql(
            """
            update alert_message set subject = :erased, body = :erased
            where alert_id in (select id from alert where about = 'draft ' || :draft)
            """)
        .param("erased", ERASED)
        .param("draft", draftId)
        .update();
    jdbc.sql("update alert set sentence = :erased where about = 'draft ' || :draft")
        .param("erased", ERASED)
        .param("draft", draftId)
        .update();
  }
}
