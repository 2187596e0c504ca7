package colophon.review;

import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.grounding.GroundingReport;
import colophon.grounding.GroundingStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What was decided about each draft, and when. Rows are only ever added; the latest one stands. */
public final class ReviewStore {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String LATEST =
      """
      select distinct on (draft_id) draft_id, state, flags, decided_by, role, reason, decided_at
      from review_state
      """;

  private final JdbcClient jdbc;
  private final BriefStore briefs;
  private final GroundingStore reports;

  public ReviewStore(JdbcClient jdbc, BriefStore briefs, GroundingStore reports) {
    this.jdbc = jdbc;
    this.briefs = briefs;
    this.reports = reports;
  }

  /** The draft's place at the desk. */
  public Optional<Copy> find(String draftId) {
    return jdbc.sql(LATEST + " where draft_id = :draft order by draft_id, id desc")
        .param("draft", draftId)
        .query((row, n) -> copy(row))
        .optional();
  }

  /**
   * The drafts that wait, the longest first. One that a newer draft of its story has overtaken waits
   * no more.
   */
  public List<Copy.Waiting> waiting() {
    return jdbc.sql(
            "select * from ("
                + LATEST
                + """
                 order by draft_id, id desc) s
                where s.state = 'waiting' and not exists (
                  select 1 from draft mine join draft newer on newer.story_id = mine.story_id
                  where mine.id = s.draft_id
                    and (newer.story_revision > mine.story_revision
                      or newer.story_revision = mine.story_revision
                        and newer.written_at > mine.written_at))
                order by s.decided_at, s.draft_id
                """)
        .query((row, n) -> copy(row))
        .list()
        .stream()
        .map(Copy.Waiting.class::cast)
        .toList();
  }

  /** Keeps where a draft is now. */
  public void keep(Copy copy) {
    switch (copy) {
      case Copy.Waiting waiting ->
          insert(waiting, "waiting", waiting.flags(), null, null, null, waiting.since());
      case Copy.Released released -> {
        Approved approved = released.approved();
        switch (approved.reviewer()) {
          case Reviewer.Person person ->
              insert(
                  copy,
                  "approved",
                  approved.flags(),
                  person.name(),
                  person.role(),
                  null,
                  approved.decidedAt());
          case Reviewer.Policy policy ->
              insert(
                  copy,
                  "released by policy",
                  approved.flags(),
                  policy.pipeline(),
                  null,
                  null,
                  approved.decidedAt());
        }
      }
      case Copy.SentBack back ->
          insert(back, "sent back", List.of(), back.by(), null, back.reason(), back.at());
      case Copy.Spiked spiked ->
          insert(spiked, "spiked", List.of(), spiked.by(), null, spiked.reason(), spiked.at());
    }
  }

  private void insert(
      Copy copy,
      String state,
      List<Flag> flags,
      @Nullable String by,
      @Nullable String role,
      @Nullable String reason,
      Instant at) {
    jdbc.sql(
            """
            insert into review_state (draft_id, state, flags, decided_by, role, reason, decided_at)
            values (:draft, :state, :flags, :by, :role, :reason, :at)
            """)
        .param("draft", copy.draft().id())
        .param("state", state)
        .param("flags", MAPPER.writeValueAsBytes(flags))
        .param("by", by, Types.VARCHAR)
        .param("role", role, Types.VARCHAR)
        .param("reason", reason, Types.VARCHAR)
        .param("at", Timestamp.from(at))
        .update();
  }

  private Copy copy(ResultSet row) throws SQLException {
    String id = row.getString("draft_id");
    Draft draft = briefs.draft(id).orElseThrow(() -> lost(id));
    GroundingReport report = reports.find(id).orElseThrow(() -> lost(id));
    List<Flag> flags = List.of(MAPPER.readValue(row.getBytes("flags"), Flag[].class));
    Instant at = row.getTimestamp("decided_at").toInstant();
    String by = String.valueOf(row.getString("decided_by"));
    String reason = String.valueOf(row.getString("reason"));
    return switch (row.getString("state")) {
      case "waiting" -> new Copy.Waiting(draft, report, flags, at);
      case "approved" ->
          new Copy.Released(
              new Approved(
                  draft, report, flags, new Reviewer.Person(by, row.getString("role")), at));
      case "released by policy" ->
          new Copy.Released(new Approved(draft, report, flags, new Reviewer.Policy(by), at));
      case "sent back" -> new Copy.SentBack(draft, report, by, reason, at);
      case "spiked" -> new Copy.Spiked(draft, report, by, reason, at);
      default -> throw lost(id);
    };
  }

  private static IllegalStateException lost(String draftId) {
    return new IllegalStateException("the draft " + draftId + " is not whole in the database");
  }
}
