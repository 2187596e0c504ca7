package colophon.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many flags drafts raised. It changes nothing. */
public final class ReviewFigures {

  private final JdbcClient jdbc;

  public ReviewFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The flags of the drafts that models wrote since a moment, by the day in UTC on which each draft
   * came to the desk; the pipeline's own wish for review is none.
   */
  public SortedMap<String, Long> flagsByDay(Instant since) {
    var days = new TreeMap<String, Long>();
    jdbc.sql(
            """
            select to_char(s.decided_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*) as number
            from review_state s
              cross join lateral jsonb_array_elements(
                replace(convert_from(s.flags, 'UTF8'), '\\u0000', '\\ufffd')::jsonb) flag
            where s.decided_at >= :since and flag ->> 'kind' <> 'POLICY'
              and not exists (select 1 from review_state b
                where b.draft_id = s.draft_id and b.id < s.id)
              and not exists (select 1 from draft_edit e where e.draft_id = s.draft_id)
            group by 1
            """)
        .param("since", Timestamp.from(since))
        .query(row -> {
          days.put(row.getString("day"), row.getLong("number"));
        });
    return Collections.unmodifiableSortedMap(days);
  }
}
