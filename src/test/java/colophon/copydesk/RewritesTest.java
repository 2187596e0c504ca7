package colophon.copydesk;

import static colophon.copydesk.DeskNewsroom.DANA;
import static colophon.copydesk.DeskNewsroom.KIM;
import static colophon.copydesk.DeskNewsroom.saved;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Author;
import colophon.brief.Draft;
import colophon.brief.Rewriting;
import colophon.brief.Section;
import colophon.brief.SectionOrder;
import colophon.brief.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sections that an editor has the writer write again. */
@Timeout(240)
class RewritesTest {

  private static final Duration SHORTLY = Duration.ofMillis(100);

  @TempDir static Path folder;
  private static DeskNewsroom newsroom;
  private static CopyDesk desk;
  private static Rewrites rewrites;

  @BeforeAll
  static void open() throws Exception {
    newsroom = new DeskNewsroom(folder);
    desk = newsroom.desk;
    rewrites = newsroom.rooms.room(Rewrites.class);
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  @Test
  void whatTheWriterWroteAgainIsTakenAndTakenBackAndIsNobodysOwn() throws Exception {
    String root = newsroom.draft();
    Draft before = newsroom.sheet(root).draft();
    Section present = section(before);
    String other = before.brief().standfirst().getLast().citations().getFirst().quote();
    Rewrite written = written(root, present.subhead().id(), other);
    assertThat(written.state(newsroom.now())).as(written.reason()).isEqualTo(Rewrite.State.READY);
    assertThat(newsroom.last(root)).as("nothing has changed yet").isEqualTo(before.id());

    Worksheet taken = saved(rewrites.take(written.id(), KIM)).worksheet();
    Section now = taken.draft().brief().section(present.subhead().id()).orElseThrow();
    assertThat(now.words()).isNotEqualTo(present.words());
    assertThat(now.sentences())
        .allSatisfy(sentence -> {
          assertThat(sentence.author()).isEqualTo(new Author.Model());
          assertThat(sentence.citations()).isNotEmpty();
          assertThat(taken.finding(sentence.id())).isPresent();
        });
    assertThat(taken.draft().brief().sentences()).extracting(Sentence::id).doesNotHaveDuplicates();
    assertThat(taken.changes()).as("people changed no sentence").isEmpty();
    Rewriting rewriting = taken.draft().rewritings().getFirst();
    assertThat(rewriting.sentences())
        .isEqualTo(now.sentences().stream().map(Sentence::id).toList());
    assertThat(rewriting.writing().request()).isNotEqualTo(before.writing().request());
    assertThat(rewrites.take(written.id(), DANA)).isInstanceOf(EditResult.Refused.class);

    Sentence first = now.paragraphs().getFirst().getFirst();
    Worksheet edited =
        saved(newsroom.rewrite(root, first, "Nothing of this is so.", DANA)).worksheet();
    assertThat(edited.changes()).hasSize(1);
    assertThat(edited.changes().getFirst().before()).isEqualTo(first.text());
    assertThat(edited.draft().rewritings().getFirst().sentences()).doesNotContain(first.id());

    saved(desk.undo(root, DANA));
    Worksheet back = saved(desk.undo(root, KIM)).worksheet();
    assertThat(back.draft().brief()).isEqualTo(before.brief());
    assertThat(back.draft().rewritings()).isEmpty();
  }

  @Test
  void aSectionThatAColleagueChangedMeanwhileIsNotOverwritten() throws Exception {
    String root = newsroom.draft();
    Section present = section(newsroom.sheet(root).draft());
    Rewrite written = written(root, present.subhead().id(), present.subhead().text());
    Sentence first = present.paragraphs().getFirst().getFirst();
    saved(newsroom.rewrite(root, first, "Dana's own words. " + first.text(), DANA));
    if (written.amendment() != null) {
      assertThat(rewrites.take(written.id(), KIM))
          .isInstanceOfSatisfying(
              EditResult.Stale.class,
              stale -> {
                assertThat(stale.theirs()).contains("Dana's own words.");
                assertThat(stale.by().name()).isEqualTo("Dana Whitlock");
              });
    }
    assertThat(rewrites.leave(written.id(), KIM)).isTrue();
    assertThat(rewrites.leave(written.id(), DANA)).isFalse();
  }

  @Test
  void whatCannotBeAskedForIsRefusedInWords() {
    String root = newsroom.draft();
    String section = section(newsroom.sheet(root).draft()).subhead().id();
    assertThat(refused("d-none", section, "")).contains("no draft d-none");
    assertThat(refused(root, "s99", "")).contains("no such section");
    assertThat(refused(root, section, "x".repeat(SectionOrder.MOST_NOTE + 1))).contains("500");
    desk.note(root, new DeskEvent.Opened(), KIM);
    assertThat(newsroom.decider.spike(root, KIM, "Not wanted."))
        .isInstanceOf(CopyDecision.Done.class);
    assertThat(refused(root, section, "")).contains("waits no more");
  }

  private static String refused(String draft, String section, String note) {
    return ((Rewrites.Refused) rewrites.ask(draft, section, note, KIM)).reason();
  }

  private static Section section(Draft draft) {
    return draft.brief().sections().getFirst();
  }

  /** Asks, and waits until the writer is done. */
  private static Rewrite written(String root, String section, String note) throws Exception {
    Rewrites.Asked asked = rewrites.ask(root, section, note, KIM);
    assertThat(asked).as(asked.toString()).isInstanceOf(Rewrites.Begun.class);
    String id = ((Rewrites.Begun) asked).rewrite().id();
    while (rewrites.find(id).orElseThrow().endedAt() == null) {
      Thread.sleep(SHORTLY);
    }
    return rewrites.find(id).orElseThrow();
  }
}
