package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.article.ArticleConfiguration;
import colophon.article.ArticleStore;
import colophon.article.Extractor;
import colophon.article.Quarantine;
import colophon.capture.CaptureConfiguration;
import colophon.capture.Poller;
import colophon.capture.SnapshotStore;
import colophon.capture.Source;
import colophon.capture.UserAgent;
import colophon.database.TestDatabase;
import colophon.llm.MiniLmEmbedder;
import colophon.story.Assignment;
import colophon.story.PastArticles;
import colophon.story.StoryConfiguration;
import colophon.story.StoryDesk;
import colophon.text.EmbeddingStore;
import colophon.text.StoredEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Twelve overlapping windows over the sample files themselves: polled from their feeds, read from
 * HTML, PDF and DOCX, kept in the database, grouped with the real sentence model.
 */
class SampleTrainTest {

  private static final int WINDOWS = 12;
  private static final Duration STEP = Duration.ofHours(3);
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Instant FIRST =
      OffsetDateTime.parse("2026-01-13T09:00:00+09:00").toInstant();
  private static final Instant LAST = FIRST.plus(STEP.multipliedBy(WINDOWS - 1L));

  /** Outlet and name of a sample, from its canonical address or its file's. */
  private static final Pattern SLUG =
      Pattern.compile("([a-z-]+)(?:\\.example)?/(?:\\d+/\\d+/\\d+/)?([a-z-]+)(?:\\.[a-z]+)?$");

  private static TestDatabase database;
  private static AnnotationConfigApplicationContext rooms;
  private static StoredEmbedder embedder;
  private static StoryDesk stories;
  private static ArticleStore articles;
  private static Pipeline pipeline;
  private static List<List<Assignment>> train;
  private static final SortedMap<String, String> EVENTS = new TreeMap<>();

