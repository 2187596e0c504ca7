package colophon.copydesk;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.grounding.Stories;
import colophon.review.Flag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotingTest {

  private static final Instant NOW = DeskDrafts.NOW;
  private static final Person KIM = new Person("kim", "Kim Seo-yeon");
  private static final Person DANA = new Person("dana", "Dana Whitlock");
  private static final Brief BRIEF =
      DeskDrafts.brief("The talk", "They met.", Stories.article("one", "They met."));
  private static final Flag FAILED = new Flag(Flag.Kind.SOURCE_CHECK, "It failed.", List.of("l1"));
  private static final Flag DIFFER =
      new Flag(Flag.Kind.SOURCES_DIFFER, "They differ.", List.of("l1", "l2"));
  private static final Flag ALONE = new Flag(Flag.Kind.SINGLE_SOURCE, "One source.");
  private static final Flag LEGAL = new Flag(Flag.Kind.NEEDS_LEGAL_READ, "Courts.");
  private static final Flag POLICY = new Flag(Flag.Kind.POLICY, "Every brief.");

  private final List<DeskLog.Entry> log = new ArrayList<>();

  @Test
  void aMarkOnSentencesIsSettledByWhoSawThemAll() {
    assertThat(refusal(new DeskEvent.Settled(FAILED.key(), ""))).contains("\"They met.\"");
    noted(new DeskEvent.Looked("l1", "They met."), DANA);
    assertThat(refusal(new DeskEvent.Settled(FAILED.key(), ""))).contains("Look at the evidence");
    noted(new DeskEvent.Looked("l1", "They met."), KIM);
    assertThat(allowed(new DeskEvent.Settled(FAILED.key(), "")))
        .isEqualTo(new DeskEvent.Settled(FAILED.key(), "", Marking.words(FAILED, BRIEF)));
    assertThat(refusal(new DeskEvent.Settled(DIFFER.key(), "x"))).contains("\"They left again.\"");
    noted(new DeskEvent.Looked("l2", "They left."), KIM);
    assertThat(refusal(new DeskEvent.Settled(DIFFER.key(), "x"))).contains("\"They left again.\"");
    noted(new DeskEvent.Looked("l2", "They left again."), KIM);
    assertThat(allowed(new DeskEvent.Settled(DIFFER.key(), "x"))).isNotNull();
  }

  @Test
  void aMarkOnTheWholeDraftNeedsAReason() {
    assertThat(refusal(new DeskEvent.Settled(ALONE.key(), " \u200b"))).contains("whole draft");
    assertThat(refusal(new DeskEvent.Settled(ALONE.key(), "x".repeat(601))))
        .contains("at most 600");
    assertThat(allowed(new DeskEvent.Settled(ALONE.key(), " It says\u202e so. ")))
        .isEqualTo(new DeskEvent.Settled(ALONE.key(), "It says so.", ""));
    assertThat(refusal(new DeskEvent.Settled("SOURCE_CHECK-0000", "x"))).contains("stand any more");
  }

  @Test
  void whatIsSettledStandsAgainWhenItsWordsChange() {
    for (Flag flag : List.of(FAILED, DIFFER, ALONE, LEGAL)) {
      noted(new DeskEvent.Settled(flag.key(), "Fine.", Marking.words(flag, BRIEF)), KIM);
    }
    assertThat(sheet(BRIEF).blocking()).isEmpty();
    assertThat(sheet(BRIEF).settledKinds()).contains(Flag.Kind.SOURCE_CHECK, Flag.Kind.POLICY);
    Brief first = DeskDrafts.brief("Other talk", "They met.", Stories.article("one", "They met."));
    assertThat(sheet(first).blocking()).extracting(Mark::flag).containsExactly(LEGAL);
    Brief second = DeskDrafts.brief("The talk", "They parted.", Stories.article("one", "x"));
    assertThat(sheet(second).blocking())
        .extracting(Mark::flag)
        .containsExactly(FAILED, DIFFER, LEGAL);
    assertThat(sheet(second).settledKinds())
        .containsExactlyInAnyOrder(Flag.Kind.SINGLE_SOURCE, Flag.Kind.POLICY);
  }

  @Test
  void aSettledMarkCanBlockAgain() {
    assertThat(refusal(new DeskEvent.Unsettled(ALONE.key()))).contains("Nobody");
    noted(new DeskEvent.Settled(ALONE.key(), "Fine.", ""), KIM);
    assertThat(sheet(BRIEF).wholeMarks())
        .filteredOn(mark -> mark.flag().equals(ALONE))
        .allSatisfy(mark -> assertThat(mark.settled().orElseThrow().by()).isEqualTo(KIM));
    assertThat(allowed(new DeskEvent.Unsettled(ALONE.key()))).isNotNull();
    noted(new DeskEvent.Unsettled(ALONE.key()), DANA);
    assertThat(sheet(BRIEF).blocking()).extracting(Mark::flag).contains(ALONE);
  }

  @Test
  void aRemarkHasWordsThatPeopleSee() {
    assertThat(allowed(new DeskEvent.Commented("l1", " A\u200b\u0065\u0301\n\n\nb\u0000 ")))
        .isEqualTo(new DeskEvent.Commented("l1", "A\u00e9\n\nb"));
    assertThat(allowed(new DeskEvent.Commented("", "\ud83d\ude80".repeat(2_000)))).isNotNull();
    assertThat(refusal(new DeskEvent.Commented("", "\ud83d\ude80".repeat(2_001))))
        .contains("at most 2000");
    assertThat(refusal(new DeskEvent.Commented("", "\u200b \n"))).contains("needs words");
    assertThat(refusal(new DeskEvent.Commented("l9", "Where?"))).contains("was cut");
  }

  @Test
  void aRemarkIsDoneWithOnce() {
    noted(new DeskEvent.Commented("l1", "Sure?"), DANA);
    long number = sheet(BRIEF).comments().getFirst().number();
    assertThat(refusal(new DeskEvent.Resolved(number + 1))).contains("no such comment");
    assertThat(allowed(new DeskEvent.Resolved(number))).isNotNull();
    noted(new DeskEvent.Resolved(number), KIM);
    assertThat(sheet(BRIEF).comments().getFirst().resolved()).isTrue();
    assertThat(refusal(new DeskEvent.Resolved(number))).contains("already");
  }

  @Test
  void aDraftIsGivenToSomebodyByName() {
    assertThat(allowed(new DeskEvent.Assigned("kim", " Kim ")))
        .isEqualTo(new DeskEvent.Assigned("kim", "Kim"));
    assertThat(allowed(new DeskEvent.Assigned("", "Kim")))
        .isEqualTo(new DeskEvent.Assigned("", ""));
    assertThat(refusal(new DeskEvent.Assigned("kim", ""))).contains("by name");
    assertThat(refusal(new DeskEvent.Assigned("kim", "x".repeat(121)))).contains("by name");
  }

  @Test
  void aPlaceInTheQueueIsHeldWithinItsBounds() {
    Instant soon = NOW.plusSeconds(1);
    assertThat(allowed(new DeskEvent.Placed(" nara\n", 9, "", soon, NOW.plus(Duration.ofDays(90)))))
        .isEqualTo(new DeskEvent.Placed("nara", 9, "", soon, NOW.plus(Duration.ofDays(90))));
    assertThat(refusal(new DeskEvent.Placed("x".repeat(61), 5, "", null, null))).contains("60");
    assertThat(refusal(new DeskEvent.Placed("", 0, "", null, null))).contains("1");
    assertThat(refusal(new DeskEvent.Placed("", 10, "", null, null))).contains("9");
    assertThat(refusal(new DeskEvent.Placed("", 5, "x".repeat(2_001), null, null)))
        .contains("2000");
    assertThat(refusal(new DeskEvent.Placed("", 5, "", NOW, null))).contains("future");
    assertThat(refusal(new DeskEvent.Placed("", 5, "", null, NOW.minusSeconds(1))))
        .contains("future");
    assertThat(
            refusal(
                new DeskEvent.Placed("", 5, "", null, NOW.plus(Duration.ofDays(90)).plusMillis(1))))
        .contains("90 days");
  }

  @Test
  void whatWasDoneIsFoldedInOrder() {
    noted(new DeskEvent.Assigned("dana", "Dana"), KIM);
    noted(new DeskEvent.Assigned("kim", "Kim"), DANA);
    noted(new DeskEvent.Placed("slug", 1, "", null, null), DANA);
    noted(new DeskEvent.Opened(), KIM);
    noted(new DeskEvent.Looked("l2", "They left again."), KIM);
    noted(new DeskEvent.Looked("h", "The talk"), KIM);
    Worksheet sheet = sheet(BRIEF);
    assertThat(sheet.assigned()).isEqualTo(new DeskEvent.Assigned("kim", "Kim"));
    assertThat(sheet.placed().slug()).isEqualTo("slug");
    assertThat(sheet.opened(KIM)).containsExactly("h", "l2");
    assertThat(sheet.opened(DANA)).isEmpty();
    assertThat(sheet.openedAt(KIM)).contains(NOW.plusSeconds(3));
    assertThat(sheet.openedAt(DANA)).isEmpty();
  }

  private void noted(DeskEvent event, Person by) {
    log.add(new DeskLog.Entry(log.size() + 1L, "d-1", event, by, NOW.plusSeconds(log.size())));
  }

  private Worksheet sheet(Brief brief) {
    Draft root = DeskDrafts.draft("d-1", "s-1", BRIEF, NOW);
    Draft last = DeskDrafts.draft("d-2", "s-1", brief, NOW);
    return Worksheet.of(
        root, DeskDrafts.waiting(last, FAILED, DIFFER, ALONE, LEGAL, POLICY), List.of(), log);
  }

  private DeskEvent allowed(DeskEvent event) {
    return ((Noting.Judged.Allowed) Noting.judge(sheet(BRIEF), event, KIM, NOW)).event();
  }

  private String refusal(DeskEvent event) {
    return ((Noting.Judged.Refused) Noting.judge(sheet(BRIEF), event, KIM, NOW)).reason();
  }
}
