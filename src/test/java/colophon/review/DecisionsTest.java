package colophon.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.grounding.Stories;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {

  private static final Brief BRIEF =
      Drafts.brief("The talk", "They met.", Stories.article("one", "They met."));
  private static final Draft DRAFT = Drafts.draft("d-1", BRIEF);
  private static final List<Flag> FLAGS =
      List.of(
          new Flag(Flag.Kind.SINGLE_SOURCE, "One source."),
          new Flag(Flag.Kind.POLICY, "The pipeline asks."));
  private static final Copy WAITING =
      new Copy.Waiting(DRAFT, Drafts.clean(BRIEF), FLAGS, Drafts.NOW);
  private static final Instant LATER = Drafts.NOW.plusSeconds(600);

  @Test
  void approvalNamesThePersonAndKeepsTheReceipt() {
    Decision approve =
        new Decision.Approve(
            "Dana Whitlock",
            "night editor",
            "Called the ministry.",
            new TreeSet<>(Set.of(Flag.Kind.SINGLE_SOURCE)),
            Drafts.NOW.plusSeconds(60),
            List.of("h", "l1"),
            List.of());
    assertThat(Decisions.apply(WAITING, approve, LATER))
        .isInstanceOfSatisfying(
            Decisions.Outcome.Decided.class,
            decided -> {
              Approved approved = ((Copy.Released) decided.copy()).approved();
              assertThat(approved.reviewer())
                  .isEqualTo(new Reviewer.Person("Dana Whitlock", "night editor"));
              assertThat(approved.decidedAt()).isEqualTo(LATER);
              assertThat(approved.flags()).isEqualTo(FLAGS);
              assertThat(approved.note()).isEqualTo("Called the ministry.");
              Receipt receipt = approved.receipt().orElseThrow();
              assertThat(receipt.openedAt()).isEqualTo(Drafts.NOW.plusSeconds(60));
              assertThat(receipt.settled()).containsExactly(Flag.Kind.SINGLE_SOURCE);
              assertThat(receipt.openedPercent(BRIEF)).isEqualTo(100);
            });
  }

  @Test
  void everyStandingMarkMustBeSettled() {
    Decision approve =
        new Decision.Approve(
            "Dana Whitlock", "editor", "", new TreeSet<>(), null, List.of(), List.of());
    assertThat(refusal(WAITING, approve))
        .isEqualTo(
            "These marks still stand: single source. Look at each and settle it, or send the draft"
                + " back.");
  }

  @Test
  void theShortFormSettlesWhatStandsAndRecordsNoOpening() {
    Receipt receipt =
        ((Copy.Released)
                ((Decisions.Outcome.Decided)
                        Decisions.apply(
                            WAITING, new Decision.Approve("Dana Whitlock", "editor"), LATER))
                    .copy())
            .approved()
            .receipt()
            .orElseThrow();
    assertThat(receipt.settled()).isEqualTo(EnumSet.of(Flag.Kind.SINGLE_SOURCE, Flag.Kind.POLICY));
    assertThat(receipt.opened()).isEmpty();
    assertThat(receipt.openedAt()).isEqualTo(LATER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "cron", "CI", "Colophon", "token", "1234"})
  void aProgramIsNobody(String name) {
    assertThat(refusal(WAITING, new Decision.Approve(name, "editor")))
        .contains("needs the name of the person");
    assertThat(refusal(WAITING, new Decision.Spike(name, "Not wanted.")))
        .contains("needs the name of the person");
  }

  @Test
  void roleAndReasonAreAskedFor() {
    assertThat(refusal(WAITING, new Decision.Approve("Dana Whitlock", " "))).contains("--role");
    assertThat(refusal(WAITING, new Decision.SendBack("Dana Whitlock", "")))
        .isEqualTo("Sending a draft back needs a reason; give it with --reason.");
    assertThat(refusal(WAITING, new Decision.Spike("Dana Whitlock", "")))
        .isEqualTo("Spiking a draft needs a reason; give it with --reason.");
  }

  @Test
  void onlyWaitingCopyIsDecidedOn() {
    Copy spiked = decided(new Decision.Spike("Dana Whitlock", "Old news."));
    Copy back = decided(new Decision.SendBack("Dana Whitlock", "Too long."));
    Copy released = decided(new Decision.Approve("Dana Whitlock", "editor"));
    Decision again = new Decision.Approve("Kim Seo-yeon", "editor");
    assertThat(refusal(spiked, again))
        .isEqualTo("This draft was spiked by Dana Whitlock: Old news.");
    assertThat(refusal(back, again))
        .isEqualTo("This draft was sent back by Dana Whitlock: Too long.");
    assertThat(refusal(released, again)).contains("may go out already");
  }

  @Test
  void approvalCannotPrecedeTheReading() {
    Decision early =
        new Decision.Approve(
            "Dana Whitlock",
            "editor",
            "",
            new TreeSet<>(Set.of(Flag.Kind.SINGLE_SOURCE)),
            LATER.plusSeconds(1),
            List.of(),
            List.of());
    assertThat(refusal(WAITING, early)).contains("before it was opened");
  }

  @Test
  void aReviewerHasAName() {
    assertThatThrownBy(() -> new Reviewer.Person(" ", "editor"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEditVoidsAnApproval() {
    Copy released = decided(new Decision.Approve("Dana Whitlock", "editor"));
    Brief changed =
        Drafts.brief("The talk", "They met twice.", Stories.article("one", "They met."));
    Draft edited = Drafts.draft("d-2", changed);
    assertThat(
            Edits.apply(released, "Kim Seo-yeon", edited, Drafts.clean(changed), List.of(), LATER))
        .isInstanceOfSatisfying(
            Edits.Outcome.Waits.class,
            waits -> {
              assertThat(waits.before().draft()).isEqualTo(DRAFT);
              assertThat(waits.before().reason()).contains("d-2");
              assertThat(waits.edited().draft()).isEqualTo(edited);
              assertThat(waits.edited().flags()).extracting(Flag::kind).contains(Flag.Kind.POLICY);
            });
    assertThat(Receipt.changes(BRIEF, changed))
        .containsExactly(new Receipt.Change("l1", "They met.", "They met twice."));
  }

  @Test
  void spikedCopyIsNotEdited() {
    Copy spiked = decided(new Decision.Spike("Dana Whitlock", "Old news."));
    Draft edited = Drafts.draft("d-2", BRIEF);
    assertThat(Edits.apply(spiked, "Kim Seo-yeon", edited, Drafts.clean(BRIEF), List.of(), LATER))
        .isEqualTo(new Edits.Outcome.Refused("This draft was spiked by Dana Whitlock: Old news."));
    assertThatThrownBy(() ->
            Edits.apply(WAITING, "Kim Seo-yeon", DRAFT, Drafts.clean(BRIEF), List.of(), LATER))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void changesNameWhatWasWrittenAndCut() {
    Brief more =
        Stories.brief(
            colophon.text.Language.ENGLISH,
            BRIEF.headline(),
            Stories.sentence("l2", colophon.brief.Role.LEDE, "New words."));
    assertThat(Receipt.changes(BRIEF, more))
        .containsExactly(
            new Receipt.Change("l2", "", "New words."), new Receipt.Change("l1", "They met.", ""));
  }

  private static Copy decided(Decision decision) {
    return ((Decisions.Outcome.Decided) Decisions.apply(WAITING, decision, LATER)).copy();
  }

  private static String refusal(Copy copy, Decision decision) {
    return ((Decisions.Outcome.Refused) Decisions.apply(copy, decision, LATER)).reason();
  }
}
