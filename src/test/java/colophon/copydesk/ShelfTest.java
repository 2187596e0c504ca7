package colophon.copydesk;

import static colophon.copydesk.DeskNewsroom.DANA;
import static colophon.copydesk.DeskNewsroom.KIM;
import static colophon.copydesk.DeskNewsroom.reason;
import static colophon.copydesk.DeskNewsroom.saved;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.publication.Publication;
import colophon.review.Copy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was sent back or spiked is not lost. */
@Timeout(240)
class ShelfTest {

  @TempDir static Path folder;
  private static DeskNewsroom newsroom;
  private static Decider decider;
  private static Shelf shelf;

  @BeforeAll
  static void open() throws Exception {
    newsroom = new DeskNewsroom(folder);
    decider = newsroom.decider;
    shelf = newsroom.room(Shelf.class);
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  @Test
  void aDraftThatWasSentBackStandsThereWithItsReasonAndIsTakenUpWithAllThatWasDone() {
    String root = newsroom.draft();
    String draft =
        saved(newsroom.rewrite(root, newsroom.lede(root), "Dana wrote this.", DANA))
            .worksheet()
            .draft()
            .id();
    newsroom.pass(600);
    assertThat(decider.sendBack(draft, KIM, "Ask the ministry too."))
        .isInstanceOf(CopyDecision.Done.class);
    assertThat(waiting()).doesNotContain(draft);
    assertThat(shelf.lines())
        .as("the draft that was edited, and not the one before it")
        .filteredOn(line -> List.of(root, draft).contains(line.draftId()))
        .singleElement()
        .satisfies(line -> assertThat(line.draftId()).isEqualTo(draft))
        .satisfies(line -> assertThat(line.by()).isEqualTo(KIM.name()))
        .satisfies(line -> assertThat(line.reason()).isEqualTo("Ask the ministry too."))
        .satisfies(line -> assertThat(line.spiked()).isFalse());

    newsroom.pass(600);
    assertThat(shelf.takeUp(root, DANA)).isInstanceOf(CopyDecision.Done.class);
    assertThat(waiting()).contains(draft);
    assertThat(shelf.lines()).extracting(Shelf.Line::draftId).doesNotContain(draft);
    assertThat(newsroom.lede(draft).text()).isEqualTo("Dana wrote this.");
    assertThat(newsroom.sheet(draft).log())
        .extracting(DeskLog.Entry::event)
        .contains(new DeskEvent.TakenUp(false, "Ask the ministry too."));
    assertThat(((Copy.Waiting) newsroom.copy(draft)).flags())
        .as("the marks stand as they did")
        .isNotEmpty();
    assertThat(reason(shelf.takeUp(draft, DANA))).contains("neither sent back nor spiked");
  }

  @Test
  void whatWasSpikedMayStillGoOut() {
    String draft = newsroom.draft();
    decider.spike(draft, KIM, "Old news.");
    assertThat(shelf.lines())
        .filteredOn(line -> line.draftId().equals(draft))
        .singleElement()
        .satisfies(line -> assertThat(line.spiked()).isTrue());
    newsroom.read(draft, DANA);
    assertThat(reason(decider.approve(draft, DANA, "editor", null))).contains("waits no more");
    shelf.takeUp(draft, DANA);
    newsroom.settleAll(draft, DANA);
    CopyDecision decision = decider.approve(draft, DANA, "editor", null);
    assertThat(decision).isInstanceOf(CopyDecision.Approve.class);
    assertThat(decider.publish(((CopyDecision.Approve) decision).approved(), null))
        .isInstanceOf(Publication.Released.class);
    assertThat(reason(shelf.takeUp(draft, KIM))).contains("neither sent back nor spiked");
  }

  @Test
  void aDraftThatAsksForTwoStillDoes() {
    String draft = newsroom.draftForTwo();
    decider.sendBack(draft, KIM, "Shorter.");
    shelf.takeUp(draft, KIM);
    assertThat(((Copy.Waiting) newsroom.copy(draft)).people()).isEqualTo(2);
  }

  @Test
  void anEditDoesNotMakeItYounger() {
    String root = newsroom.draft();
    var since = ((Copy.Waiting) newsroom.copy(root)).since();
    newsroom.pass(3_000);
    String draft =
        saved(newsroom.rewrite(root, newsroom.lede(root), "Kim wrote this.", KIM))
            .worksheet()
            .draft()
            .id();
    assertThat(((Copy.Waiting) newsroom.copy(draft)).since()).isEqualTo(since);
  }

  @Test
  void whoeverOpenedNoSentenceBesideItsSourcesDoesNotAnswerForIt() {
    String draft = newsroom.draftForTwo();
    newsroom.read(draft, KIM);
    newsroom.settleAll(draft, KIM);
    newsroom.desk.note(draft, new DeskEvent.Opened(), DANA);
    assertThat(reason(decider.approve(draft, DANA, "editor", null)))
        .contains("no sentence beside its source");
    newsroom.desk.note(
        draft, new DeskEvent.Looked(newsroom.lede(draft).id(), newsroom.lede(draft).text()), DANA);
    assertThat(decider.approve(draft, DANA, "editor", null)).isInstanceOf(CopyDecision.Noted.class);
  }

  private static List<String> waiting() {
    return newsroom
        .queue
        .page(new QueueFilter(QueueFilter.Share.ALL, KIM.login(), null, null), 0, 200)
        .lines()
        .stream()
        .map(QueueLine::draftId)
        .toList();
  }
}
