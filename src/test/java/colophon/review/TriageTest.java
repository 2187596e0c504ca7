package colophon.review;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.grounding.Check;
import colophon.grounding.GroundingReport;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Stories;
import colophon.grounding.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriageTest {

  private static final Brief BRIEF =
      Drafts.brief("The talk", "They met.", Stories.article("one", "They met."));
  private static final Draft DRAFT = Drafts.draft("d-1", BRIEF);

  @ParameterizedTest
  @EnumSource(
      value = ReviewPolicy.class,
      names = {"NEVER", "WHEN_FLAGGED"})
  void copyWithoutAnyFlagGoesOutInThePolicysName(ReviewPolicy policy) {
    assertThat(decide(List.of(), Drafts.clean(BRIEF), policy))
        .isInstanceOfSatisfying(
            Copy.Released.class,
            released -> {
              assertThat(released.approved().reviewer()).isEqualTo(new Reviewer.Policy("nara"));
              assertThat(released.approved().receipt()).isEmpty();
            });
  }

  @ParameterizedTest
  @EnumSource(ReviewPolicy.class)
  void anyFlagHoldsCopyUnderAnyPolicy(ReviewPolicy policy) {
    for (Flag.Kind kind : Flag.Kind.values()) {
      Flag flag = new Flag(kind, "A reason.");
      assertThat(decide(List.of(flag), Drafts.clean(BRIEF), policy))
          .isEqualTo(new Copy.Waiting(DRAFT, Drafts.clean(BRIEF), List.of(flag), Drafts.NOW));
    }
  }

  @Test
  void reviewOfEveryBriefHoldsAllCopy() {
    assertThat(decide(List.of(), Drafts.clean(BRIEF), ReviewPolicy.ALWAYS))
        .isInstanceOf(Copy.Waiting.class);
  }

  @Test
  void aFailedCheckHoldsCopyEvenWhereNoFlagSaysSo() {
    GroundingReport failed =
        new GroundingReport(
            List.of(
                new SentenceFinding(
                    "l1", "They met.", new Verdict.Weak(Check.SIMILARITY, "Loose."), List.of())),
            List.of(),
            "test/1");
    assertThat(decide(List.of(), failed, ReviewPolicy.NEVER)).isInstanceOf(Copy.Waiting.class);
  }

  private static Copy decide(List<Flag> flags, GroundingReport report, ReviewPolicy policy) {
    return Triage.decide(DRAFT, report, flags, policy, "nara", Drafts.NOW);
  }
}
