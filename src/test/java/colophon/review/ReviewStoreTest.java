package colophon.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.database.TestDatabase;
import colophon.grounding.Check;
import colophon.grounding.CheckResult;
import colophon.grounding.Conflict;
import colophon.grounding.GroundingReport;
import colophon.grounding.GroundingStore;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Stories;
import colophon.grounding.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class ReviewStoreTest {

  private static final Brief BRIEF =
      Drafts.brief("The talk", "They met.", Stories.article("one", "They met."));
  private static final Flag ONE_SOURCE = new Flag(Flag.Kind.SINGLE_SOURCE, "One source.");
  private static final Flag PLANTED = new Flag(Flag.Kind.SUSPICIOUS_PASSAGE, "Planted.");

  private static TestDatabase database;
  private static BriefStore briefs;
  private static GroundingStore reports;
  private static ReviewStore store;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
    briefs = new BriefStore(database.jdbc());
    reports = new GroundingStore(database.jdbc());
    store = new ReviewStore(database.jdbc(), briefs, reports);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void aReportComesBackAsItWasKept() {
    GroundingReport report =
        new GroundingReport(
            List.of(
                new SentenceFinding(
                    "l1",
                    "“They met,” he said.",
                    new Verdict.Unsupported(Check.FIGURES, "The figure \"3\" is missing."),
                    List.of(new CheckResult(Check.SIMILARITY, true, "Close.", 812))),
                new SentenceFinding("l2", "회담.", new Verdict.Weak(Check.NAMES, "?"), List.of()),
                new SentenceFinding("l3", "x", new Verdict.NoMismatch(), List.of())),
            List.of(new Conflict("talk", List.of(new Conflict.Claim("a-1", 2, "25 minutes", "…")))),
            "grounder/1");
    reports.keep("d-report", report, Drafts.NOW);
    reports.keep("d-report", Drafts.clean(BRIEF), Drafts.NOW);
    assertThat(reports.find("d-report")).contains(report);
    assertThat(reports.find("d-none")).isEmpty();
  }

  @Test
  void anApprovalSurvivesTheProcess() {
    waiting("d-approve", "s-approve", Drafts.NOW, ONE_SOURCE);
    assertThat(store.approved("d-approve")).isEmpty();
    Instant later = Drafts.NOW.plusSeconds(90);
    Decision approve =
        new Decision.Approve(
            "Dana Whitlock",
            "night editor",
            "Called them.",
            new TreeSet<>(Set.of(Flag.Kind.SINGLE_SOURCE)),
            Drafts.NOW,
            List.of("h", "l1"),
            List.of());
    assertThat(store.decide("d-approve", approve, later))
        .isInstanceOf(Decisions.Outcome.Decided.class);

    Approved approved =
        new ReviewStore(database.jdbc(), briefs, reports).approved("d-approve").orElseThrow();
    assertThat(approved.draft()).isEqualTo(briefs.draft("d-approve").orElseThrow());
    assertThat(approved.reviewer()).isEqualTo(new Reviewer.Person("Dana Whitlock", "night editor"));
    assertThat(approved.decidedAt()).isEqualTo(later);
    assertThat(approved.note()).isEqualTo("Called them.");
    assertThat(approved.flags()).containsExactly(ONE_SOURCE);
    assertThat(approved.receipt())
        .contains(
            new Receipt(
                "Dana Whitlock",
                Drafts.NOW,
                later,
                List.of("h", "l1"),
                new TreeSet<>(Set.of(Flag.Kind.SINGLE_SOURCE)),
                List.of()));
    assertThat(store.decide("d-approve", approve, later))
        .isInstanceOf(Decisions.Outcome.Refused.class);
  }

  @Test
  void aReleaseByPolicyIsKeptAsThat() {
    Draft draft = draft("d-policy", "s-policy", Drafts.NOW);
    store.keep(
        Triage.decide(
            draft, Drafts.clean(BRIEF), List.of(), ReviewPolicy.NEVER, "nara", Drafts.NOW));
    Approved approved = store.approved("d-policy").orElseThrow();
    assertThat(approved.reviewer()).isEqualTo(new Reviewer.Policy("nara"));
    assertThat(approved.receipt()).isEmpty();
  }

  @Test
  void whatWaitsIsListedByRiskThenByAge() {
    waiting("d-w1", "s-w1", Drafts.NOW.plusSeconds(2), ONE_SOURCE);
    waiting("d-w2", "s-w2", Drafts.NOW.plusSeconds(3), PLANTED);
    waiting("d-w3", "s-w3", Drafts.NOW.plusSeconds(1), ONE_SOURCE);
    waiting("d-w4", "s-w4", Drafts.NOW, ONE_SOURCE);
    assertThat(store.decide("d-w4", new Decision.Spike("Dana Whitlock", "Old."), Drafts.NOW))
        .isInstanceOf(Decisions.Outcome.Decided.class);
    assertThat(store.waiting())
        .extracting(copy -> copy.draft().id())
        .filteredOn(id -> id.startsWith("d-w"))
        .containsExactly("d-w2", "d-w3", "d-w1");
    assertThat(store.find("d-w4"))
        .contains(
            new Copy.Spiked(
                briefs.draft("d-w4").orElseThrow(),
                Drafts.clean(BRIEF),
                "Dana Whitlock",
                "Old.",
                Drafts.NOW));
  }

  @Test
  void aNewerDraftOvertakesOneThatWaits() {
    waiting("d-old", "s-over", Drafts.NOW, ONE_SOURCE);
    waiting("d-new", "s-over", Drafts.NOW.plusSeconds(5), ONE_SOURCE);
    assertThat(store.waiting())
        .extracting(copy -> copy.draft().id())
        .contains("d-new")
        .doesNotContain("d-old");
  }

  @Test
  void anEditTakesAnApprovalBack() {
    waiting("d-e1", "s-e", Drafts.NOW, ONE_SOURCE);
    store.decide("d-e1", new Decision.Approve("Dana Whitlock", "editor"), Drafts.NOW);
    Draft edited = draft("d-e2", "s-e", Drafts.NOW.plusSeconds(1));
    Edits.Outcome.Waits waits =
        (Edits.Outcome.Waits)
            Edits.apply(
                store.find("d-e1").orElseThrow(),
                "Kim Seo-yeon",
                edited,
                Drafts.clean(BRIEF),
                List.of(),
                Drafts.NOW.plusSeconds(1));
    store.keep(waits.before());
    store.keep(waits.edited());
    assertThat(store.approved("d-e1")).isEmpty();
    assertThat(store.approved("d-e2")).isEmpty();
    assertThat(store.waiting()).extracting(copy -> copy.draft().id()).contains("d-e2");
  }

  @Test
  void theFirstOfTwoApprovalsSurvivesTheProcess() {
    waiting("d-two", "s-two", Drafts.NOW, ONE_SOURCE);
    Instant later = Drafts.NOW.plusSeconds(90);
    assertThat(store.decide("d-two", new Decision.Approve("Kim Seo-yeon", "editor"), 2, later))
        .isInstanceOf(Decisions.Outcome.Decided.class);
    assertThat(store.approved("d-two")).isEmpty();
    assertThat(store.waiting()).extracting(copy -> copy.draft().id()).contains("d-two");
    Copy.Waiting waiting = (Copy.Waiting) store.find("d-two").orElseThrow();
    assertThat(waiting.since()).isEqualTo(Drafts.NOW);
    assertThat(waiting.people()).isEqualTo(2);
    assertThat(store.decide("d-two", new Decision.Approve("Dana Whitlock", "editor"), later))
        .isInstanceOf(Decisions.Outcome.Decided.class);
    Approved approved =
        new ReviewStore(database.jdbc(), briefs, reports).approved("d-two").orElseThrow();
    assertThat(approved.first()).contains(java.util.Objects.requireNonNull(waiting.first()));
    assertThat(queued("d-two")).isZero();
  }

  @Test
  void whatIsSeenElsewhereMeanwhileIsNotOverwritten() {
    waiting("d-seen", "s-seen", Drafts.NOW, ONE_SOURCE);
    Copy seen = store.find("d-seen").orElseThrow();
    store.decide("d-seen", new Decision.Spike("Dana Whitlock", "Old."), Drafts.NOW);
    Copy back =
        new Copy.SentBack(seen.draft(), seen.report(), "Kim Seo-yeon", "Edited.", Drafts.NOW);
    assertThat(store.keepAfter(seen, back)).isFalse();
    assertThat(store.find("d-seen").orElseThrow()).isInstanceOf(Copy.Spiked.class);
  }

  @Test
  void theQueueHoldsWhatWaitsAndOnlyTheNewestOfAStory() {
    waiting("d-q1", "s-q", Drafts.NOW, ONE_SOURCE);
    assertThat(queued("d-q1")).isEqualTo(1);
    waiting("d-q2", "s-q", Drafts.NOW.plusSeconds(1), PLANTED);
    assertThat(queued("d-q1")).isZero();
    assertThat(queued("d-q2")).isEqualTo(1);
    assertThat(store.overtakenBy("d-q1")).contains("d-q2");
    assertThat(store.overtakenBy("d-q2")).isEmpty();
    store.decide("d-q2", new Decision.Spike("Dana Whitlock", "Old."), Drafts.NOW);
    assertThat(queued("d-q2")).isZero();
  }

  @Test
  void whatWaitedBeforeThereWasAQueueIsInIt() throws Exception {
    Draft draft = draft("d-before", "s-before", Drafts.NOW);
    Flag policy = new Flag(Flag.Kind.POLICY, "Every \u0000 brief.");
    store.keep(
        new Copy.Waiting(
            draft, Drafts.clean(BRIEF), List.of(PLANTED, ONE_SOURCE, policy), Drafts.NOW));
    String kept = queueRow("d-before");
    String migration =
        Files.readString(Path.of("src/main/resources/db/migration/V102__review_queue.sql"));
    database.jdbc().sql("delete from review_queue").update();
    database.jdbc().sql(migration.substring(migration.indexOf("insert into"))).update();
    assertThat(kept).contains("The talk", "SUSPICIOUS_PASSAGE,SINGLE_SOURCE");
    assertThat(queueRow("d-before")).isEqualTo(kept);
  }

  private static String queueRow(String draft) {
    return database
        .jdbc()
        .sql("select q::text from review_queue q where draft_id = :draft")
        .param("draft", draft)
        .query(String.class)
        .single();
  }

  private static int queued(String draft) {
    return database
        .jdbc()
        .sql("select count(*) from review_queue where draft_id = :draft")
        .param("draft", draft)
        .query(Integer.class)
        .single();
  }

  @Test
  void twoDecisionsCannotFollowTheSameState() {
    waiting("d-race", "s-race", Drafts.NOW, ONE_SOURCE);
    Long first =
        database
            .jdbc()
            .sql("select max(id) from review_state where draft_id = 'd-race'")
            .query(Long.class)
            .single();
    store.decide("d-race", new Decision.Spike("Dana Whitlock", "Old."), Drafts.NOW);
    assertThatThrownBy(() ->
            database
                .jdbc()
                .sql(
                    """
                    insert into review_state
                      (draft_id, state, flags, decided_by, reason, decided_at, previous)
                    values ('d-race', 'sent back', '[]', 'Kim', 'x', now(), :first)
                    """)
                .param("first", first)
                .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void anUnknownDraftIsASentence() {
    assertThat(store.decide("d-404", new Decision.Spike("Dana Whitlock", "x"), Drafts.NOW))
        .isEqualTo(
            new Decisions.Outcome.Refused(
                "There is no draft d-404 at the desk; \"review list\" shows what waits."));
  }

  private static void waiting(String id, String story, Instant since, Flag flag) {
    store.keep(
        new Copy.Waiting(draft(id, story, since), Drafts.clean(BRIEF), List.of(flag), since));
  }

  private static Draft draft(String id, String story, Instant writtenAt) {
    Draft draft = Drafts.draft(id, story, BRIEF, writtenAt);
    briefs.keep("run-1", draft);
    reports.keep(id, Drafts.clean(BRIEF), writtenAt);
    return draft;
  }
}
