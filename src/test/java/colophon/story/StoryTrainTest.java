package colophon.story;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.database.TestDatabase;
import colophon.llm.MiniLmEmbedder;
import colophon.text.Embedder;
import colophon.text.Embedding;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    database = TestDatabase.fresh();
    embedder = new StoredEmbedder(new MiniLmEmbedder(), new EmbeddingStore(database.jdbc()));
    desk = desk();
    train = train("samples", new Random(1));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void aStoryGrowsFromWindowToWindowAndIsOneBriefAllTheWhile() {
    assertThat(diary("nara-summit"))
        .containsExactly(
            "0 new: 1 articles, 1 sources",
            "1 skip: 1 articles, 1 sources",
            "3 update: 2 articles, 2 sources",
            "4 update: 4 articles, 4 sources",
            "5 update: 7 articles, 6 sources",
            "6 skip: 7 articles, 6 sources",
            "7 skip: 7 articles, 6 sources",
            "8 skip: 7 articles, 6 sources",
            "9 skip: 7 articles, 6 sources",
            "10 update: 8 articles, 6 sources",
            "11 update: 9 articles, 6 sources");
  }

  @Test
  void aStoryThatIsCompleteStandsStill() {
    assertThat(diary("merrow-reef"))
        .containsExactly(
            "0 new: 3 articles, 3 sources",
            "1 skip: 3 articles, 3 sources",
            "2 skip: 3 articles, 3 sources",
            "3 skip: 3 articles, 3 sources",
            "4 skip: 3 articles, 3 sources",
            "5 skip: 3 articles, 3 sources",
            "6 skip: 3 articles, 3 sources",
            "7 skip: 3 articles, 3 sources");
  }

  @Test
  void aStoryBeginsInTheLastHours() {
    assertThat(diary("skerries-race"))
        .containsExactly(
            "8 new: 1 articles, 1 sources",
            "9 update: 2 articles, 2 sources",
            "10 update: 3 articles, 3 sources",
            "11 skip: 3 articles, 3 sources");
  }

  @Test
  void aCorrectedVersionReplacesTheFirstAndIsNews() {
    assertThat(diary("averland-rate"))
        .containsExactly(
            "4 new: 2 articles, 2 sources",
            "5 update: 3 articles, 3 sources",
            "6 skip: 3 articles, 3 sources",
            "7 skip: 3 articles, 3 sources",
            "8 skip: 3 articles, 3 sources",
            "9 skip: 3 articles, 3 sources",
            "10 skip: 3 articles, 3 sources",
            "11 update: 3 articles, 3 sources");
    assertThat(last("averland-rate"))
        .isInstanceOfSatisfying(
            Assignment.Update.class,
            update ->
                assertThat(update.why()).startsWith("Eastgate Tribune changed “Quarter-point cut"));
  }

  @Test
  void everyStoryHoldsArticlesOfOneEventAndEveryEventIsOneStory() {
    for (List<Assignment> window : train) {
      List<Set<String>> events = window.stream().map(StoryTrainTest::events).toList();
      assertThat(events).allMatch(names -> names.size() == 1).doesNotHaveDuplicates();
    }
    Map<String, String> storyOfEvent = new TreeMap<>();
    for (Assignment assignment : train.stream().flatMap(List::stream).toList()) {
      String event = events(assignment).iterator().next();
      String story = assignment.story().storyId();
      assertThat(storyOfEvent.getOrDefault(event, story)).isEqualTo(story);
      storyOfEvent.put(event, story);
    }
    assertThat(storyOfEvent).hasSize(8).values().doesNotHaveDuplicates();
  }

  @Test
  void aCopyIsFoldedIntoTheSourceThatWroteIt() {
    StoryRevision nara = last("nara-summit").story();
    assertThat(nara.origins())
        .extracting(Origin::name)
        .containsExactlyInAnyOrder(
            "Harbour Wire",
            "Pacific Ledger",
            "The Lantern",
            "푸른강일보",
            "Northlight Policy Forum",
            "Saltmarsh Institute for Asian Affairs");
    assertThat(nara.origins().getFirst().name()).isEqualTo("Harbour Wire");
    assertThat(nara.origins().getFirst().articleIds()).hasSize(3);
  }

  @Test
  void theOrderOfArrivalWithinARunNeverMatters() {
    assertThat(train("again", new Random(7)).stream().map(StoryTrainTest::withoutIds).toList())
        .isEqualTo(train.stream().map(StoryTrainTest::withoutIds).toList());
  }

  @Test
  void aRunThatIsStartedAgainGetsItsStoredAnswer() {
    List<Assignment> again =
        desk.decide("samples-5", "samples", List.of(), embedder, FIRST.toInstant());
    assertThat(again).isEqualTo(train.get(5)).isNotEmpty();
  }

  @Test
  void everyRunIsDecidedAgainFromWhatItKnewHoweverManyCameAfterIt() {
    var computing = new Uncomputed(embedder.model());
    var stored = new StoredEmbedder(computing, new EmbeddingStore(database.jdbc()));
    for (int i = 0; i < WINDOWS; i++) {
      List<Assignment> then = train.get(i);
      assertThat(desk.regroup("samples-" + i, stored))
          .as("run " + i)
          .isInstanceOfSatisfying(
              Regrouping.Made.class,
              made -> {
                assertThat(made.stored().assignments()).isEqualTo(then);
                assertThat(made.again()).isEqualTo(made.stored());
              });
    }
    assertThat(desk.regroup("samples-99", stored)).isInstanceOf(Regrouping.NotKept.class);
  }

  /** Fails where something is to be computed that was to be read. */
  private record Uncomputed(String model) implements Embedder {
    @Override
    public List<Embedding> embed(List<String> texts) {
      throw new IllegalStateException("no embedding is stored of " + texts);
    }
  }

  @Test
  void aRevisionIsReadBackAsItWasAndAsADossierWithItsArticles() {
    StoryRevision nara = last("nara-summit").story();
    assertThat(desk.revision(nara.storyId(), nara.number())).contains(nara);
    assertThat(desk.revision(nara.storyId(), 99)).isEmpty();
    assertThat(desk.dossier(nara).articles()).extracting(Article::id).isEqualTo(nara.articleIds());
    assertThat(desk.events(nara.storyId())).isEmpty();
  }

  @Test
  void aFolderOfDocumentsOnOneDecisionIsOneStoryOfTwoSources() {
    List<Article> documents =
        SampleArticle.documents().stream().map(SampleArticle::article).toList();
    List<Assignment> decided =
        desk.decide("folder-0", "folder", documents, embedder, FIRST.toInstant());
    assertThat(decided).hasSize(1);
    assertThat(decided.getFirst()).isInstanceOf(Assignment.WriteNew.class);
    assertThat(decided.getFirst().story().articleIds()).hasSize(5);
    assertThat(decided.getFirst().story().origins()).hasSize(2);
  }

  private static StoryDesk desk() {
    return new StoryDesk(
        new StoryStore(database.jdbc()),
        new BasisStore(database.jdbc()),
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

  /** What each window that held the story decided about it. */
  private static List<String> diary(String event) {
    List<String> diary = new ArrayList<>();
    for (int i = 0; i < train.size(); i++) {
      for (Assignment assignment : train.get(i)) {
        if (events(assignment).contains(event)) {
          diary.add(i + " " + withoutId(assignment));
        }
      }
    }
    return diary;
  }

  private static Assignment last(String event) {
    return train.getLast().stream()
        .filter(assignment -> events(assignment).contains(event))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> events(Assignment assignment) {
    Set<String> events = new TreeSet<>();
    for (SampleArticle sample : SAMPLES) {
      if (assignment.story().articleIds().contains(sample.article().id())) {
        events.add(sample.story());
      }
    }
    return events;
  }

  /** Another pipeline's stories have other ids; all else must agree. */
  private static List<String> withoutIds(List<Assignment> window) {
    return window.stream()
        .map(one -> withoutId(one) + one.story().articleIds() + one.story().origins())
        .sorted()
        .toList();
  }

  private static String withoutId(Assignment assignment) {
    StoryRevision story = assignment.story();
    String decision =
        switch (assignment) {
          case Assignment.WriteNew any -> "new";
          case Assignment.Update any -> "update";
          case Assignment.Skip any -> "skip";
        };
    return decision
        + ": "
        + story.articleIds().size()
        + " articles, "
        + story.origins().size()
        + " sources";
  }
}
