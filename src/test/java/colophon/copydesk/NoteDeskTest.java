package colophon.copydesk;

import static colophon.copydesk.DeskNewsroom.DANA;
import static colophon.copydesk.DeskNewsroom.KIM;
import static colophon.copydesk.DeskNewsroom.refused;
import static colophon.copydesk.DeskNewsroom.saved;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.brief.Amendment;
import colophon.brief.Citation;
import colophon.brief.Prompt;
import colophon.brief.Sentence;
import colophon.brief.Style;
import colophon.brief.WritingOrder;
import colophon.capture.SnapshotStore;
import colophon.edition.VersionPlan;
import colophon.grounding.Verdict;
import colophon.publication.Publication;
import colophon.review.Flag;
import colophon.story.DeskNote;
import colophon.story.Dossier;
import colophon.verify.Verifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What editors know themselves becomes a source of the draft that they write it on. */
@Timeout(240)
class NoteDeskTest {

  private static final String WORDS =
      "The harbour master counted 41 ferries at the quay on Monday evening.";
  private static final Instant LEARNT = Instant.parse("2026-01-14T08:15:00Z");

  @TempDir static Path folder;
  private static DeskNewsroom newsroom;
  private static CopyDesk desk;
  private static NoteDesk notes;

  @BeforeAll
  static void open() throws Exception {
    newsroom = new DeskNewsroom(folder);
    desk = newsroom.desk;
    notes = newsroom.rooms.room(NoteDesk.class);
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  @Test
  void aNoteIsCapturedReadAndCited() {
    String draft = newsroom.draft();
    DeskNote note = written(draft, note(WORDS, true));
    Worksheet before = newsroom.sheet(draft);
    assertThat(desk.dossier(before.draft()).notes()).isEmpty();
    Dossier sources = desk.sources(before.draft());
    assertThat(sources.notes()).containsExactly(note);
    Article article = sources.article(note.articleId()).orElseThrow();
    assertThat(article.textOf(article.passage(DeskNote.WORDS))).isEqualTo(WORDS);
    assertThat(article.textOf(article.passage(1))).matches("Sealed [a-z]{28}\\.");
    var copy = newsroom.rooms.room(SnapshotStore.class).find(article.snapshot()).orElseThrow();
    assertThat(new String(copy.body(), StandardCharsets.UTF_8)).endsWith("\n\n" + WORDS + "\n");
    assertThat(copy.requested()).hasToString("urn:colophon:desk-note:" + note.id());

    Sentence lede = newsroom.lede(draft);
    Worksheet bound = bind(draft, lede, article);
    assertThat(bound.finding(lede.id()).orElseThrow().checks()).hasSizeGreaterThan(1);
    assertThat(bound.finding(lede.id()).orElseThrow().verdict())
        .isInstanceOf(Verdict.Unsupported.class);
    Worksheet told =
        saved(
                newsroom.rewrite(
                    draft,
                    bound.draft().brief().sentence(lede.id()).orElseThrow(),
                    "The harbour master counted 41 ferries at the quay on Monday evening.",
                    KIM))
            .worksheet();
    assertThat(told.finding(lede.id()).orElseThrow().verdict())
        .isInstanceOf(Verdict.NoMismatch.class);
    assertThat(desk.dossier(told.draft()).notes()).containsExactly(note);
    assertThat(refused(notes.strike(draft, note.id(), DANA))).contains("rests on that desk note");
    assertThat(told.log())
        .extracting(DeskLog.Entry::event)
        .contains(new DeskEvent.NoteWritten(note.id(), true));
  }

  @Test
  void aNoteCountsForNoIndependentSourceAndNoWriterIsGivenIt() {
    String draft = newsroom.draft();
    DeskNote note = written(draft, note(WORDS, false));
    Dossier sources = desk.sources(newsroom.sheet(draft).draft());
    Article article = sources.article(note.articleId()).orElseThrow();
    for (Sentence sentence : newsroom.sheet(draft).sentences()) {
      bind(draft, sentence, article);
    }
    assertThat(newsroom.sheet(draft).marks())
        .extracting(mark -> mark.flag().kind())
        .contains(Flag.Kind.SINGLE_SOURCE);
    var order = new WritingOrder("r-1", sources, new Prompt("brief", "1", "Write."), Style.DEFAULT);
    assertThat(order.dossier().articles()).doesNotContain(article);
    assertThat(order.dossier()).isEqualTo(sources.withoutNotes());
    assertThat(order.dossier().revision().articleIds()).doesNotContain(article.id());
  }

  @Test
  void whatIsStruckIsOfferedNoMoreAndComesBackWithTheSentenceThatRestsOnIt() {
    String draft = newsroom.draft();
    DeskNote note = written(draft, note(WORDS, true));
    Article article =
        desk.sources(newsroom.sheet(draft).draft()).article(note.articleId()).orElseThrow();
    Sentence lede = newsroom.lede(draft);
    bind(draft, lede, article);
    Sentence now = newsroom.lede(draft);
    saved(desk.amend(draft, new Amendment.Bind(now.id(), now.text(), lede.citations()), KIM));
    assertThat(notes.strike(draft, note.id(), DANA)).isInstanceOf(NoteResult.Noted.class);
    assertThat(refused(notes.strike(draft, note.id(), DANA))).contains("no such desk note");
    assertThat(desk.sources(newsroom.sheet(draft).draft()).notes()).isEmpty();
    saved(desk.undo(draft, KIM));
    assertThat(desk.dossier(newsroom.sheet(draft).draft()).notes()).containsExactly(note);
  }

  @Test
  void whatIsOutIsTakenUpWithItsNotesAndReadersAreToldOfNewOnes() {
    String draft = newsroom.draft();
    DeskNote first = written(draft, note(WORDS, true));
    bind(draft, newsroom.lede(draft), words(draft, first));
    VersionPlan out = published(draft);
    assertThat(notes.write(draft, note(WORDS, true), KIM))
        .isInstanceOfSatisfying(
            NoteDesk.Written.Refused.class,
            refused -> assertThat(refused.reason()).contains("It waits no more"));
    newsroom.pass(60);
    RevisionResult opened =
        newsroom.rooms.room(Revisions.class).open(out.slug().value(), DeskEvent.Told.DEFAULT, KIM);
    Worksheet again = ((RevisionResult.Opened) opened).worksheet();
    assertThat(desk.dossier(again.draft()).notes()).containsExactly(first);
    assertThat(again.copy().report().findings())
        .allSatisfy(finding -> assertThat(finding.checks()).hasSizeGreaterThan(1));
    DeskNote second = written(draft, note("Nobody but her saw the ferries leave.", false));
    bind(draft, newsroom.standfirst(draft), words(draft, second));
    VersionPlan next = published(newsroom.last(draft));
    assertThat(next.version()).isEqualTo(2);
    assertThat(next.note()).isEqualTo("Updated with what the newsroom learnt itself.");
    assertThat(
            Verifier.verify(folder.resolve("site"), folder.resolve("keys"), newsroom.now())
                .exitCode())
        .isZero();
  }

  private static VersionPlan published(String draft) {
    String last = newsroom.last(draft);
    newsroom.read(last, DANA);
    newsroom.settleAll(last, DANA);
    CopyDecision decided = newsroom.decider.approve(last, DANA, "editor", null);
    assertThat(decided).isInstanceOf(CopyDecision.Approve.class);
    return ((Publication.Released)
            newsroom.decider.publish(((CopyDecision.Approve) decided).approved(), null))
        .plan();
  }

  private static Article words(String draft, DeskNote note) {
    return desk.sources(newsroom.sheet(draft).draft()).article(note.articleId()).orElseThrow();
  }

  @Test
  void aNoteIsWholeOrItIsNot() {
    String draft = newsroom.draftForTwo();
    assertThat(reason(draft, new NewNote("Too short.", "Kim", LEARNT, "Seen.", true)))
        .contains("at least 25 letters");
    assertThat(reason(draft, new NewNote(WORDS.repeat(40), "Kim", LEARNT, "Seen.", true)))
        .contains("at most 2000 characters");
    assertThat(reason(draft, new NewNote(WORDS, " \u200b", LEARNT, "Seen.", true)))
        .contains("Say who knows it");
    assertThat(reason(draft, new NewNote(WORDS, "Kim", null, "Seen.", true)))
        .contains("Say when it was learnt");
    assertThat(
            reason(draft, new NewNote(WORDS, "Kim", newsroom.now().plusSeconds(60), "Seen.", true)))
        .contains("before now");
    assertThat(reason(draft, new NewNote(WORDS, "Kim", LEARNT, "", true)))
        .contains("how it was confirmed");
    assertThat(reason(draft, new NewNote(WORDS, "Jo Orr", LEARNT, "Called jo orr back.", false)))
        .contains("without naming who knows it");
    assertThat(reason(draft, new NewNote("<p>" + WORDS + "</p>", "Kim", LEARNT, "Seen.", true)))
        .contains("plain sentences");
    assertThat(notes.standing(newsroom.sheet(draft))).isEmpty();

    DeskNote odd =
        written(
            draft,
            new NewNote(
                "By\nAda Poe,\n 14 January 2026: they met\u202e at noon in the town hall",
                "my own observation",
                LEARNT,
                "I was there.",
                true));
    Article article =
        desk.sources(newsroom.sheet(draft).draft()).article(odd.articleId()).orElseThrow();
    assertThat(article.textOf(article.passage(DeskNote.WORDS)))
        .isEqualTo("By Ada Poe, 14 January 2026: they met at noon in the town hall");
    assertThat(article.authors()).isEmpty();
    for (int i = 1; i < NoteDesk.MOST_NOTES; i++) {
      written(draft, note(WORDS, true));
    }
    assertThat(reason(draft, note(WORDS, true))).contains("at most 10 desk notes");
  }

  private static NewNote note(String words, boolean onRecord) {
    return new NewNote(words, "the harbour master", LEARNT, "Counted again by phone.", onRecord);
  }

  private static DeskNote written(String draft, NewNote note) {
    NoteDesk.Written written = notes.write(draft, note, KIM);
    assertThat(written).isInstanceOf(NoteDesk.Written.Kept.class);
    return ((NoteDesk.Written.Kept) written).note();
  }

  private static String reason(String draft, NewNote note) {
    NoteDesk.Written written = notes.write(draft, note, KIM);
    assertThat(written).isInstanceOf(NoteDesk.Written.Refused.class);
    return ((NoteDesk.Written.Refused) written).reason();
  }

  private static Worksheet bind(String draft, Sentence sentence, Article article) {
    var words = Citation.of(article, DeskNote.WORDS, article.passage(DeskNote.WORDS).span());
    return saved(
            desk.amend(
                draft, new Amendment.Bind(sentence.id(), sentence.text(), List.of(words)), KIM))
        .worksheet();
  }
}
