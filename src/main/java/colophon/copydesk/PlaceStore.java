package colophon.copydesk;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where drafts stand in the queue by what people did with them. */
final class PlaceStore {

  private final JdbcClient jdbc;

  PlaceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Lets nobody else note anything on a draft or change it until this transaction ends, so that
   * each of two at once sees what the other did.
   */
  void hold(String root) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:root, :room)) is null")
        .param("root", "draft " + root)
        .param("room", 103L)
        .query(Boolean.class)
        .single();
  }

  /** Keeps where a draft stands. */
  void keep(Worksheet sheet) {
    DeskEvent.Placed placed = sheet.placed();
    jdbc.sql(
            """
            insert into desk_place
              (draft_id, slug, urgency, note, deadline, held_until, embargo, assigned_login,
               assigned_name, blocking)
            values (:draft, :slug, :urgency, :note, :deadline, :held, :embargo, :login, :name,
              :blocking)
            on conflict (draft_id) do update set
              slug = excluded.slug, urgency = excluded.urgency, note = excluded.note,
              deadline = excluded.deadline, held_until = excluded.held_until,
              embargo = excluded.embargo,
              assigned_login = excluded.assigned_login, assigned_name = excluded.assigned_name,
              blocking = excluded.blocking
            """)
        .param("draft", sheet.draft().id())
        .param("slug", placed.slug())
        .param("urgency", placed.urgency())
        .param("note", placed.note())
        .param("deadline", timestamp(placed.deadline()), Types.TIMESTAMP)
        .param("held", timestamp(placed.heldUntil()), Types.TIMESTAMP)
        .param("embargo", timestamp(placed.embargo()), Types.TIMESTAMP)
        .param("login", sheet.assigned().login())
        .param("name", sheet.assigned().name())
        .param(
            "blocking",
            sheet.blocking().stream().map(mark -> mark.flag().kind().name()).toArray(String[]::new))
        .update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant time) {
    return time == null ? null : Timestamp.from(time);
  }
}
