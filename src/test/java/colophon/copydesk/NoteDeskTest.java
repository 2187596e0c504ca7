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
import colophon.grounding.Verdict;
import colophon.review.Flag;
import colophon.story.DeskNote;
import colophon.story.Dossier;
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
