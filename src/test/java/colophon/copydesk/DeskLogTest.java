package colophon.copydesk;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.database.TestDatabase;
import colophon.grounding.Stories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskLogTest {

  private static final Instant NOW = Instant.parse("2026-01-14T12:00:00.123456Z");
  private static final Person KIM = new Person("kim", "Kim Seo-yeon 김서연");
  private static TestDatabase database;
  private static DeskLog log;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
    log = new DeskLog(database.jdbc());
    var briefs = new BriefStore(database.jdbc());
    Brief brief = DeskDrafts.brief("The talk", "They met.", Stories.article("one", "They met."));
    for (String id : List.of("d-all", "d-seen", "d-latest")) {
      briefs.keep("run-1", DeskDrafts.draft(id, "s-" + id, brief, NOW));
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void everyKindOfEventComesBackAsItWasNoted() {
    List<DeskEvent> events =
        List.of(
            new DeskEvent.Opened(),
            new DeskEvent.Looked("l1", "They \"met\".\n회담"),
            new DeskEvent.Settled("SOURCE_CHECK-1", "Called.", "abc"),
            new DeskEvent.Unsettled("SOURCE_CHECK-1"),
            new DeskEvent.Commented("", "Two\n\nlines"),
            new DeskEvent.Resolved(7),
            new DeskEvent.Assigned("kim", "Kim"),
            new DeskEvent.Placed("slug", 2, "", NOW, NOW.plusSeconds(1)),
            DeskEvent.Placed.DEFAULT,
            new DeskEvent.Placed("slug", 2, "", null, null, NOW),
            new DeskEvent.NoteWritten("n-1", false),
            new DeskEvent.NoteStruck("n-1"),
            new DeskEvent.TakenUp(true, "Old news."),
            new DeskEvent.Told(true, "The town was another one."));
    events.forEach(event -> log.note("d-all", "d-all", event, KIM, NOW));
    List<DeskLog.Entry> noted = log.of("d-all");
    assertThat(noted).extracting(DeskLog.Entry::event).containsExactlyElementsOf(events);
    assertThat(noted)
        .allSatisfy(entry -> {
          assertThat(entry.by()).isEqualTo(KIM);
          assertThat(entry.at()).isEqualTo(NOW);
          assertThat(entry.draftId()).isEqualTo("d-all");
        });
    assertThat(noted).extracting(DeskLog.Entry::number).isSorted();
    assertThat(events.stream().map(Object::getClass).distinct())
        .hasSameSizeAs(DeskEvent.class.getPermittedSubclasses());
  }

  @Test
  void whatIsSeenTwiceIsNotedOnce() {
    for (int i = 0; i < 3; i++) {
      log.noteSeen("d-seen", "d-seen", List.of("d-seen"), new DeskEvent.Opened(), KIM, NOW);
      log.noteSeen(
          "d-seen", "d-seen", List.of("d-seen"), new DeskEvent.Looked("l1", "They met."), KIM, NOW);
    }
    log.noteSeen(
        "d-seen", "d-seen", List.of("d-seen"), new DeskEvent.Looked("l1", "Others met."), KIM, NOW);
    log.noteSeen(
        "d-seen",
        "d-seen",
        List.of("d-seen"),
        new DeskEvent.Opened(),
        new Person("dana", "Dana"),
        NOW);
    assertThat(log.of("d-seen")).hasSize(4);
  }

  @Test
  void theLatestOfAKindIsTold() {
    log.note("d-latest", "d-latest", new DeskEvent.Assigned("kim", "Kim"), KIM, NOW);
    log.note("d-latest", "d-latest", new DeskEvent.Assigned("dana", "Dana"), KIM, NOW);
    log.note("d-latest", "d-latest", new DeskEvent.Opened(), KIM, NOW);
    assertThat(log.latest(DeskEvent.Assigned.class, List.of("d-latest", "d-none")))
        .isEqualTo(Map.of("d-latest", new DeskEvent.Assigned("dana", "Dana")));
  }
}
