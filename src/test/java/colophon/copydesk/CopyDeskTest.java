package colophon.copydesk;

import static colophon.copydesk.DeskNewsroom.DANA;
import static colophon.copydesk.DeskNewsroom.KIM;
import static colophon.copydesk.DeskNewsroom.atOnce;
import static colophon.copydesk.DeskNewsroom.one;
import static colophon.copydesk.DeskNewsroom.reason;
import static colophon.copydesk.DeskNewsroom.saved;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Amendment;
import colophon.brief.Author;
import colophon.brief.Draft;
import colophon.brief.Sentence;
import colophon.grounding.Grounder;
import colophon.review.Copy;
import colophon.review.Flag;
import colophon.review.Receipt;
import colophon.text.Embedder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two editors at work on the drafts of a whole newsroom. */
@Timeout(240)
class CopyDeskTest {

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
  void aChangeIsCheckedAtOnceAndTakenBack() {
    String draft = newsroom.draft();
    Sentence lede = newsroom.lede(draft);
    EditResult.Saved saved =
        saved(newsroom.rewrite(draft, lede, "Martians landed in Lindhaven.", KIM));
    Worksheet sheet = saved.worksheet();
    assertThat(sheet.draft().id()).isNotEqualTo(draft);
    assertThat(sheet.marks(lede.id()))
        .anySatisfy(mark -> assertThat(mark.flag().kind()).isEqualTo(Flag.Kind.SOURCE_CHECK));
    assertThat(sheet.copy().report())
        .isEqualTo(
            Grounder.check(
                sheet.draft().brief(),
                desk.dossier(sheet.draft()),
                newsroom.rooms.room(Embedder.class),
                desk.pipeline(sheet.draft()).orElseThrow().thresholds()));
    assertThat(newsroom.sheet(draft)).isEqualTo(sheet);
    assertThat(newsroom.copy(draft)).isInstanceOf(Copy.SentBack.class);
    assertThat(sheet.changes()).extracting(Receipt.Change::sentenceId).containsExactly(lede.id());

    assertThat(desk.undo(draft, DANA))
        .isInstanceOfSatisfying(
            EditResult.Refused.class, no -> assertThat(no.reason()).contains("Kim Seo-yeon's"));
    Worksheet back = saved(desk.undo(draft, KIM)).worksheet();
    assertThat(back.draft().brief()).isEqualTo(back.root().brief());
    assertThat(back.changes()).isEmpty();
    assertThat(desk.undo(draft, KIM))
        .isInstanceOfSatisfying(
            EditResult.Refused.class, no -> assertThat(no.reason()).contains("no change"));
  }

  @Test
  void whatNobodySeesIsNotKept() {
    String draft = newsroom.draftForTwo();
    Sentence lede = newsroom.lede(draft);
    Worksheet sheet =
        saved(newsroom.rewrite(draft, lede, "Mar\u202etians\u0000 \u200blanded.", KIM)).worksheet();
    assertThat(sheet.draft().brief().sentence(lede.id()).orElseThrow().text())
        .isEqualTo("Martians landed.");
    assertThat(sheet.edits().getLast().amendment().orElseThrow())
        .isEqualTo(new Amendment.Rewrite(lede.id(), lede.text(), "Martians landed."));
    assertThat(newsroom.rewrite(draft, lede(draft), "a".repeat(5_000_000), KIM))
        .isInstanceOf(EditResult.Refused.class);
    assertThat(newsroom.sheet(draft).edits()).hasSize(1);
  }

  @Test
  void ofTwoAtTheSameSentenceTheSecondIsToldAndNothingIsLost() throws Exception {
    String draft = newsroom.draft();
    Sentence lede = newsroom.lede(draft);
    List<EditResult> results =
        atOnce(
            () -> newsroom.rewrite(draft, lede, "Words of Kim.", KIM),
            () -> newsroom.rewrite(draft, lede, "Words of Dana.", DANA));
    EditResult.Stale stale = one(results, EditResult.Stale.class);
    EditResult.Saved first = one(results, EditResult.Saved.class);
    assertThat(stale.theirs())
        .isEqualTo(first.worksheet().draft().brief().sentence(lede.id()).orElseThrow().text());
    assertThat(stale.by()).isEqualTo(first.worksheet().edits().getLast().by());
  }

  @Test
  void ofTwoAtTwoSentencesBothStand() throws Exception {
    String draft = newsroom.draftForTwo();
    Sentence lede = newsroom.lede(draft);
    Sentence standfirst = newsroom.standfirst(draft);
    List<EditResult> results =
        atOnce(
            () -> newsroom.rewrite(draft, lede, "Words of Kim.", KIM),
            () -> newsroom.rewrite(draft, standfirst, "Words of Dana.", DANA));
    assertThat(results).allMatch(EditResult.Saved.class::isInstance);
    assertThat(results.stream().map(EditResult.Saved.class::cast).map(EditResult.Saved::rebased))
        .containsExactlyInAnyOrder(false, true);
    Worksheet sheet = newsroom.sheet(draft);
    assertThat(sheet.draft().brief().sentence(lede.id()).orElseThrow().author())
        .isEqualTo(new Author.Person("Kim Seo-yeon"));
    assertThat(sheet.draft().brief().sentence(standfirst.id()).orElseThrow().author())
        .isEqualTo(new Author.Person("Dana Whitlock"));
  }

