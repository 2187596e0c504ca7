package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import colophon.brief.Amendment;
import colophon.brief.Sentence;
import colophon.copydesk.CopyDecision;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.Decider;
import colophon.copydesk.DeskErasure;
import colophon.copydesk.DeskEvent;
import colophon.copydesk.NewNote;
import colophon.copydesk.NoteDesk;
import colophon.copydesk.NoteResult;
import colophon.copydesk.Person;
import colophon.copydesk.Worksheet;
import colophon.edition.VersionPlan;
import colophon.publication.Publication;
import colophon.review.ReviewStore;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor reads what people did with a brief, in words and in order, in a real browser. */
class TimelineBrowserTest {

  private static final Person MAX = new Person("max", "Max Sample");
  private static final Person DANA = new Person("dana", "Dana Sample");

  @RegisterExtension static final BrowsedDesk DESK = new BrowsedDesk();
  private static CopyDesk copies;
  private static Decider decider;
  private static String root;
  private static VersionPlan plan;

  @BeforeAll
  static void workAndPublish() {
    DESK.account("audrey", "Audrey Sample", Role.AUDITOR);
    var rooms = DESK.desk().rooms();
    copies = rooms.getBean(CopyDesk.class);
    decider = rooms.getBean(Decider.class);
    root = rooms.getBean(ReviewStore.class).waiting().getFirst().draft().id();
    rewrite("Martians landed in Lindhaven.", MAX);
    copies.undo(last(), MAX);
    rewrite("Martians landed in Aldermouth.", MAX);
    copies.comment(last(), "", "Did anybody call them?", DANA);
    var note =
        new NewNote(
            "The quay was closed to visitors on Friday.",
            "The mayor",
            Instant.parse("2026-01-14T08:00:00Z"),
            "by phone",
            false);
    rooms.getBean(NoteDesk.class).write(last(), note, DANA);
    read(MAX);
    read(DANA);
    String mark = sheet().blocking().getFirst().flag().key();
    assertThat(copies.settle(last(), mark, "Called both.", MAX))
        .isInstanceOf(NoteResult.Noted.class);
    copies.unsettle(last(), mark, MAX);
    assertThat(decider.override(last(), MAX, "night editor", "The desk saw it."))
        .isInstanceOf(CopyDecision.Noted.class);
    CopyDecision confirmed = decider.confirm(last(), DANA, "chief editor", null);
    Publication done = decider.publish(((CopyDecision.Approve) confirmed).approved(), null);
    plan = ((Publication.Released) done).plan();
  }

  @Test
  void whatPeopleDidStandsInTheOrderOfTimeAndTheDraftCanBeOpened() {
    DeskBrowser.Visitor visitor = DESK.visit("audrey");
    Page page = visitor.page();
    page.navigate(DESK.address("/desk/audit/" + plan.slug()));
    List<String> told = page.locator(".timeline li").allInnerTexts();
    inOrder(
        told,
        "A run of",
        "with “Martians landed in Lindhaven.”",
        "Max Sample took the last change back.",
        "with “Martians landed in Aldermouth.”",
        "Dana Sample remarked: “Did anybody call them?”",
        "Dana Sample wrote a desk note, off the record.",
        "Max Sample let a mark stand",
        "Max Sample raised a mark again.",
        "Max Sample, night editor, asked to publish it in spite of open marks: The desk saw it.",
        "Dana Sample, chief editor, confirmed: Max Sample published version 1",
        "Published: version 1");
    assertThat(page.locator("#v1"))
        .containsText(
            "Max Sample, night editor, published it in spite of open marks: The desk saw it.;"
                + " Dana Sample, chief editor, confirmed");
    assertThat(page.locator("main")).not().containsText("overridden");
    visitor.accessible();
    page.locator("#v1 a:has-text('its draft at the desk')").click();
    assertThat(page.locator(".review")).containsText("Martians landed in Aldermouth.");

    new DeskErasure(DESK.desk().rooms().getBean(JdbcClient.class)).withoutWords(last());
    page.navigate(DESK.address("/desk/audit/" + plan.slug()));
    assertThat(page.locator(".timeline")).containsText("with words that were erased since.");
    assertThat(page.locator(".timeline")).not().containsText("Aldermouth");
    assertThat(page.locator(".timeline")).not().containsText("Did anybody call them?");
  }

  private static void inOrder(List<String> told, String... wanted) {
    int from = 0;
    for (String words : wanted) {
      int at = from;
      while (at < told.size() && !told.get(at).contains(words)) {
        at++;
      }
      assertThat(at).as(words + " from line " + from + " of " + told).isLessThan(told.size());
      from = at + 1;
    }
  }

  private static Worksheet sheet() {
    return copies.worksheet(root).orElseThrow();
  }

  private static String last() {
    return sheet().draft().id();
  }

  private static void rewrite(String words, Person by) {
    Sentence sentence = sheet().draft().brief().standfirst().getFirst();
    copies.amend(last(), new Amendment.Rewrite(sentence.id(), sentence.text(), words), by);
  }

  private static void read(Person person) {
    String draft = last();
    copies.note(draft, new DeskEvent.Opened(), person);
    for (Sentence sentence : sheet().sentences()) {
      copies.note(draft, new DeskEvent.Looked(sentence.id(), sentence.text()), person);
    }
  }
}
