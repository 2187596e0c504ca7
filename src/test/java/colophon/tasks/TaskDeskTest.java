package colophon.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.copydesk.Person;
import colophon.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TaskDeskTest {

  private static final Person KIM = new Person("kim", "Kim Seo-yeon");
  private static final Person DANA = new Person("dana", "Dana Whitlock");
  private static final String WORDS = "The river rose two metres, not twelve.";

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database.source());
  private final TaskDesk desk =
      new TaskDesk(
          new TaskStore(jdbc),
          new TransactionTemplate(new JdbcTransactionManager(database.source())),
          () -> Instant.parse("2026-01-14T09:00:00Z"));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aReportWaitsUntilSomebodyTakesAndClosesIt() {
    long id = report(WORDS, "reader@example.org");
    assertThat(count("open")).isEqualTo(1);
    assertThat(count("nobody")).isEqualTo(1);
    assertThat(done(desk.take(id, KIM)).taken()).contains(KIM);
    assertThat(refused(desk.take(id, DANA))).isEqualTo("Kim Seo-yeon has taken it.");
    assertThat(count("mine")).isEqualTo(1);
    assertThat(count("nobody")).isZero();
    assertThat(refused(desk.close(id, " ", KIM))).contains("Say in a sentence");
    Task closed = done(desk.close(id, "Corrected in version 2.", KIM));
    assertThat(closed.closed().orElseThrow().reason()).isEqualTo("Corrected in version 2.");
    assertThat(count("open")).isZero();
    assertThat(refused(desk.take(id, DANA))).contains("has closed it");
    assertThat(done(desk.openAgain(id, DANA)).closed()).isEmpty();
    assertThat(done(desk.giveBack(id, DANA)).events())
        .extracting(Task.Event::kind)
        .containsExactly(
            Task.Kind.TAKEN, Task.Kind.CLOSED, Task.Kind.OPENED_AGAIN, Task.Kind.GIVEN_BACK);
  }

  @Test
  void aReadersWordsAreErasedAndThatTheyWereStays() {
    long id = report(WORDS, "reader@example.org");
    Task erased = done(desk.erase(id, KIM));
    assertThat(erased.about()).isEqualTo(new Task.About.Report("", ""));
    assertThat(erased.events()).extracting(Task.Event::kind).containsExactly(Task.Kind.ERASED);
    assertThat(refused(desk.erase(id, KIM))).contains("nothing of a reader's");
    for (String table : List.of("task", "task_report", "task_event")) {
      assertThat(
              jdbc.sql("select count(*) from " + table + " t where t::text like :words")
                  .param("words", "%reader@example%")
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void whatIsTooShortOrTooLongOrCameBeforeIsRefused() {
    assertThat(refused(desk.report("b-1", 1, "Wrong.", ""))).contains("what is wrong, and where");
    assertThat(refused(desk.report("b-1", 1, "x".repeat(4_001), ""))).contains("4000");
    assertThat(refused(desk.report("b-1", 1, WORDS, "x".repeat(201)))).contains("200");
    report(WORDS, "");
    assertThat(refused(desk.report("b-1", 1, WORDS, ""))).contains("arrived before");
  }

  @Test
  void aChangedPageIsToldOnceAndAPageThatIsGoneToo() {
    var spot = new Task.Spot("l1", "It rose.", "The river rose.", "The river fell.");
    var changed =
        new Task.About.Source("Post", "Flood", "https://post.example/1", "", List.of(spot));
    assertThat(desk.changed("b-1", 1, changed)).isTrue();
    assertThat(desk.changed("b-1", 1, changed)).isFalse();
    assertThat(desk.changed("b-1", 1, gone("It answered 404 at nine."))).isTrue();
    assertThat(desk.changed("b-1", 1, gone("It answered 404 at ten."))).isFalse();
    assertThat(desk.page(new TaskFilter("open", "source", "kim"), 0, 10))
        .extracting(Task::about)
        .containsExactly(gone("It answered 404 at nine."), changed);
    assertThat(desk.count(new TaskFilter("open", "report", "kim"))).isZero();
  }

  private static Task.About.Source gone(String reason) {
    return new Task.About.Source(
        "Post",
        "Flood",
        "https://post.example/1",
        reason,
        List.of(new Task.Spot("l1", "It rose.", "The river rose.", "")));
  }

  private long report(String words, String contact) {
    return done(desk.report("b-1", 1, words, contact)).id();
  }

  private int count(String share) {
    return desk.count(new TaskFilter(share, "", "kim"));
  }

  private static Task done(TaskDesk.Outcome outcome) {
    assertThat(outcome).isInstanceOf(TaskDesk.Outcome.Done.class);
    return ((TaskDesk.Outcome.Done) outcome).task();
  }

  private static String refused(TaskDesk.Outcome outcome) {
    assertThat(outcome).isInstanceOf(TaskDesk.Outcome.Refused.class);
    return ((TaskDesk.Outcome.Refused) outcome).reason();
  }
}
