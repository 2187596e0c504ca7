package colophon.pipeline;

import colophon.article.ArticleConfiguration;
import colophon.article.ArticleStore;
import colophon.article.Extractor;
import colophon.article.Quarantine;
import colophon.capture.CaptureConfiguration;
import colophon.capture.Poller;
import colophon.capture.SnapshotStore;
import colophon.capture.UserAgent;
import colophon.database.TestDatabase;
import colophon.llm.MiniLmEmbedder;
import colophon.story.Assignment;
import colophon.story.BCubed;
import colophon.story.PastArticles;
import colophon.story.StoryConfiguration;
import colophon.story.StoryDesk;
import colophon.text.EmbeddingStore;
import colophon.text.StoredEmbedder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first three stages over a folder of generated news, as a run makes them, on a database of
 * their own: polled, read and stored, then grouped in one window that holds all, and again, by
 * another pipeline, in twelve overlapping windows.
 */
final class LoadRun implements AutoCloseable {

  private static final int WINDOWS = 12;
  private static final Duration STEP = Duration.ofHours(3);
  private static final Duration WINDOW = Duration.ofHours(24);

  /** Fifty briefs a run are more than any newsroom reads; each makes the next decision dearer. */
  private static final String DEFINITION =
      """
      name: load
      title: Generated news
      timeZone: UTC
      briefsPerRun: 50
      sources:
        - id: none
          outlet: None
          kind: feed
          location: https://feeds.example/
          terms: None.
      """;

  private static final Instant END = NewsGenerator.START.plusHours(NewsGenerator.HOURS).toInstant();

  private final TestDatabase database = TestDatabase.fresh();
  private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();
  private final NewsFolder news;
  private final TimedEmbedder model;
  private final StoryDesk stories;
  private final RunLog log;
  private final Gathering gathering;
  private final Grouping grouping;
  private final EnumMap<Stage, Long> begun = new EnumMap<>(Stage.class);
  private final EnumMap<Stage, Double> took = new EnumMap<>(Stage.class);
  private double processor = processor();

  LoadRun(NewsFolder news, MiniLmEmbedder loaded) {
    this.news = news;
    InstantSource clock = InstantSource.fixed(END);
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
    model = new TimedEmbedder(loaded);
    stories = rooms.getBean(StoryDesk.class);
    log = new RunLog(database.jdbc(), clock);
    ArticleStore articles = rooms.getBean(ArticleStore.class);
    gathering =
        new Gathering(
            rooms.getBean(Poller.class),
            new ArticleReading(
                rooms.getBean(SnapshotStore.class),
                rooms.getBean(Extractor.class),
                articles,
                rooms.getBean(Quarantine.class),
                new TransactionTemplate(new JdbcTransactionManager(database.source())),
                clock),
            clock);
    grouping =
        new Grouping(
            articles, stories, new StoredEmbedder(model, new EmbeddingStore(database.jdbc())));
  }

  /** Runs all of it and prints what it took; the seconds of extract, group and store together. */
  double measure(int count, boolean quiet) throws IOException {
    Peaks.heap();
    processor = processor();
    long backend = database.jdbc().sql("select pg_backend_pid()").query(Long.class).single();
    try (Peaks peaks = new Peaks(backend)) {
      gather();
      double fetch = took.getOrDefault(Stage.FETCH, 0.0);
      double read = took.getOrDefault(Stage.READ, 0.0);
      stage(quiet, "fetch and keep snapshots", count, fetch);
      stage(quiet, "extract and store articles", count, read);
      processor(quiet, "so far");
      double group = group(count, quiet);
      processor(quiet, "grouping");
      score(quiet);
      double train = train(quiet);
      processor(quiet, "train and scores");
      memory(quiet, peaks);
      double all = fetch + read + group;
      stage(quiet, "extract, group and store", count, all);
      stage(quiet, "the same with the train", count, all + train);
      return all;
    }
  }

  private void gather() throws IOException {
    Pipeline pipeline = pipeline("load", Duration.ofHours(NewsGenerator.HOURS + 1));
    gathering.gather(pipeline, END, stages(begin(pipeline, END)));
  }

  private double group(int count, boolean quiet) throws IOException {
    Pipeline pipeline = pipeline("load", Duration.ofHours(NewsGenerator.HOURS + 1));
    Run run = begin(pipeline, END);
    double before = model.seconds();
    int embedded = model.texts();
    long from = System.nanoTime();
    grouping.group(run, pipeline, stages(run));
    double seconds = (System.nanoTime() - from) / 1e9;
    double embedding = model.seconds() - before;
    stage(quiet, "group, one window of all", count, seconds);
    stage(quiet, "  of it the sentence model", model.texts() - embedded, embedding);
    stage(quiet, "  of it all else", count, seconds - embedding);
    return seconds;
  }

  private double train(boolean quiet) throws IOException {
    Pipeline pipeline = pipeline("train", WINDOW);
    double sum = 0;
    int briefs = 0;
    for (int i = 0; i < WINDOWS; i++) {
      Instant at = END.minus(STEP.multipliedBy(WINDOWS - 1L - i));
      Run run = begin(pipeline, at);
      int embedded = model.texts();
      long from = System.nanoTime();
      List<Assignment> chosen = grouping.group(run, pipeline, stages(run));
      double seconds = (System.nanoTime() - from) / 1e9;
      sum += seconds;
      briefs += chosen.size();
      for (Assignment assignment : chosen) {
        stories.briefed(assignment.story().storyId(), assignment.story().number(), at);
      }
      if (i == 0 || i == WINDOWS - 1) {
        int held = articlesOf(run);
        stage(quiet, "  window " + (i + 1) + " of the train", held, seconds);
        stage(quiet, "    of it embedded", model.texts() - embedded, 0);
      }
    }
    print(quiet, "%-30s %8.2f s, %d briefs", "train of twelve windows", sum, briefs);
    return sum;
  }

