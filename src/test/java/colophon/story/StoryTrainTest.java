package colophon.story;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.database.TestDatabase;
import colophon.llm.MiniLmEmbedder;
import colophon.text.EmbeddingStore;
import colophon.text.StoredEmbedder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Twelve windows of 24 hours over the samples, three hours apart: stories begin, grow and stand
 * still, and no brief is written twice.
 */
class StoryTrainTest {

  private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-01-13T09:00:00+09:00");
  private static final Duration STEP = Duration.ofHours(3);
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final int WINDOWS = 12;

  private static final List<SampleArticle> SAMPLES = SampleArticle.feeds();

  private static TestDatabase database;
  private static StoredEmbedder embedder;
  private static StoryDesk desk;
  private static List<List<Assignment>> train;

  @BeforeAll
  static void runTheTrain() {
    System.out.println("start " + System.nanoTime() / 1_000_000);
    database = TestDatabase.fresh();
    embedder = new StoredEmbedder(new MiniLmEmbedder(), new EmbeddingStore(database.jdbc()));
    desk = desk();
    System.out.println("db " + System.nanoTime() / 1_000_000);
    train = train("samples", new Random(1));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void storiesBeginGrowAndStandStill() {
    assertThat(diary(train, "nara-summit"))
        .containsExactly(
            "1 new 1",
            "2 -",
            "3 -");
  }

  private static StoryDesk desk() {
    return new StoryDesk(
        new StoryStore(database.jdbc()),
        StoryTrainTest::pool,
        new TransactionTemplate(new JdbcTransactionManager(database.source())));
  }

  private static List<Article> pool(Collection<String> ids) {
    return SAMPLES.stream().map(SampleArticle::article).filter(a -> ids.contains(a.id())).toList();
  }

  private static List<List<Assignment>> train(String pipeline, Random order) {
    List<List<Assignment>> train = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      OffsetDateTime end = FIRST.plus(STEP.multipliedBy(i));
      List<Article> window = new ArrayList<>(window(end));
      Collections.shuffle(window, order);
      List<Assignment> decided =
          desk.decide(pipeline + "-" + i, pipeline, window, embedder, end.toInstant());
      for (Assignment assignment : decided) {
        if (!(assignment instanceof Assignment.Skip)) {
          StoryRevision story = assignment.story();
          desk.briefed(story.storyId(), story.number(), end.toInstant());
        }
      }
      train.add(decided);
      System.out.println(i + " at " + System.nanoTime() / 1_000_000);
    }
    return train;
  }

  private static List<Article> window(OffsetDateTime end) {
    return SAMPLES.stream()
        .filter(sample -> sample.arrives().isAfter(end.minus(WINDOW)))
        .filter(sample -> !sample.arrives().isAfter(end))
        .map(SampleArticle::article)
        .toList();
  }

  private static List<String> diary(List<List<Assignment>> train, String story) {
    List<String> diary = new ArrayList<>();
    for (int i = 0; i < train.size(); i++) {
      for (Assignment assignment : train.get(i)) {
        StoryRevision revision = assignment.story();
        Map<String, Integer> about = new TreeMap<>();
        for (SampleArticle sample : SAMPLES) {
          if (revision.articleIds().contains(sample.article().id())) {
            about.merge(sample.story(), 1, Integer::sum);
          }
        }
        System.out.println(i + " " + revision.storyId() + " r" + revision.number() + " "
            + about + " origins " + revision.origins().stream().map(Origin::name).toList() + " "
            + switch (assignment) {
              case Assignment.WriteNew w -> "NEW";
              case Assignment.Update u -> "UPDATE " + u.why();
              case Assignment.Skip s -> "skip " + s.why();
            });
      }
    }
    return diary;
  }
}