  @Test
  void manyChangesAtOnceLoseNothing() throws Exception {
    String draft = newsroom.draft();
    List<Sentence> all = newsroom.sheet(draft).sentences();
    var tasks = new ArrayList<java.util.concurrent.Callable<EditResult>>();
    for (int i = 0; i < 4; i++) {
      Sentence sentence = all.get(i);
      tasks.add(() -> newsroom.rewrite(draft, sentence, "Words for " + sentence.id() + ".", KIM));
    }
    List<EditResult> results = atOnce(tasks);
    for (int i = 0; i < 4; i++) {
      if (results.get(i) instanceof EditResult.Saved) {
        assertThat(
                newsroom
                    .sheet(draft)
                    .draft()
                    .brief()
                    .sentence(all.get(i).id())
                    .orElseThrow()
                    .text())
            .startsWith("Words for ");
      }
    }
    long saved = results.stream().filter(EditResult.Saved.class::isInstance).count();
    assertThat(newsroom.sheet(draft).edits()).hasSize((int) saved);
    assertThat(saved).isGreaterThanOrEqualTo(2);
  }

  @Test
  void theQueueFollowsWhatPeopleDo() {
    String draft = newsroom.draft();
    newsroom.read(draft, KIM);
    int blocking = newsroom.sheet(draft).blocking().size();
    assertThat(line(draft).marks()).isEqualTo(blocking);
    assertThat(line(draft).pipeline()).isEqualTo("one");
    Person mira = new Person("mira", "Mira Sol");
    assertThat(desk.assign(draft, mira, DANA)).isInstanceOf(NoteResult.Noted.class);
    assertThat(
            desk.place(
                draft,
                new DeskEvent.Placed("skerries", 1, "First.", newsroom.now().plusSeconds(60), null),
                DANA))
        .isInstanceOf(NoteResult.Noted.class);
    newsroom.settleAll(draft, KIM);
    QueuePage mine =
        newsroom.queue.page(new QueueFilter(QueueFilter.Share.MINE, "mira", "one", null), 0, 50);
    assertThat(mine.matching()).isEqualTo(1);
    assertThat(mine.counts().mine()).isEqualTo(1);
    QueueLine line = mine.lines().getFirst();
    assertThat(line.draftId()).isEqualTo(draft);
    assertThat(line.slug()).isEqualTo("skerries");
    assertThat(line.urgency()).isEqualTo(1);
    assertThat(line.marks()).isZero();
    assertThat(newsroom.queue.page(QueueFilter.all("dana"), 0, 50).lines().getFirst().draftId())
        .isEqualTo(draft);

    String edited =
        saved(newsroom.rewrite(draft, newsroom.lede(draft), "Martians landed.", KIM))
            .worksheet()
            .draft()
            .id();
    QueueLine after = line(edited);
    assertThat(after.slug()).isEqualTo("skerries");
    assertThat(after.assigned()).isEqualTo(mira);
    assertThat(after.blocking()).containsKey(Flag.Kind.SOURCE_CHECK);
    assertThat(lines()).extracting(QueueLine::draftId).doesNotContain(draft);

    assertThat(
            desk.place(
                edited,
                new DeskEvent.Placed("", 5, "", null, newsroom.now().plus(Duration.ofDays(2))),
                DANA))
        .isInstanceOf(NoteResult.Noted.class);
    assertThat(lines().getLast().draftId()).isEqualTo(edited);
    newsroom.read(edited, DANA);
    assertThat(reason(decider.approve(edited, DANA, "editor", null))).contains("held until");
    assertThat(reason(decider.override(edited, DANA, "editor", "Now."))).contains("held until");
    decider.spike(edited, DANA, "Old.");
    assertThat(lines()).extracting(QueueLine::draftId).doesNotContain(edited);
    assertThat(lines())
        .extracting(QueueLine::draftId)
        .containsExactlyInAnyOrderElementsOf(
            newsroom.reviews.waiting().stream().map(copy -> copy.draft().id()).toList());
  }

  @Test
  void whatTwoNoteAtOnceStandsInTheQueue() throws Exception {
    String draft = newsroom.draftForTwo();
    atOnce(
        List.of(
            () -> desk.assign(draft, KIM, DANA),
            () -> desk.place(draft, new DeskEvent.Placed("both", 3, "", null, null), KIM)));
    assertThat(line(draft).assigned()).isEqualTo(KIM);
    assertThat(line(draft).slug()).isEqualTo("both");
  }

  @Test
  void aDraftThatANewerOneOvertookIsNotWorkedOn() {
    String draft = newsroom.draftForTwo();
    newsroom.read(draft, KIM);
    newsroom.settleAll(draft, KIM);
    Draft old = newsroom.sheet(draft).draft();
    newsroom
        .briefs()
        .keep(
            newsroom.briefs().runOf(draft).orElseThrow(),
            new Draft(
                "d-newer",
                old.storyId(),
                old.storyRevision(),
                old.brief(),
                old.writing(),
                old.writtenAt().plusSeconds(9)));
    assertThat(lines()).extracting(QueueLine::draftId).doesNotContain(draft);
    assertThat(reason(decider.approve(draft, KIM, "editor", null))).contains("newer draft");
    assertThat(newsroom.rewrite(draft, newsroom.lede(draft), "Other words.", KIM))
        .isInstanceOfSatisfying(
            EditResult.Refused.class, no -> assertThat(no.reason()).contains("newer draft"));
  }

  private static List<QueueLine> lines() {
    return newsroom.queue.page(QueueFilter.all("nobody"), 0, 200).lines();
  }

  private static QueueLine line(String draft) {
    return lines().stream().filter(each -> each.draftId().equals(draft)).findFirst().orElseThrow();
  }

  private static Sentence lede(String draft) {
    return newsroom.lede(draft);
  }
}
