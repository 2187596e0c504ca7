package colophon.copydesk;

import static colophon.copydesk.DeskNewsroom.DANA;
import static colophon.copydesk.DeskNewsroom.KIM;
import static colophon.copydesk.DeskNewsroom.atOnce;
import static colophon.copydesk.DeskNewsroom.reason;
import static colophon.copydesk.DeskNewsroom.refused;
import static colophon.copydesk.DeskNewsroom.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.brief.Sentence;
import colophon.publication.Publication;
import colophon.review.Copy;
import colophon.review.Receipt;
import colophon.review.Tick;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;

/** What lets a draft out, and what does not. */
@Timeout(240)
class DeciderTest {

  @TempDir static Path folder;
  private static DeskNewsroom newsroom;
  private static CopyDesk desk;
  private static Decider decider;

  @BeforeAll
  static void open() throws Exception {
    newsroom = new DeskNewsroom(folder);
    desk = newsroom.desk;
    decider = newsroom.decider;
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  @Test
  void aFlawedDraftCannotBeApprovedUnseen() {
    String root = newsroom.draft();
    String draft =
        saved(newsroom.rewrite(root, newsroom.lede(root), "Martians landed.", DANA))
            .worksheet()
            .draft()
            .id();
    assertThat(reason(decider.approve(draft, KIM, "editor", null))).contains("not opened");
    desk.note(draft, new DeskEvent.Opened(), KIM);
    assertThat(reason(decider.approve(draft, KIM, "editor", null))).contains("no sentence beside");
    Sentence lede = lede(draft);
    Mark mark = newsroom.sheet(draft).marks(lede.id()).getFirst();
    String key = mark.flag().key();
    assertThat(refused(desk.settle(draft, key, "", KIM))).contains("Look at the evidence");
    desk.note(draft, new DeskEvent.Looked(lede.id(), "Other words."), KIM);
    assertThat(refused(desk.settle(draft, key, "", KIM))).contains("Look at the evidence");
    desk.note(draft, new DeskEvent.Looked(lede.id(), lede.text()), DANA);
    assertThat(refused(desk.settle(draft, key, "", KIM))).contains("Look at the evidence");
    desk.note(draft, new DeskEvent.Looked(lede.id(), lede.text()), KIM);
    assertThat(reason(decider.approve(draft, KIM, "editor", null)))
        .contains("stand")
        .contains("source check");
    assertThatThrownBy(() -> desk.note(draft, new DeskEvent.Settled("NONE-1", "x"), KIM))
        .isInstanceOf(IllegalArgumentException.class);
    desk.settle(draft, key, "", KIM);
    assertThat(newsroom.sheet(draft).marks(lede.id()))
        .filteredOn(each -> each.flag().key().equals(key))
        .allSatisfy(each -> assertThat(each.blocks()).isFalse());

    String later =
        saved(newsroom.rewrite(draft, lede(draft), "Martians landed twice.", DANA))
            .worksheet()
            .draft()
            .id();
    assertThat(newsroom.sheet(later).marks(lede.id())).anyMatch(Mark::blocks);
    assertThat(refused(desk.settle(draft, key, "", KIM))).contains("changed since");
    assertThat(reason(decider.approve(draft, KIM, "editor", null))).contains("changed since");
    assertThat(reason(decider.approve(later, KIM, "editor", null)))
        .as("what was looked at has other words now")
        .contains("no sentence beside");
    Sentence standfirst = newsroom.standfirst(later);
    desk.note(later, new DeskEvent.Looked(standfirst.id(), standfirst.text()), KIM);
    assertThat(reason(decider.approve(later, KIM, "editor", null))).contains("stand");
    assertThat(reason(decider.sendBack(draft, KIM, "Again."))).contains("changed since");
    assertThat(decider.spike(later, KIM, "Not this.")).isInstanceOf(CopyDecision.Done.class);
    assertThat(newsroom.rewrite(later, lede(later), "Still here.", KIM))
        .isInstanceOfSatisfying(
            EditResult.Refused.class, no -> assertThat(no.reason()).contains("spiked by"));
  }

  @Test
  void whatWasEditedAndApprovedIsPublishedWithItsReceipt() throws Exception {
    String root = newsroom.draft();
    Sentence standfirst = newsroom.standfirst(root);
    String written = "This is what people " + "at the desk wrote about it. " + standfirst.text();
    String draft = saved(newsroom.rewrite(root, standfirst, written, KIM)).worksheet().draft().id();
    newsroom.pass(60);
    newsroom.read(draft, DANA);
    newsroom.settleAll(draft, DANA);
    newsroom.pass(60);
    CopyDecision.Approve approve =
        (CopyDecision.Approve)
            decider.approve(draft, DANA, "night editor", null, Set.of(Tick.SOURCES, Tick.ACCURACY));
    Receipt receipt = approve.approved().receipt().orElseThrow();
    assertThat(receipt.opened())
        .containsExactlyElementsOf(
            newsroom.sheet(draft).sentences().stream().map(Sentence::id).toList());
    assertThat(receipt.openedAt()).isEqualTo(newsroom.now().minusSeconds(60));
    assertThat(receipt.ticked()).containsExactly(Tick.ACCURACY, Tick.SOURCES);
    assertThat(newsroom.copy(draft))
        .isInstanceOfSatisfying(
            Copy.Released.class, kept -> assertThat(kept.approved().receipt()).contains(receipt));
    assertThat(receipt.changes())
        .containsExactly(new Receipt.Change(standfirst.id(), standfirst.text(), written));
    Publication.Released released =
        (Publication.Released) decider.publish(approve.approved(), null);
    Path page = folder.resolve("site").resolve("briefs").resolve(released.plan().slug().value());
    assertThat(file(page, "brief.txt"))
        .containsIgnoringCase("edited by Kim Seo-yeon")
        .containsIgnoringCase("reviewed by Dana Whitlock");
    assertThat(file(page, "index.html")).containsIgnoringCase("edited by Kim Seo-yeon");
    String record = file(page, "record.json");
    assertThat(record).contains("\"changed\":1").contains("\"sentencesOpened\":[\"h\"");
    Report report = Verifier.verify(folder.resolve("site"), folder.resolve("keys"), newsroom.now());
    assertThat(report.exitCode()).as(report.text()).isZero();
  }

  @Test
  void whereTwoMustApproveOneIsNotEnoughAndAChangeVoidsTheFirst() throws Exception {
    String draft = newsroom.draftForTwo();
    newsroom.read(draft, KIM);
    newsroom.settleAll(draft, KIM);
    assertThat(decider.approve(draft, KIM, "editor", null)).isInstanceOf(CopyDecision.Noted.class);
    assertThat(newsroom.copy(draft)).isInstanceOf(Copy.Waiting.class);
    assertThat(newsroom.reviews.approved(draft)).isEmpty();
    assertThat(line(draft).firstBy()).isEqualTo("Kim Seo-yeon");
    assertThat(reason(decider.approve(draft, KIM, "editor", null))).contains("second person");
    Person sameName = new Person("kim2", " kim  SEO-yeon ");
    Person sameLogin = new Person("kim", "Somebody Else");
    newsroom.read(draft, sameName);
    newsroom.read(draft, sameLogin);
    assertThat(reason(decider.approve(draft, sameName, "editor", null))).contains("second person");
    assertThat(reason(decider.approve(draft, sameLogin, "editor", null))).contains("second person");

    String edited =
        saved(
                newsroom.rewrite(
                    draft,
                    newsroom.standfirst(draft),
                    newsroom.standfirst(draft).text() + " So.",
                    DANA))
            .worksheet()
            .draft()
            .id();
    newsroom.read(edited, DANA);
    newsroom.settleAll(edited, DANA);
    assertThat(((Copy.Waiting) newsroom.copy(edited)).first()).isNull();
    assertThat(decider.approve(edited, DANA, "editor", null))
        .isInstanceOf(CopyDecision.Noted.class);
    CopyDecision.Approve approve =
        (CopyDecision.Approve) decider.approve(edited, KIM, "chief", null);
    assertThat(approve.approved().first().orElseThrow().by()).isEqualTo("Dana Whitlock");
    assertThat(newsroom.reviews.approved(edited).orElseThrow().first())
        .isEqualTo(approve.approved().first());
    Publication.Released released =
        (Publication.Released) decider.publish(approve.approved(), null);
    String record =
        file(folder.resolve("site/briefs").resolve(released.plan().slug().value()), "record.json");
    assertThat(record).contains("\"first\":{").contains("Dana Whitlock").contains("Kim Seo-yeon");
    Report report = Verifier.verify(folder.resolve("site"), folder.resolve("keys"), newsroom.now());
    assertThat(report.exitCode()).as(report.text()).isZero();
  }

  @Test
  void twoFirstApprovalsAtOnceAreOneAndThenTheOther() throws Exception {
    String draft = newsroom.draftForTwo();
    newsroom.read(draft, KIM);
    newsroom.read(draft, DANA);
    newsroom.settleAll(draft, KIM);
    List<CopyDecision> results =
        atOnce(
            List.of(
                () -> decider.approve(draft, KIM, "editor", null),
                () -> decider.approve(draft, DANA, "editor", null)));
    assertThat(results).hasAtLeastOneElementOfType(CopyDecision.Noted.class);
    assertThat(results).hasAtLeastOneElementOfType(CopyDecision.Approve.class);
  }

  @Test
  void theDatabaseLetsNothingOutThatAsksForTwoByOne() {
    String draft = newsroom.draftForTwo();
    String insert =
        """
        insert into review_state
          (draft_id, state, flags, decided_by, role, decided_at, previous, people, first_approval)
        select :draft, :state, '[]', :by, :role, now(), max(id), 1,
          (select id from review_state where draft_id = :draft and state = 'approved once')
        from review_state where draft_id = :draft
        """;
    assertThatThrownBy(() -> forged(insert, draft, "approved", "Kim Seo-yeon", "editor"))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("two different people");
    assertThatThrownBy(() -> forged(insert, draft, "released by policy", "two", null))
        .isInstanceOf(DataIntegrityViolationException.class);
    newsroom.read(draft, KIM);
    newsroom.settleAll(draft, KIM);
    decider.approve(draft, KIM, "editor", null);
    assertThatThrownBy(() -> forged(insert, draft, "approved", " kim seo-yeon", "editor"))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(newsroom.reviews.approved(draft)).isEmpty();
  }

  @Test
  void marksAreOverriddenByTwoPeopleWithAReason() {
    String root = newsroom.draft();
    String draft =
        saved(
                newsroom.rewrite(
                    root, newsroom.standfirst(root), "Martians landed in Lindhaven.", KIM))
            .worksheet()
            .draft()
            .id();
    newsroom.read(draft, KIM);
    newsroom.read(draft, DANA);
    assertThat(reason(decider.override(draft, KIM, "editor", " "))).contains("Say why");
    assertThat(reason(decider.confirm(draft, DANA, "chief", null))).contains("nothing to confirm");
    assertThat(decider.override(draft, KIM, "editor", "The desk saw it."))
        .isInstanceOf(CopyDecision.Noted.class);
    assertThat(reason(decider.confirm(draft, KIM, "editor", null))).contains("second person");
    assertThat(reason(decider.approve(draft, DANA, "chief", null))).contains("stand");
    CopyDecision.Approve approve =
        (CopyDecision.Approve) decider.confirm(draft, DANA, "chief", null);
    assertThat(approve.approved().override()).contains("The desk saw it.");
    assertThat(newsroom.reviews.approved(draft).orElseThrow().override())
        .contains("The desk saw it.");
    assertThat(
            newsroom
                .database
                .jdbc()
                .sql(
                    "select override_reason from review_state where draft_id = :draft and state ="
                        + " 'approved'")
                .param("draft", draft)
                .query(String.class)
                .single())
        .isEqualTo("The desk saw it.");
  }

  private static int forged(
      String sql, String draft, String state, String by, @Nullable String role) {
    return newsroom
        .database
        .jdbc()
        .sql(sql)
        .param("draft", draft)
        .param("state", state)
        .param("by", by)
        .param("role", role, java.sql.Types.VARCHAR)
        .update();
  }

  private static List<QueueLine> lines() {
    return newsroom.queue.page(QueueFilter.all("nobody"), 0, 200).lines();
  }

  private static QueueLine line(String draft) {
    return lines().stream().filter(each -> each.draftId().equals(draft)).findFirst().orElseThrow();
  }

  private static String file(Path page, String name) throws Exception {
    try (var files = Files.walk(page)) {
      return Files.readString(
          files
              .filter(file -> file.getFileName().toString().equals(name))
              .findFirst()
              .orElseThrow());
    }
  }

  private static Sentence lede(String draft) {
    return newsroom.lede(draft);
  }
}
