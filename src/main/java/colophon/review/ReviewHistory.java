package colophon.review;

import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that was decided about a draft, in order, for whoever follows its way later. */
public final class ReviewHistory {

  /** The most events of one draft. */
  static final int MOST_EVENTS = 1_000;

  /**
   * One state that a draft was in.
   *
   * @param state such as {@code waiting} or {@code approved}
   * @param flags the marks that stood, as kept
   * @param by who decided, a person or a pipeline; null where it only began to wait
   * @param role of the person; null where nobody approved it
   * @param reason in the person's words; null where none was given
   * @param receipt what the person did before deciding, as kept; null where nobody looked
   */
  public record Event(
      String state,
      Json flags,
      @Nullable String by,
      @Nullable String role,
      @Nullable String reason,
      @Nullable Json receipt,
      Instant at) {}

  /**
   * What a person decided about a draft.
   *
   * @param state that the draft was in from then on, such as {@code sent back}
   * @param role of the person; empty where none is kept
   * @param reason in the person's words; empty where none was given
   * @param override why it may go out although marks stand, in the person's words; empty where that
   *     was not asked for
   */
  public record Decided(
      String draftId,
      String state,
      String by,
      String role,
      String reason,
      String override,
      Instant at) {}

  private final JdbcClient jdbc;

  public ReviewHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The events of a draft, the earliest first. */
  public List<Event> of(String draftId) {
    return jdbc.sql(
            """
            select state, flags, decided_by, role, reason, receipt, decided_at from review_state
            where draft_id = :draft order by id limit :most
            """)
        .param("draft", draftId)
        .param("most", MOST_EVENTS)
        .query((row, n) -> event(row))
        .list();
  }

  /** What people decided about any of these drafts, the earliest first. */
  public List<Decided> decided(Collection<String> draftIds) {
    return jdbc.sql(
            """
            select draft_id, state, decided_by, coalesce(role, '') as role,
              coalesce(reason, '') as reason, coalesce(override_reason, '') as override, decided_at
            from review_state
            where draft_id = any(:drafts) and decided_by is not null
              and state in ('approved once', 'approved', 'sent back', 'spiked')
            order by id limit :most
            """)
        .param("drafts", draftIds.toArray(String[]::new))
        .param("most", MOST_EVENTS)
        .query((row, n) ->
            new Decided(
                row.getString("draft_id"),
                row.getString("state"),
                row.getString("decided_by"),
                row.getString("role"),
                row.getString("reason"),
                row.getString("override"),
                row.getTimestamp("decided_at").toInstant()))
        .list();
  }

  private static Event event(ResultSet row) throws SQLException {
    byte[] receipt = row.getBytes("receipt");
    return new Event(
        row.getString("state"),
        json(row.getBytes("flags")),
        row.getString("decided_by"),
        row.getString("role"),
        row.getString("reason"),
        receipt == null ? null : json(receipt),
        row.getTimestamp("decided_at").toInstant());
  }

  private static Json json(byte[] document) {
    try {
      return JsonReader.read(document, ReviewStore.MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new IllegalStateException("a kept decision is damaged: " + e.getMessage(), e);
    }
  }
}
