package colophon.review;

import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.grounding.GroundingReport;
import colophon.grounding.GroundingStore;
import colophon.kernel.CanonicalJson;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was decided about each draft, and when. Rows are only ever added; the latest one stands, and
 * each names the one it follows, so that two people cannot decide on the same state of a draft.
 */
public final class ReviewStore {

  /** The largest document kept with a decision, in bytes. */
  static final int MOST_BYTES = 1024 * 1024;

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String LATEST =
      """
      select distinct on (draft_id)
        id, draft_id, state, flags, decided_by, role, reason, receipt, decided_at,
        people, by_login, override_reason, waiting_since, first_approval
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

  /** A row and the copy it tells of. */
  private record Standing(long id, Copy copy) {}

  /** The draft's place at the desk; nothing where its words were erased. */
  public Optional<Copy> find(String draftId) {
    return standing(draftId).map(Standing::copy);
  }

  /** The copy that may go out, where the latest decision on the draft lets it. */
  public Optional<Approved> approved(String draftId) {
    return find(draftId)
        .flatMap(copy ->
            copy instanceof Copy.Released released
                ? Optional.of(released.approved())
                : Optional.empty());
  }

  /**
   * The drafts that wait, the riskiest first, then the longest waiting. One that a newer draft of
   * its story has overtaken waits no more.
   */
  public List<Copy.Waiting> waiting() {
    return jdbc
        .sql(
            "select * from ("
                + LATEST
                + """
                 order by draft_id, id desc) s
                where s.state in ('waiting', 'approved once') and exists (
                  select 1 from draft d where d.id = s.draft_id and d.document is not null)
                and not exists (
                  select 1 from draft mine join draft newer on newer.story_id = mine.story_id
                  where mine.id = s.draft_id
                    and (newer.story_revision > mine.story_revision
                      or newer.story_revision = mine.story_revision
                        and newer.written_at > mine.written_at))
                """)
        .query((row, n) -> standing(row).copy())
        .list()
        .stream()
        .map(Copy.Waiting.class::cast)
        .sorted(Risk.ORDER)
        .toList();
  }

  /** The drafts that waited when their words were erased. */
  public List<String> waitingAndErased() {
    return jdbc.sql(
            "select s.draft_id from ("
                + LATEST
                + """
                 order by draft_id, id desc) s join draft d on d.id = s.draft_id
                where s.state in ('waiting', 'approved once') and d.document is null order by d.erased_at, d.id
                """)
        .query(String.class)
        .list();
  }

  /** Keeps where a draft is now. */
  public void keep(Copy copy) {
    insert(copy, standing(copy.draft().id()).map(Standing::id).orElse(null));
  }

  /**
   * Keeps where a draft is now, as long as it still is where it was seen.
   *
   * @return whether it was kept
   * @throws DuplicateKeyException where somebody else decided at the same moment
   */
  public boolean keepAfter(Copy seen, Copy next) {
    Optional<Standing> standing = standing(next.draft().id());
    if (standing.isEmpty() || standing.get().copy().getClass() != seen.getClass()) {
      return false;
    }
    insert(next, standing.get().id());
    return true;
  }

  /** The newest draft of a draft's story, where that is another one: this one goes out no more. */
  public Optional<String> overtakenBy(String draftId) {
    return jdbc.sql(
            """
            select newer.id from draft mine join draft newer on newer.story_id = mine.story_id
            where mine.id = :draft
              and (newer.story_revision, newer.written_at) > (mine.story_revision, mine.written_at)
            order by newer.story_revision desc, newer.written_at desc limit 1
            """)
        .param("draft", draftId)
        .query(String.class)
        .optional();
  }

  /**
   * Applies a person's decision to the draft as it stands and keeps it; a decision that somebody
   * else made at the same moment is not overwritten.
   */
  public Decisions.Outcome decide(String draftId, Decision decision, Instant now) {
    return decide(draftId, decision, 1, now);
  }

  /**
   * The same where the pipeline asks for more than one person; a draft that asked for two when it
   * began to wait still does.
   */
  public Decisions.Outcome decide(String draftId, Decision decision, int people, Instant now) {
    Optional<Standing> standing = standing(draftId);
    if (standing.isEmpty()) {
      return new Decisions.Outcome.Refused(
          "There is no draft " + draftId + " at the desk; \"review list\" shows what waits.");
    }
    Copy copy =
        standing.get().copy() instanceof Copy.Waiting waiting
            ? waiting.atLeast(people)
            : standing.get().copy();
    Decisions.Outcome outcome = Decisions.apply(copy, decision, now);
    if (outcome instanceof Decisions.Outcome.Decided decided) {
      try {
        insert(decided.copy(), standing.get().id());
      } catch (DuplicateKeyException e) {
        return new Decisions.Outcome.Refused(
            "Somebody else decided on this draft a moment ago; look at it again.");
      }
    }
    return outcome;
  }

  /**
   * The drafts that were sent back or spiked, the latest first, but for those in whose place a
   * newer one of their story stands and those whose words were erased.
   */
  public List<Copy> putAside(int most) {
    return jdbc.sql(
            """
            select s.id, s.draft_id, s.state, s.flags, s.decided_by, s.role, s.reason, s.receipt,
              s.decided_at, s.people, s.by_login, s.override_reason, s.waiting_since,
              s.first_approval
            from review_state s join draft mine on mine.id = s.draft_id
            where s.state in ('sent back', 'spiked') and mine.document is not null
              and not exists (select 1 from review_state later
                where later.draft_id = s.draft_id and later.id > s.id)
              and not exists (select 1 from draft newer where newer.story_id = mine.story_id
                and (newer.story_revision, newer.written_at)
                  > (mine.story_revision, mine.written_at))
            order by s.id desc limit :most
            """)
        .param("most", most)
        .query((row, n) -> copy(row))
        .list();
  }

  /** Lets a draft that was sent back or spiked wait again, for as many people as before. */
  public Decisions.Outcome takeUp(String draftId, Instant now) {
    Optional<Standing> standing = standing(draftId);
    Optional<Copy.Waiting> before = waitedLast(draftId);
    boolean aside =
        standing.isPresent()
            && (standing.get().copy() instanceof Copy.SentBack
                || standing.get().copy() instanceof Copy.Spiked);
    if (!aside || before.isEmpty()) {
      return new Decisions.Outcome.Refused("This draft was neither sent back nor spiked.");
    }
    if (overtakenBy(draftId).isPresent()) {
      return new Decisions.Outcome.Refused(
          "A newer draft of this story has taken its place; work on that one.");
    }
    Copy.Waiting waited = before.get();
    var again =
        new Copy.Waiting(
            waited.draft(), waited.report(), waited.flags(), now, waited.people(), null);
    try {
      insert(again, standing.get().id());
    } catch (DuplicateKeyException e) {
      return new Decisions.Outcome.Refused(
          "Somebody else decided on this draft a moment ago; look at it again.");
    }
    return new Decisions.Outcome.Decided(again);
  }

  private Optional<Copy.Waiting> waitedLast(String draftId) {
    return jdbc.sql(
            LATEST
                + " where draft_id = :draft and state in ('waiting', 'approved once')"
                + " order by draft_id, id desc")
        .param("draft", draftId)
        .query((row, n) -> (Copy.Waiting) copy(row))
        .optional();
  }

  private Optional<Standing> standing(String draftId) {
    return jdbc.sql(
            LATEST
                + """
                 where draft_id = :draft and exists (
                  select 1 from draft d where d.id = draft_id and d.document is not null)
                order by draft_id, id desc
                """)
        .param("draft", draftId)
        .query((row, n) -> standing(row))
        .optional();
  }

  private void insert(Copy copy, @Nullable Long previous) {
    ReviewRow row = ReviewRow.of(copy, previous);
    JdbcClient.StatementSpec statement =
        jdbc.sql(row.waits() ? ReviewRow.WAITS : ReviewRow.WAITS_NO_MORE)
            .param("draft", copy.draft().id())
            .param("state", row.state())
            .param("flags", canonical(row.flags()))
            .param("by", row.by(), Types.VARCHAR)
            .param("role", row.role(), Types.VARCHAR)
            .param("reason", row.reason(), Types.VARCHAR)
            .param("receipt", row.receipt() == null ? null : canonical(row.receipt()), Types.BINARY)
            .param("at", Timestamp.from(row.at()))
            .param("previous", previous, Types.BIGINT)
            .param("people", row.people())
            .param("login", row.login(), Types.VARCHAR)
            .param("override", row.override(), Types.VARCHAR)
            .param(
                "since", row.since() == null ? null : Timestamp.from(row.since()), Types.TIMESTAMP)
            .param("first", row.first(), Types.BIGINT);
    if (row.waits()) {
      statement
          .param("headline", copy.draft().brief().headline().text())
          .param("risk", Risk.of(row.flags()))
          .param(
              "kinds",
              row.flags().stream()
                  .map(Flag::kind)
                  .filter(kind -> kind != Flag.Kind.POLICY)
                  .map(Flag.Kind::name)
                  .toArray(String[]::new));
    }
    statement.update();
  }

  private static byte[] canonical(Object document) {
    try {
      return CanonicalJson.bytes(JsonReader.read(MAPPER.writeValueAsBytes(document), MOST_BYTES));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("a decision became no JSON: " + e.getMessage(), e);
    }
  }

  private Standing standing(ResultSet row) throws SQLException {
    return new Standing(row.getLong("id"), copy(row));
  }

  private Copy copy(ResultSet row) throws SQLException {
    String id = row.getString("draft_id");
    Draft draft = briefs.draft(id).orElseThrow(() -> lost(id));
    GroundingReport report = reports.find(id).orElseThrow(() -> lost(id));
    List<Flag> flags = List.of(MAPPER.readValue(row.getBytes("flags"), Flag[].class));
    Instant at = row.getTimestamp("decided_at").toInstant();
    String by = text(row.getString("decided_by"));
    String reason = text(row.getString("reason"));
    return switch (row.getString("state")) {
      case "waiting" -> new Copy.Waiting(draft, report, flags, at, row.getInt("people"), null);
      case "approved once" ->
          new Copy.Waiting(
              draft,
              report,
              flags,
              row.getTimestamp("waiting_since").toInstant(),
              row.getInt("people"),
              first(row));
      case "approved" -> {
        var person = new Reviewer.Person(by, text(row.getString("role")));
        byte[] receipt = row.getBytes("receipt");
        yield new Copy.Released(
            new Approved(
                draft,
                report,
                flags,
                person,
                at,
                reason,
                receipt == null ? null : MAPPER.readValue(receipt, Receipt.class),
                first(row.getLong("first_approval")),
                text(row.getString("by_login"))));
      }
      case "released by policy" ->
          new Copy.Released(new Approved(draft, report, flags, new Reviewer.Policy(by), at));
      case "sent back" -> new Copy.SentBack(draft, report, by, reason, at);
      case "spiked" -> new Copy.Spiked(draft, report, by, reason, at);
      default -> throw lost(id);
    };
  }

  private static FirstApproval first(ResultSet row) throws SQLException {
    return new FirstApproval(
        text(row.getString("decided_by")),
        text(row.getString("by_login")),
        text(row.getString("role")),
        text(row.getString("reason")),
        text(row.getString("override_reason")),
        MAPPER.readValue(row.getBytes("receipt"), Receipt.class));
  }

  /**
   * The first of two approvals.
   *
   * @param id its row; 0 where one person decided
   */
  private @Nullable FirstApproval first(long id) {
    return id == 0
        ? null
        : jdbc.sql(
                """
                select decided_by, by_login, role, reason, override_reason, receipt
                from review_state where id = :id
                """)
            .param("id", id)
            .query((row, n) -> first(row))
            .single();
  }

  private static String text(@Nullable String column) {
    return column == null ? "" : column;
  }

  private static IllegalStateException lost(String draftId) {
    return new IllegalStateException("the draft " + draftId + " is not whole in the database");
  }
}