  private int articlesOf(Run run) {
    return stories.decide(run.id(), run.pipeline(), List.of(), model, END).stream()
        .mapToInt(assignment -> assignment.story().articleIds().size())
        .sum();
  }

  /** How well the one great window was grouped, held against what the generator knows. */
  private void score(boolean quiet) throws IOException {
    SortedMap<URI, NewsFolder.Truth> truth = news.truth();
    SortedMap<String, URI> addresses = new TreeMap<>();
    database
        .jdbc()
        .sql("select id, address from article")
        .query((row, number) -> addresses.put(row.getString(1), URI.create(row.getString(2))))
        .list();
    print(quiet, "stored %d of %d articles", addresses.size(), truth.size());
    Run run = begin(pipeline("load", Duration.ofHours(1)), END);
    List<SortedSet<String>> groups = new ArrayList<>();
    SortedMap<String, String> events = new TreeMap<>();
    Map<URI, String> sourceOf = new TreeMap<>();
    for (Assignment assignment : stories.decide(run.id(), run.pipeline(), List.of(), model, END)) {
      groups.add(new TreeSet<>(assignment.story().articleIds()));
      assignment
          .story()
          .origins()
          .forEach(origin ->
              origin
                  .articleIds()
                  .forEach(id ->
                      sourceOf.put(
                          addresses.getOrDefault(id, URI.create("")),
                          assignment.story().storyId() + origin.articleIds().getFirst())));
    }
    int unknown = 0;
    for (SortedSet<String> group : groups) {
      for (String id : group) {
        NewsFolder.Truth known = truth.get(addresses.get(id));
        unknown += known == null ? 1 : 0;
        events.put(id, known == null ? id : known.event());
      }
    }
    BCubed score = BCubed.of(groups, events);
    long copies = 0;
    long folded = 0;
    for (Map.Entry<URI, NewsFolder.Truth> one : truth.entrySet()) {
      URI original = one.getValue().original();
      if (!original.equals(one.getKey())) {
        copies++;
        String source = sourceOf.get(one.getKey());
        folded += source != null && source.equals(sourceOf.get(original)) ? 1 : 0;
      }
    }
    print(
        quiet,
        "%d articles of %d events in %d stories: BCubed F1 %.3f (precision %.3f, recall %.3f);"
            + " %d of %d copies folded into their origin%s",
        events.size(),
        events.values().stream().distinct().count(),
        groups.size(),
        score.f1(),
        score.precision(),
        score.recall(),
        folded,
        copies,
        unknown == 0 ? "" : "; " + unknown + " articles are not where they should be");
  }

  private void memory(boolean quiet, Peaks peaks) {
    long size =
        database
            .jdbc()
            .sql("select pg_database_size(current_database())")
            .query(Long.class)
            .single();
    print(
        quiet,
        "peaks: heap %d MiB, resident %d MiB; reader of documents %d MiB; PostgreSQL %d MiB"
            + " (proportional); database %d MiB",
        Peaks.heap() >> 10,
        Peaks.own() >> 10,
        peaks.largestChild() >> 10,
        peaks.database() >> 10,
        size >> 20);
  }

  private Run begin(Pipeline pipeline, Instant at) {
    return log.begin(pipeline, new Slot(at.toString(), at), "evaluation");
  }

  private StageLog stages(Run run) {
    return new StageLog(
        log,
        run,
        new RunWatcher() {
          @Override
          public void began(Stage stage, int total) {
            begun.put(stage, System.nanoTime());
          }

          @Override
          public void finished(Stage stage, String summary) {
            took.put(stage, (System.nanoTime() - begun.getOrDefault(stage, 0L)) / 1e9);
          }

          @Override
          public void noticed(String sentence) {
            System.out.println("problem: " + sentence);
          }
        });
  }

  /** A pipeline with all feeds; what concerns writing is as it is where nothing is given. */
  private Pipeline pipeline(String name, Duration window) throws IOException {
    Pipeline plain;
    try {
      plain =
          PipelineReader.read(
              "load.yaml", DEFINITION.getBytes(StandardCharsets.UTF_8), Path.of(""));
    } catch (DefinitionException e) {
      throw new IllegalStateException(e);
    }
    return new Pipeline(
        name,
        plain.title(),
        plain.definition(),
        plain.zone(),
        plain.sample(),
        plain.paused(),
        plain.schedule(),
        news.sources(),
        window,
        plain.selection(),
        plain.briefsPerRun(),
        plain.style(),
        plain.model(),
        plain.prompt(),
        plain.thresholds(),
        plain.review(),
        plain.reviewers(),
        plain.label(),
        plain.channels(),
        plain.spending());
  }

  private static void stage(boolean quiet, String name, int count, double seconds) {
    print(
        quiet,
        "%-30s %8.2f s, %6d, %s",
        name,
        seconds,
        count,
        seconds == 0 ? "" : String.format(Locale.ROOT, "%.0f/s", count / seconds));
  }

  /** Seconds that this process has had of the processors, which other work does not lengthen. */
  private static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private void processor(boolean quiet, String what) {
    double now = processor();
    print(quiet, "%-30s %8.2f s of processor time in this process", what, now - processor);
    processor = now;
  }

  private static void print(boolean quiet, String format, Object... values) {
    if (!quiet) {
      System.out.println(String.format(Locale.ROOT, format, values));
    }
  }

  @Override
  public void close() {
    rooms.close();
    database.close();
  }
}