  @BeforeAll
  static void runTheTrain() throws Exception {
    database = TestDatabase.fresh();
    InstantSource clock = InstantSource.fixed(LAST);
    rooms = new AnnotationConfigApplicationContext();
    rooms.registerBean(DataSource.class, database::source);
    rooms.registerBean(JdbcClient.class, database::jdbc);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(database.source()));
    rooms.registerBean(TransactionTemplate.class, () -> transaction);
    rooms.registerBean(InstantSource.class, () -> clock);
    rooms.registerBean(
        UserAgent.class, () -> new UserAgent("0.1.0", "https://newsroom.example/robots"));
    rooms.registerBean(PastArticles.class, () -> rooms.getBean(ArticleStore.class)::byIds);
    rooms.register(
        CaptureConfiguration.class, ArticleConfiguration.class, StoryConfiguration.class);
    rooms.refresh();
    embedder = new StoredEmbedder(new MiniLmEmbedder(), new EmbeddingStore(database.jdbc()));
    stories = rooms.getBean(StoryDesk.class);
    articles = rooms.getBean(ArticleStore.class);
    Path file = Path.of("pipeline", "samples.yaml");
    pipeline =
        PipelineReader.read(file.toString(), Files.readAllBytes(file), Path.of("pipeline"))
            .over(WINDOW);
    gather(clock);
    for (SampleText text : SampleText.all(Path.of("samples"))) {
      EVENTS.put(text.slug(), text.story());
    }
    EVENTS.put("pureungang-ilbo--nara-summit", "nara-summit");
    train = train();
  }

  private static void gather(InstantSource clock) {
    RunLog log = new RunLog(database.jdbc(), clock);
    Run run = log.begin(pipeline, new Slot("gathering", LAST), "test");
    StageLog stages = new StageLog(log, run, RunWatcher.NONE);
    new Gathering(
            rooms.getBean(Poller.class),
            new ArticleReading(
                rooms.getBean(SnapshotStore.class),
                rooms.getBean(Extractor.class),
                articles,
                rooms.getBean(Quarantine.class),
                new TransactionTemplate(new JdbcTransactionManager(database.source())),
                clock),
            clock)
        .gather(pipeline, run.slot().at(), stages);
    assertThat(stages.problems()).isEmpty();
  }

  /** As a run groups, with a brief written of all that is to be written. */
  private static List<List<Assignment>> train() {
    RunLog log = new RunLog(database.jdbc(), InstantSource.fixed(LAST));
    Grouping grouping = new Grouping(articles, stories, embedder);
    List<List<Assignment>> decided = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      Instant at = FIRST.plus(STEP.multipliedBy(i));
      Run run = log.begin(pipeline, new Slot("window " + i, at), "test");
      List<Assignment> chosen =
          grouping.group(run, pipeline, new StageLog(log, run, RunWatcher.NONE));
      for (Assignment assignment : chosen) {
        stories.briefed(assignment.story().storyId(), assignment.story().number(), at);
      }
      decided.add(stories.decide(run.id(), pipeline.name(), List.of(), embedder, at));
    }
    return decided;
  }

  @AfterAll
  static void close() {
    rooms.close();
    database.close();
  }

  @Test
  void everySampleIsInAStoryOfItsOwnEventAndEachEventIsOneStory() {
    SortedMap<String, Set<String>> storiesOfEvent = new TreeMap<>();
    Set<String> seen = new TreeSet<>();
    for (Assignment assignment : train.stream().flatMap(List::stream).toList()) {
      assertThat(events(assignment)).as(assignment.toString()).hasSize(1);
      storiesOfEvent
          .computeIfAbsent(events(assignment).first(), any -> new TreeSet<>())
          .add(assignment.story().storyId());
      seen.addAll(assignment.story().articleIds());
    }
    assertThat(storiesOfEvent).hasSize(8);
    assertThat(storiesOfEvent.values()).allMatch(ids -> ids.size() == 1);
    assertThat(seen).hasSizeGreaterThanOrEqualTo(23);
  }

  @Test
  void noBriefIsWrittenTwice() {
    SortedMap<String, Integer> lastWritten = new TreeMap<>();
    SortedMap<String, Set<String>> told = new TreeMap<>();
    for (Assignment assignment : train.stream().flatMap(List::stream).toList()) {
      String story = assignment.story().storyId();
      Set<String> known = told.computeIfAbsent(story, any -> new TreeSet<>());
      switch (assignment) {
        case Assignment.WriteNew first -> assertThat(lastWritten).doesNotContainKey(story);
        case Assignment.Update update -> {
          assertThat(update.story().number()).isGreaterThan(lastWritten.getOrDefault(story, 99));
          assertThat(update.newArticleIds()).isNotEmpty().doesNotContainAnyElementsOf(known);
        }
        case Assignment.Skip skip -> {
          assertThat(lastWritten).containsKey(story);
          continue;
        }
      }
      lastWritten.put(story, assignment.story().number());
      known.addAll(assignment.story().articleIds());
    }
    assertThat(lastWritten).hasSize(8);
    assertThat(train.stream().flatMap(List::stream))
        .hasAtLeastOneElementOfType(Assignment.Update.class)
        .hasAtLeastOneElementOfType(Assignment.Skip.class);
  }

  @Test
  void theOrderOfArrivalWithinARunNeverMatters() {
    List<String> sources = pipeline.sources().stream().map(Source::id).toList();
    List<Article> window = articles.window(sources, LAST.minus(WINDOW.multipliedBy(3)), LAST);
    List<Assignment> one = decideAlone("in order", window);
    for (int seed = 1; seed <= 3; seed++) {
      List<Article> shuffled = new ArrayList<>(window);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(
              decideAlone("shuffled " + seed, shuffled).stream()
                  .map(SampleTrainTest::shape)
                  .toList())
          .isEqualTo(one.stream().map(SampleTrainTest::shape).toList());
    }
  }

  private static List<Assignment> decideAlone(String name, List<Article> window) {
    return stories.decide(name, name, window, embedder, LAST).stream()
        .sorted(java.util.Comparator.comparing(SampleTrainTest::shape))
        .toList();
  }

  /** Another pipeline's stories have other ids; all else must agree. */
  private static String shape(Assignment assignment) {
    return assignment.getClass().getSimpleName()
        + assignment.story().articleIds()
        + assignment.story().origins();
  }

  private static TreeSet<String> events(Assignment assignment) {
    TreeSet<String> events = new TreeSet<>();
    for (Article article : articles.byIds(assignment.story().articleIds())) {
      Matcher slug = SLUG.matcher(article.address().toString());
      String name = slug.find() ? slug.group(1) + "--" + slug.group(2) : "";
      events.add(EVENTS.getOrDefault(name, "unknown " + article.address()));
    }
    return events;
  }
}
