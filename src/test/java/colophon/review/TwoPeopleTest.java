package colophon.review;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.grounding.Stories;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one of two people can do, and what only both can. */
class TwoPeopleTest {

  private static final Brief BRIEF =
      Drafts.brief("The talk", "They met.", Stories.article("one", "They met."));
  private static final Draft DRAFT = Drafts.draft("d-1", BRIEF);
  private static final List<Flag> FLAGS =
      List.of(
          new Flag(Flag.Kind.SINGLE_SOURCE, "One source."),
          new Flag(Flag.Kind.POLICY, "The pipeline asks."));
  private static final Copy.Waiting FOR_ONE =
      new Copy.Waiting(DRAFT, Drafts.clean(BRIEF), FLAGS, Drafts.NOW);
  private static final Copy.Waiting FOR_TWO = FOR_ONE.atLeast(2);
  private static final Instant LATER = Drafts.NOW.plusSeconds(600);

  @Test
  void theFirstApprovalIsNotedAndTheSecondReleases() {
    Copy.Waiting noted = waiting(FOR_TWO, approve("Kim Seo-yeon", "kim", true));
    assertThat(noted.since()).isEqualTo(Drafts.NOW);
    assertThat(noted.flags()).isEqualTo(FLAGS);
    FirstApproval first = first(noted);
    assertThat(first.by()).isEqualTo("Kim Seo-yeon");
    assertThat(first.receipt().settled()).containsExactly(Flag.Kind.SINGLE_SOURCE);
    Approved approved = released(noted, approve("Dana Whitlock", "dana", true));
    assertThat(approved.reviewer()).isEqualTo(new Reviewer.Person("Dana Whitlock", "editor"));
    assertThat(approved.first()).contains(first);
    assertThat(approved.override()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Kim Seo-yeon, kim",
    "' kim  SEO-YEON', ''",
    "K\u200bim Seo-yeon, other",
    "Somebody Else, kim"
  })
  void onePersonIsNotTwo(String name, String login) {
    Copy.Waiting noted = waiting(FOR_TWO, approve("Kim Seo-yeon", "kim", true));
    assertThat(refusal(noted, approve(name, login, true))).contains("second person");
  }

  @Test
  void whatNeedsTwoNeverNeedsFewer() {
    assertThat(FOR_TWO.atLeast(1).people()).isEqualTo(2);
    assertThat(released(FOR_ONE, approve("Kim Seo-yeon", "kim", true)).first()).isEmpty();
  }

  @Test
  void marksAreOverriddenByAReasonAndASecondPerson() {
    assertThat(refusal(FOR_ONE, approve("Kim Seo-yeon", "kim", false))).contains("still stand");
    assertThat(refusal(FOR_ONE, override("Kim Seo-yeon", "kim", false, " "))).contains("Say why");
    assertThat(refusal(FOR_ONE, override("Kim Seo-yeon", "kim", true, "So.")))
        .contains("nothing to override");
    assertThat(refusal(FOR_ONE, confirm("Dana Whitlock", "dana"))).contains("nothing to confirm");
    Copy.Waiting asked = waiting(FOR_ONE, override("Kim Seo-yeon", "kim", false, " We saw it. "));
    assertThat(first(asked).override()).isEqualTo("We saw it.");
    assertThat(refusal(asked, confirm("Kim Seo-yeon", ""))).contains("second person");
    assertThat(refusal(asked, confirm("Other", "kim"))).contains("second person");
    assertThat(refusal(asked, approve("Dana Whitlock", "dana", false))).contains("still stand");
    Approved approved = released(asked, confirm("Dana Whitlock", "dana"));
    assertThat(approved.override()).contains("We saw it.");
    assertThat(approved.first().orElseThrow().by()).isEqualTo("Kim Seo-yeon");
  }

  @Test
  void whereEveryMarkWasSettledSinceNothingIsOverridden() {
    Copy.Waiting asked = waiting(FOR_TWO, override("Kim Seo-yeon", "kim", false, "We saw it."));
    Approved both = released(asked, approve("Dana Whitlock", "dana", true));
    assertThat(both.override()).isEmpty();
    assertThat(both.first().orElseThrow().by()).isEqualTo("Kim Seo-yeon");
    Copy.Waiting one = waiting(FOR_ONE, override("Kim Seo-yeon", "kim", false, "We saw it."));
    assertThat(released(one, approve("Kim Seo-yeon", "kim", true)).first()).isEmpty();
  }

  @Test
  void anEditVoidsTheFirstApproval() {
    Copy.Waiting noted = waiting(FOR_TWO, approve("Kim Seo-yeon", "kim", true));
    Draft edited = Drafts.draft("d-2", BRIEF);
    Edits.Outcome.Waits waits =
        (Edits.Outcome.Waits)
            Edits.apply(noted, "Dana", edited, Drafts.clean(BRIEF), FLAGS, 2, LATER);
    assertThat(waits.edited().first()).isNull();
    assertThat(waits.edited().people()).isEqualTo(2);
  }

  @Test
  void aProgramIsNeitherTheFirstNorTheSecond() {
    assertThat(refusal(FOR_TWO, approve("system", "kim", true))).contains("not a person");
    assertThat(refusal(FOR_ONE, override("cron", "kim", false, "So."))).contains("not a person");
    Copy.Waiting asked = waiting(FOR_ONE, override("Kim Seo-yeon", "kim", false, "We saw it."));
    assertThat(refusal(asked, confirm("token", "dana"))).contains("not a person");
  }

  private static Decision.Approve approve(String name, String login, boolean settled) {
    return new Decision.Approve(
        name,
        "editor",
        "",
        new TreeSet<>(settled ? Set.of(Flag.Kind.SINGLE_SOURCE) : Set.of()),
        Drafts.NOW,
        List.of("h"),
        List.of(),
        login,
        new TreeSet<>());
  }

  private static Decision override(String name, String login, boolean settled, String reason) {
    return new Decision.Override(approve(name, login, settled), reason);
  }

  private static Decision confirm(String name, String login) {
    return new Decision.Confirm(approve(name, login, false));
  }

  private static FirstApproval first(Copy.Waiting waiting) {
    @Nullable FirstApproval first = waiting.first();
    assertThat(first).isNotNull();
    return java.util.Objects.requireNonNull(first);
  }

  private static Copy.Waiting waiting(Copy copy, Decision decision) {
    return (Copy.Waiting)
        ((Decisions.Outcome.Decided) Decisions.apply(copy, decision, LATER)).copy();
  }

  private static Approved released(Copy copy, Decision decision) {
    return ((Copy.Released)
            ((Decisions.Outcome.Decided) Decisions.apply(copy, decision, LATER)).copy())
        .approved();
  }

  private static String refusal(Copy copy, Decision decision) {
    return ((Decisions.Outcome.Refused) Decisions.apply(copy, decision, LATER)).reason();
  }
}
