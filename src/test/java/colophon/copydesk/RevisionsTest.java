package colophon.copydesk;

import static colophon.copydesk.DeskNewsroom.DANA;
import static colophon.copydesk.DeskNewsroom.KIM;
import static colophon.copydesk.DeskNewsroom.atOnce;
import static colophon.copydesk.DeskNewsroom.reason;
import static colophon.copydesk.DeskNewsroom.refused;
import static colophon.copydesk.DeskNewsroom.saved;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Sentence;
import colophon.edition.VersionPlan;
import colophon.publication.Publication;
import colophon.review.Copy;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Briefs that are out and are corrected, updated, or left as they are. */
@Timeout(240)
class RevisionsTest {

  private static final DeskEvent.Told CORRECTION =
      new DeskEvent.Told(true, "An earlier version named the wrong town.");

  @TempDir static Path folder;
  private static DeskNewsroom newsroom;
  private static CopyDesk desk;
  private static Decider decider;
  private static Revisions revisions;

  @BeforeAll
  static void open() throws Exception {
    newsroom = new DeskNewsroom(folder);
    desk = newsroom.desk;
    decider = newsroom.decider;
    revisions = newsroom.rooms.room(Revisions.class);
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  @Test
  void aCorrectionGoesOutAsTheNextVersionWithItsNote() throws Exception {
    String first = newsroom.draft();
    VersionPlan out = publish(first, KIM, null);
    newsroom.pass(60);
    String draft = opened(revisions.open(out.slug().value(), new DeskEvent.Told(true, ""), KIM));
    Worksheet sheet = newsroom.sheet(draft);
    assertThat(sheet.draft().brief())
        .isEqualTo(newsroom.briefs().draft(first).orElseThrow().brief());
    assertThat(sheet.draft().storyRevision()).isEqualTo(sheet.root().storyRevision());
    assertThat(sheet.copy()).isInstanceOf(Copy.Waiting.class);
    assertThat(newsroom.copy(first)).isInstanceOf(Copy.Released.class);
    assertThat(sheet.assigned().name()).isEqualTo("Kim Seo-yeon");
    assertThat(sheet.openedAt(KIM)).isEmpty();
    assertThat(sheet.opened(KIM)).isEmpty();
    assertThat(newsroom.queue.page(QueueFilter.all("nobody"), 0, 200).lines())
        .extracting(QueueLine::draftId)
        .contains(draft);
    assertThat(revisions.open(out.slug().value(), CORRECTION, DANA))
        .isInstanceOfSatisfying(
            RevisionResult.Refused.class,
            no -> {
              assertThat(no.reason()).contains("Kim Seo-yeon").contains("version 1");
              assertThat(no.draftId()).isEqualTo(draft);
            });

    newsroom.read(draft, KIM);
    newsroom.settleAll(draft, KIM);
    assertThat(reason(decider.approve(draft, KIM, "editor", null))).contains("Nothing differs");
    assertThat(reason(decider.override(draft, KIM, "editor", "So."))).contains("Nothing differs");
    assertThat(desk.undo(draft, KIM))
        .isInstanceOfSatisfying(
            EditResult.Refused.class, no -> assertThat(no.reason()).contains("no change"));

    Sentence standfirst = newsroom.standfirst(draft);
    saved(newsroom.rewrite(draft, standfirst, "Newly worded. " + standfirst.text(), DANA));
    String edited = newsroom.last(draft);
    newsroom.read(edited, KIM);
    newsroom.settleAll(edited, KIM);
    assertThat(reason(decider.approve(edited, KIM, "editor", null))).contains("public note");
    assertThat(refused(desk.tell(edited, new DeskEvent.Told(true, "x".repeat(601)), KIM)))
        .contains("600");
    desk.tell(edited, CORRECTION, KIM);
    VersionPlan next = released(decider.approve(edited, KIM, "editor", null), null);
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.kind()).isEqualTo(VersionPlan.Kind.CORRECTION);
    assertThat(next.note()).isEqualTo("An earlier version named the wrong town.");
    Path page = folder.resolve("site/briefs").resolve(out.slug().value());
    assertThat(Files.readString(page.resolve("index.html")))
        .contains("An earlier version named the wrong town.")
        .contains("Newly worded.");
    assertThat(Files.readString(folder.resolve("site/feed.atom.xml"))).contains("Newly worded.");
    Report report = Verifier.verify(folder.resolve("site"), folder.resolve("keys"), newsroom.now());
    assertThat(report.exitCode()).as(report.text()).isZero();
    assertThat(refused(desk.tell(edited, CORRECTION, KIM))).contains("waits no more");
  }

