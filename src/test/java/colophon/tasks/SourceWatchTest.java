package colophon.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.article.ArticleStore;
import colophon.brief.Brief;
import colophon.brief.BriefStore;
import colophon.brief.Citation;
import colophon.capture.SnapshotStore;
import colophon.database.TestDatabase;
import colophon.edition.VersionPlan;
import colophon.pipeline.Definitions;
import colophon.pipeline.Newsroom;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PipelineReader;
import colophon.pipeline.Rooms;
import colophon.pipeline.RunLog;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.Slot;
import colophon.publication.PublicationStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cited pages that change after a brief went out, on a newsroom that published the samples. */
class SourceWatchTest {

  @TempDir static Path folder;
  private static TestDatabase database;
  private static Rooms rooms;
  private static Instant now = Instant.parse("2026-01-14T09:00:00Z");

  @BeforeAll
  static void publish() throws Exception {
    database = TestDatabase.fresh();
    Path sources = folder.resolve("samples/sources");
    try (Stream<Path> files = Files.walk(Path.of("samples/sources"))) {
      for (Path file : files.toList()) {
        Path copy = sources.resolve(Path.of("samples/sources").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    Path file = Path.of("pipeline", "newsroom.yaml");
    Newsroom newsroom = Newsroom.read(file.toString(), Files.readAllBytes(file));
    Pipeline pipeline =
        PipelineReader.read(
            "pipeline/samples.yaml",
            Files.readAllBytes(Path.of("pipeline", "samples.yaml")),
            Files.createDirectories(folder.resolve("pipeline")));
    var pipelines = new TreeMap<String, Pipeline>();
    pipelines.put(pipeline.name(), pipeline);
    rooms =
        new Rooms(
            database,
            folder.resolve("home"),
            () -> now,
            context -> {
              context.registerBean(Definitions.class, () -> new Definitions(newsroom, pipelines));
              context.register(TasksConfiguration.class);
            });
    rooms
        .engine()
        .run(
            rooms.room(RunLog.class).begin(pipeline, new Slot("morning", now), "test"),
            pipeline,
            newsroom,
            RunWatcher.NONE);
  }

  @AfterAll
  static void close() {
    rooms.close();
    database.close();
  }

  @Test
  void wordsThatChangedAndPagesThatAreGoneBecomeTasksOnce() throws Exception {
    var watch = rooms.room(SourceWatch.class);
    assertThat(looked(watch)).isPositive();
    assertThat(tasks()).isEmpty();
    assertThat(watch.round()).as("nothing is due so soon").isZero();

    VersionPlan plan = rooms.room(PublicationStore.class).current().getFirst();
    Brief brief = brief(plan);
    List<Article> pages =
        rooms.room(ArticleStore.class).byIds(brief.citedArticleIds()).stream()
            .filter(article -> page(article).toString().endsWith(".html"))
            .toList();
    Article changed = pages.getFirst();
    Citation cited =
        brief.sentences().stream()
            .flatMap(sentence -> sentence.citations().stream())
            .filter(citation -> citation.articleId().equals(changed.id()))
            .findFirst()
            .orElseThrow();
    String word =
        Stream.of(cited.quote().split("\\P{L}+"))
            .filter(each -> each.length() > 5)
            .findFirst()
            .orElseThrow();
    Path file = page(changed);
    Files.writeString(file, Files.readString(file).replace(word, "Quisquose"));

    now = now.plus(Duration.ofHours(7));
    assertThat(looked(watch)).isPositive();
    Task.About.Source told = of(plan).getFirst();
    assertThat(told.gone()).isFalse();
    assertThat(told.title()).isNotEmpty();
    assertThat(told.spots())
        .anySatisfy(spot -> {
          assertThat(spot.before()).isEqualTo(cited.quote());
          assertThat(spot.after()).contains("Quisquose").doesNotContain(word);
        });
    int once = tasks().size();
    now = now.plus(Duration.ofHours(7));
    looked(watch);
    assertThat(tasks()).as("told once").hasSize(once);

    Files.delete(page(pages.getLast()));
    for (int look = 1; look <= SourceWatch.FAILURES_UNTIL_GONE; look++) {
      assertThat(of(plan)).noneMatch(Task.About.Source::gone);
      now = now.plus(Duration.ofHours(7));
      looked(watch);
    }
    assertThat(of(plan)).anyMatch(Task.About.Source::gone);
  }

  /** A round reads some pages; rounds are made until none is due. */
  private static int looked(SourceWatch watch) {
    int all = 0;
    for (int read = watch.round(); read > 0; read = watch.round()) {
      all += read;
    }
    return all;
  }

  private static List<Task> tasks() {
    return rooms.room(TaskDesk.class).page(new TaskFilter("open", "", ""), 0, 100);
  }

  private static List<Task.About.Source> of(VersionPlan plan) {
    return tasks().stream()
        .filter(task -> task.briefId().equals(plan.briefId()))
        .map(task -> (Task.About.Source) task.about())
        .toList();
  }

  private static Brief brief(VersionPlan plan) {
    return rooms
        .room(PublicationStore.class)
        .draftOf(plan.briefId(), plan.version())
        .flatMap(rooms.room(BriefStore.class)::draft)
        .orElseThrow()
        .brief();
  }

  private static Path page(Article article) {
    return Path.of(
        rooms
            .room(SnapshotStore.class)
            .find(article.snapshot())
            .orElseThrow()
            .requested()
            .getPath());
  }
}
