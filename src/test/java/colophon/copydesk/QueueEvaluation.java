package colophon.copydesk;

import colophon.article.Article;
import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Draft;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.database.TestDatabase;
import colophon.grounding.GroundingStore;
import colophon.grounding.Stories;
import colophon.review.Copy;
import colophon.review.Flag;
import colophon.review.ReviewStore;
import colophon.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How long the queue's first page takes with thousands of waiting drafts. */
public final class QueueEvaluation {

  private static final int DRAFTS = 5_000;
  private static final int SENTENCES = 40;
  private static final int ROUNDS = 100;
  private static final int WARM_UP = 20;

  private QueueEvaluation() {}

  public static void main(String[] arguments) {
    int drafts = arguments.length == 0 ? DRAFTS : Integer.parseInt(arguments[0]);
    try (TestDatabase database = TestDatabase.fresh()) {
      var reviews =
          new ReviewStore(
              database.jdbc(),
              new BriefStore(database.jdbc()),
              new GroundingStore(database.jdbc()));
      long begun = System.nanoTime();
      fill(database.jdbc(), database.source(), drafts);
      System.out.printf(
          Locale.ROOT,
          "%d drafts of %d sentences wait, as many are decided on; filled in %.1f s%n",
          drafts,
          SENTENCES,
          (System.nanoTime() - begun) / 1e9);
      var queue = new Queue(database.jdbc(), () -> DeskDrafts.NOW);
      print("first page of 50", () -> queue.page(QueueFilter.all("p1"), 0, 50).lines().size());
      print(
          "page 50 of 50 drafts",
          () -> queue.page(QueueFilter.all("p1"), 2_450, 50).lines().size());
      print("mine", () -> queue.page(filter(QueueFilter.Share.MINE, null), 0, 50).lines().size());
      print(
          "needs legal read",
          () ->
              queue
                  .page(filter(QueueFilter.Share.ALL, Flag.Kind.NEEDS_LEGAL_READ), 0, 50)
                  .lines()
                  .size());
      long all = System.nanoTime();
      int read = reviews.waiting().size();
      System.out.printf(
          Locale.ROOT,
          "for comparison, every document of %d drafts: %.0f ms%n",
          read,
          (System.nanoTime() - all) / 1e6);
    }
  }

  private static QueueFilter filter(QueueFilter.Share share, Flag.@Nullable Kind mark) {
    return new QueueFilter(share, "p1", null, mark);
  }

  private static void print(String what, Supplier<Integer> page) {
    var took = new long[ROUNDS];
    int lines = 0;
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      lines = page.get();
      if (i >= 0) {
        took[i] = System.nanoTime() - begun;
      }
    }
    Arrays.sort(took);
    System.out.printf(
        Locale.ROOT,
        "%-24s %3d lines, median %.1f ms, 95th of 100 %.1f ms, slowest %.1f ms%n",
        what,
        lines,
        took[ROUNDS / 2] / 1e6,
        took[ROUNDS * 95 / 100] / 1e6,
        took[ROUNDS - 1] / 1e6);
  }

  /**
   * Keeps that many drafts that wait and as many decided on, as the stores of a newsroom do it,
   * with what people did noted for every fifth draft.
   */
  public static void fill(JdbcClient jdbc, DataSource source, int drafts) {
    var reports = new GroundingStore(jdbc);
    var briefs = new BriefStore(jdbc);
    var reviews = new ReviewStore(jdbc, briefs, reports);
    var random = new Random(5);
    Article one = Stories.article("one", "They met in Nara.", "They spoke for 25 minutes.");
    Article two = Stories.article("two", "They met on Tuesday.");
    var log = new DeskLog(jdbc);
    var places = new PlaceStore(jdbc);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    for (int i = 0; i < 2 * drafts; i++) {
      int number = i;
      Instant at = DeskDrafts.NOW.minus(Duration.ofSeconds(random.nextInt(900_000)));
      Draft draft = DeskDrafts.draft("d-" + i, "s-" + i, brief(i, one, two), at);
      transaction.executeWithoutResult(status -> {
        briefs.keep("run-" + number % 4, draft);
        var copy = new Copy.Waiting(draft, DeskDrafts.clean(draft.brief()), flags(random), at);
        reports.keep(draft.id(), copy.report(), at);
        reviews.keep(copy);
        if (number >= drafts) {
          reviews.keep(new Copy.Spiked(draft, copy.report(), "Kim Seo-yeon", "Old.", at));
        } else if (number % 5 == 0) {
          note(log, places, draft, copy, random);
        }
      });
    }
    for (int i = 0; i < 4; i++) {
      jdbc.sql(
              """
              insert into run (id, pipeline, definition, slot_label, slot_at, started_by, started_at)
              values (:id, :pipeline, 'x', :id, now(), 'test', now())
              """)
          .param("id", "run-" + i)
          .param("pipeline", "pipeline-" + i % 2)
          .update();
    }
    jdbc.sql("analyze").update();
  }

  private static void note(DeskLog log, PlaceStore places, Draft draft, Copy copy, Random random) {
    var person = new Person("p" + random.nextInt(10), "Person");
    log.note(
        draft.id(),
        draft.id(),
        new DeskEvent.Assigned(person.login(), person.name()),
        person,
        DeskDrafts.NOW);
    log.note(
        draft.id(),
        draft.id(),
        new DeskEvent.Placed(
            "slug",
            1 + random.nextInt(9),
            "",
            DeskDrafts.NOW.plusSeconds(random.nextInt(90_000)),
            random.nextInt(10) == 0 ? DeskDrafts.NOW.plusSeconds(9_000) : null),
        person,
        DeskDrafts.NOW);
    places.keep(Worksheet.of(draft, copy, List.of(), log.of(draft.id())));
  }

  private static List<Flag> flags(Random random) {
    var flags = new ArrayList<Flag>();
    for (Flag.Kind kind : Flag.Kind.values()) {
      if (random.nextInt(3) == 0) {
        flags.add(new Flag(kind, "A reason, some words long, for an editor.", List.of("l1")));
      }
    }
    flags.add(new Flag(Flag.Kind.POLICY, "Every brief is looked at."));
    return flags;
  }

  private static Brief brief(int number, Article... sources) {
    var lede = new ArrayList<Sentence>();
    for (int i = 1; i < SENTENCES; i++) {
      lede.add(
          Stories.sentence(
              "l" + i, Role.LEDE, "Sentence " + i + " of the brief on story " + number, sources));
    }
    return new Brief(
        Language.ENGLISH,
        Stories.sentence("h", Role.HEADLINE, "The headline of story " + number, sources),
        List.of(),
        lede,
        List.of());
  }
}