  @Test
  void aDraftGivenUpLeavesWhatIsOutAndAnotherBeginsAgain() throws Exception {
    String first = newsroom.draft();
    Sentence standfirst = newsroom.standfirst(first);
    saved(newsroom.rewrite(first, standfirst, "So it was. " + standfirst.text(), DANA));
    String published = newsroom.last(first);
    VersionPlan out = publish(published, KIM, null);
    String given = opened(revisions.open(out.slug().value(), CORRECTION, KIM));
    saved(newsroom.rewrite(given, newsroom.lede(given), "Martians landed.", KIM));
    assertThat(decider.spike(newsroom.last(given), KIM, "It was right after all."))
        .isInstanceOf(CopyDecision.Done.class);
    assertThat(newsroom.copy(published)).isInstanceOf(Copy.Released.class);
    assertThat(revisions.open()).doesNotContainKey(out.briefId());

    newsroom.pass(60);
    String again = opened(revisions.open(out.slug().value(), DeskEvent.Told.DEFAULT, DANA));
    assertThat(newsroom.sheet(again).draft().brief())
        .isEqualTo(newsroom.briefs().draft(published).orElseThrow().brief());
    assertThat(revisions.open()).containsKey(out.briefId());
    assertThat(desk.undo(again, DANA)).isInstanceOf(EditResult.Refused.class);
    Sentence lede = newsroom.lede(again);
    saved(newsroom.rewrite(again, lede, "And so it is. " + lede.text(), DANA));
    String edited = newsroom.last(again);
    VersionPlan next = publish(edited, DANA, null);
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.kind()).isEqualTo(VersionPlan.Kind.UPDATE);
    assertThat(next.note()).isEqualTo("Edited by the newsroom; it rests on the same reports.");
    assertThat(newsroom.sheet(edited).changes()).hasSize(2);
  }

  @Test
  void ofTwoWhoTakeUpOneBriefAtOnceOneDoes() throws Exception {
    String slug = publish(newsroom.draft(), KIM, null).slug().value();
    List<RevisionResult> results =
        atOnce(
            () -> revisions.open(slug, CORRECTION, KIM),
            () -> revisions.open(slug, CORRECTION, DANA));
    assertThat(results).hasAtLeastOneElementOfType(RevisionResult.Opened.class);
    assertThat(results).hasAtLeastOneElementOfType(RevisionResult.Refused.class);
  }

  @Test
  void aPublicNoteThatChangesAsksBothPeopleAgain() throws Exception {
    String first = newsroom.draftForTwo();
    newsroom.read(first, KIM);
    newsroom.settleAll(first, KIM);
    newsroom.read(first, DANA);
    decider.approve(first, KIM, "editor", null);
    VersionPlan out = released(decider.approve(first, DANA, "chief", null), null);
    String draft = opened(revisions.open(out.slug().value(), CORRECTION, KIM));
    Sentence lede = newsroom.lede(draft);
    saved(newsroom.rewrite(draft, lede, "And so it is. " + lede.text(), KIM));
    String edited = newsroom.last(draft);
    newsroom.read(edited, KIM);
    newsroom.settleAll(edited, KIM);
    assertThat(decider.approve(edited, KIM, "editor", null)).isInstanceOf(CopyDecision.Noted.class);
    desk.tell(edited, new DeskEvent.Told(true, "Another note."), DANA);
    assertThat(((Copy.Waiting) newsroom.copy(edited)).first()).isNull();
    newsroom.read(edited, DANA);
    assertThat(decider.approve(edited, DANA, "chief", null)).isInstanceOf(CopyDecision.Noted.class);
    assertThat(released(decider.approve(edited, KIM, "editor", null), null).note())
        .isEqualTo("Another note.");
  }

  @Test
  void whatIsNotOutOrWasWithdrawnIsNotTakenUp() throws Exception {
    VersionPlan out = publish(newsroom.draft(), KIM, null);
    assertThat(decider.withdraw(out.slug().value(), KIM, "It was wrong from end to end."))
        .isInstanceOf(CopyDecision.Done.class);
    assertThat(refusal(revisions.open(out.slug().value(), CORRECTION, KIM))).contains("withdrawn");
    assertThat(refusal(revisions.open("nothing-of-ours", CORRECTION, KIM))).contains("not out");
    assertThat(refused(desk.tell(newsroom.draft(), CORRECTION, KIM))).contains("out yet");
  }

  @Test
  void anEmbargoClosesADraftUntilItsTime() {
    String draft = newsroom.draftForTwo();
    newsroom.read(draft, KIM);
    newsroom.settleAll(draft, KIM);
    var until = newsroom.now().plusSeconds(3_600);
    assertThat(refused(desk.place(draft, embargo(newsroom.now()), KIM))).contains("embargo");
    desk.place(draft, embargo(until), KIM);
    assertThat(newsroom.queue.page(QueueFilter.all("nobody"), 0, 200).lines())
        .anySatisfy(line -> {
          assertThat(line.draftId()).isEqualTo(draft);
          assertThat(line.embargo()).isEqualTo(until);
          assertThat(line.heldUntil()).isNull();
        });
    assertThat(reason(decider.approve(draft, KIM, "editor", null))).contains("under embargo until");
    saved(newsroom.rewrite(draft, newsroom.lede(draft), "It can be worked on meanwhile.", KIM));
    desk.undo(draft, KIM);
    newsroom.pass(3_600);
    assertThat(desk.place(draft, embargo(until), KIM)).isInstanceOf(NoteResult.Noted.class);
    String last = newsroom.last(draft);
    newsroom.read(last, KIM);
    newsroom.settleAll(last, KIM);
    assertThat(decider.approve(last, KIM, "editor", null)).isInstanceOf(CopyDecision.Noted.class);
  }

  private static DeskEvent.Placed embargo(java.time.Instant until) {
    return new DeskEvent.Placed("", 5, "", null, null, until);
  }

  private static VersionPlan publish(String draft, Person by, @Nullable String note) {
    newsroom.read(draft, by);
    newsroom.settleAll(draft, by);
    return released(decider.approve(draft, by, "editor", note), note);
  }

  private static VersionPlan released(CopyDecision decision, @Nullable String note) {
    assertThat(decision).isInstanceOf(CopyDecision.Approve.class);
    Publication done = decider.publish(((CopyDecision.Approve) decision).approved(), note);
    assertThat(done).isInstanceOf(Publication.Released.class);
    return ((Publication.Released) done).plan();
  }

  private static String opened(RevisionResult result) {
    assertThat(result).isInstanceOf(RevisionResult.Opened.class);
    return ((RevisionResult.Opened) result).worksheet().draft().id();
  }

  private static String refusal(RevisionResult result) {
    assertThat(result).isInstanceOf(RevisionResult.Refused.class);
    return ((RevisionResult.Refused) result).reason();
  }
}
