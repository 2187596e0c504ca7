package colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.ArticleStore;
import colophon.article.DocumentProcess;
import colophon.article.Extractor;
import colophon.article.Quarantine;
import colophon.article.UnreadDocument;
import colophon.capture.CaptureConfiguration;
import colophon.capture.Captured;
import colophon.capture.Poller;
import colophon.capture.SnapshotStore;
import colophon.capture.UserAgent;
import colophon.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A folder with documents of which some cannot be read, run after run. */
class ArticleReadingTest {

  private static final Instant NOW = Instant.parse("2026-01-14T09:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String DEFINITION =
      """
      name: papers
      title: Papers
      timeZone: UTC
      sources:
        - id: papers
          outlet: Papers on file
          kind: folder
          location: papers
          allow: ["file:papers"]
          terms: Written for this test.
      """;

  private static TestDatabase database;
  private static DocumentProcess documents;
  private static AnnotationConfigApplicationContext rooms;

  @TempDir private Path folder;
  private Path papers;
  private SnapshotStore snapshots;
  private ArticleStore articles;
  private Quarantine quarantine;
  private Gathering gathering;
  private RunLog log;
  private int runs;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
    documents = new DocumentProcess();
    rooms = new AnnotationConfigApplicationContext();
    rooms.registerBean(DataSource.class, database::source);
    rooms.registerBean(InstantSource.class, () -> CLOCK);
    rooms.registerBean(
        UserAgent.class, () -> new UserAgent("0.1.0", "https://newsroom.example/robots"));
    rooms.register(CaptureConfiguration.class);
    rooms.refresh();
  }

  @AfterAll
  static void close() {
    documents.close();
    rooms.close();
    database.close();
  }

  @BeforeEach
  void start() throws IOException {
    database
        .jdbc()
        .sql(
            "truncate snapshot_body, reading, captured_item, settled_item, article,"
                + " unread_document, extraction_try, run, run_stage, run_item, run_end cascade")
        .update();
    papers = Files.createDirectory(folder.resolve("papers"));
    snapshots = rooms.getBean(SnapshotStore.class);
    articles = new ArticleStore(database.jdbc());
    quarantine = new Quarantine(database.jdbc());
    log = new RunLog(database.jdbc(), CLOCK);
    gathering =
        new Gathering(
            rooms.getBean(Poller.class),
            new ArticleReading(
                snapshots,
                new Extractor(documents),
                articles,
                quarantine,
                new TransactionTemplate(new JdbcTransactionManager(database.source())),
                CLOCK),
            CLOCK);
  }

  @Test
  void aDocumentThatCannotBeReadIsTriedInThreeRunsAndThenSetAside() throws Exception {
    text("good");
    damaged("bad.pdf", "one");

    assertThat(run())
        .singleElement()
        .asString()
        .contains("papers/bad.pdf is set aside: ")
        .doesNotContain("tried");
    assertThat(run()).singleElement().asString().doesNotContain("tried");
    assertThat(run())
        .singleElement()
        .asString()
        .contains("papers/bad.pdf is set aside: ")
        .endsWith("It was tried 3 times and is tried again only when it changes.");
    assertThat(run()).isEmpty();

    assertThat(window()).hasSize(1);
    assertThat(quarantine.setAside(10))
        .singleElement()
        .satisfies(document -> {
          assertThat(document.tries()).isEqualTo(3);
          assertThat(document.sentence())
              .contains("papers/bad.pdf")
              .contains("tried 3 times and is set aside until it changes")
              .endsWith(document.reason());
        });
  }

  @Test
  void aDocumentThatWasSetAsideIsTriedAgainWhenItsBytesChange() throws Exception {
    damaged("paper.pdf", "one");
    for (int i = 0; i < Quarantine.MOST_TRIES; i++) {
      run();
    }
    assertThat(run()).isEmpty();

    damaged("paper.pdf", "another");
    assertThat(run()).singleElement().asString().doesNotContain("tried");

    Files.copy(
        Path.of("samples/sources/northlight-forum/nara-briefing.pdf"),
        papers.resolve("paper.pdf"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(run()).isEmpty();
    assertThat(window()).hasSize(1);
    assertThat(quarantine.setAside(10)).isEmpty();
  }

  @Test
  void aDocumentThatEndsTheProcessIsNotReadAFourthTime() throws Exception {
    text("poison");
    List<Captured> captured = poll();
    for (int i = 0; i < Quarantine.MOST_TRIES; i++) {
      quarantine.begin(captured, NOW); // and here the process died
    }

    assertThat(run())
        .singleElement()
        .asString()
        .contains(
            "poison.txt is set aside: Colophon ended, or was ended, each time it read the document.")
        .contains("tried 3 times");
    assertThat(window()).isEmpty();
    assertThat(quarantine.setAside(10)).extracting(UnreadDocument::tries).containsExactly(3);
    assertThat(run()).isEmpty();
  }

  @Test
  void documentsThatWereReadBesideTheCulpritAreNotBlamed() throws Exception {
    for (int i = 0; i < 5; i++) {
      text("paper" + i);
    }
    List<Captured> captured = poll();
    quarantine.begin(captured, NOW);
    quarantine.begin(captured.subList(2, 3), NOW);
    quarantine.begin(captured.subList(2, 3), NOW);

    assertThat(run()).singleElement().asString().contains("paper2.txt").contains("tried 3 times");
    assertThat(window()).hasSize(4);
    assertThat(quarantine.tries(captured.getFirst())).isZero();
  }

  @Test
  void moreDocumentsThanAreReadAtOnceAreAllRead() throws Exception {
    int count = 2 * ArticleReading.MOST_AT_ONCE + 3;
    for (int i = 0; i < count; i++) {
      text("paper" + i);
    }
    damaged("paper0.pdf", "bad");

    assertThat(run()).hasSize(1);
    assertThat(window()).hasSize(count);
    assertThat(log.items(lastRun().id()))
        .filteredOn(item -> item.outcome().equals("read"))
        .hasSize(count);
  }

  private List<Captured> poll() throws Exception {
    rooms.getBean(Poller.class).poll(pipeline().sources().getFirst());
    var source = pipeline().sources().getFirst();
    return snapshots.open(source).stream()
        .flatMap(number -> snapshots.captured(source, number).stream())
        .toList();
  }

  /** The problems that one run tells of. */
  private List<String> run() throws Exception {
    runs++;
    StageLog stages = new StageLog(log, lastRun(), RunWatcher.NONE);
    gathering.gather(pipeline(), NOW, stages);
    return stages.problems();
  }

  private Run lastRun() throws Exception {
    return log.begin(pipeline(), new Slot("slot " + runs, NOW.plusSeconds(runs)), "test");
  }

  private List<?> window() {
    return articles.window(List.of("papers"), Instant.EPOCH, NOW.plusSeconds(1));
  }

  private Pipeline pipeline() throws DefinitionException {
    return PipelineReader.read("papers.yaml", DEFINITION.getBytes(StandardCharsets.UTF_8), folder);
  }

  private void text(String name) throws IOException {
    Files.writeString(
        papers.resolve(name + ".txt"),
        "Report on "
            + name
            + "\n\nThe council met on Tuesday and agreed on the paper called "
            + name
            + ", which will be read again in the spring.\n");
  }

  private void damaged(String name, String how) throws IOException {
    Files.writeString(papers.resolve(name), "%PDF-1.7\nthis is no document: " + how + "\n");
  }
}
