package colophon.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row of what was decided, and the statements that keep it. What waits stands in
 * the editors' queue from the same statement on, and stands there no longer than it waits.
 */
record ReviewRow(
    String state,
    List<Flag> flags,
    @Nullable String by,
    @Nullable String login,
    @Nullable String role,
    @Nullable String reason,
    @Nullable String override,
    @Nullable Receipt receipt,
    Instant at,
    @Nullable Instant since,
    int people,
    @Nullable Long first) {

  private static final String STATED =
      """
      with stated as (
        insert into review_state
          (draft_id, state, flags, decided_by, role, reason, receipt, decided_at, previous,
           people, by_login, override_reason, waiting_since, first_approval)
        values (:draft, :state, :flags, :by, :role, :reason, :receipt, :at, :previous,
           :people, :login, :override, :since, :first)
        returning draft_id, decided_at, waiting_since)
      """;

  /** Keeps a draft that waits; older drafts of its story leave the queue. */
  static final String WAITS =
      STATED
          + """
          , overtaken as (
            delete from review_queue q using draft mine
            where mine.id = :draft and q.story_id = mine.story_id
              and (q.story_revision, q.written_at) < (mine.story_revision, mine.written_at))
          insert into review_queue
            (draft_id, story_id, story_revision, written_at, run_id, headline, waiting_since, risk,
             kinds, people, first_by)
          select mine.id, mine.story_id, mine.story_revision, mine.written_at, mine.run_id,
            :headline, coalesce(stated.waiting_since, stated.decided_at), :risk, :kinds, :people,
            :by
          from draft mine join stated on stated.draft_id = mine.id
          on conflict (draft_id) do update set
            headline = excluded.headline, waiting_since = excluded.waiting_since,
            risk = excluded.risk, kinds = excluded.kinds, people = excluded.people,
            first_by = excluded.first_by
          """;

  /** Keeps a draft that waits no more. */
  static final String WAITS_NO_MORE = STATED + "delete from review_queue where draft_id = :draft";

  boolean waits() {
    return state.equals("waiting") || state.equals("approved once");
  }

  static ReviewRow of(Copy copy, @Nullable Long previous) {
    return switch (copy) {
      case Copy.Waiting waiting -> waiting(waiting);
      case Copy.Released released -> released(released.approved(), previous);
      case Copy.SentBack back -> ended("sent back", back.by(), back.reason(), back.at());
      case Copy.Spiked spiked -> ended("spiked", spiked.by(), spiked.reason(), spiked.at());
    };
  }

  private static ReviewRow ended(String state, String by, String reason, Instant at) {
    return new ReviewRow(state, List.of(), by, null, null, reason, null, null, at, null, 1, null);
  }

  private static ReviewRow waiting(Copy.Waiting waiting) {
    FirstApproval first = waiting.first();
    return first == null
        ? new ReviewRow(
            "waiting",
            waiting.flags(),
            null,
            null,
            null,
            null,
            null,
            null,
            waiting.since(),
            null,
            waiting.people(),
            null)
        : new ReviewRow(
            "approved once",
            waiting.flags(),
            first.by(),
            given(first.login()),
            first.role(),
            first.note(),
            given(first.override()),
            first.receipt(),
            first.receipt().decidedAt(),
            waiting.since(),
            waiting.people(),
            null);
  }

  private static ReviewRow released(Approved approved, @Nullable Long previous) {
    Receipt receipt = approved.receipt().orElse(null);
    boolean two = approved.first().isPresent();
    return switch (approved.reviewer()) {
      case Reviewer.Person person ->
          new ReviewRow(
              "approved",
              approved.flags(),
              person.name(),
              given(approved.login()),
              person.role(),
              approved.note(),
              approved.override().orElse(null),
              receipt,
              approved.decidedAt(),
              null,
              two ? 2 : 1,
              two ? previous : null);
      case Reviewer.Policy policy ->
          new ReviewRow(
              "released by policy",
              approved.flags(),
              policy.pipeline(),
              null,
              null,
              null,
              null,
              receipt,
              approved.decidedAt(),
              null,
              1,
              null);
    };
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }
}
