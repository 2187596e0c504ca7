package colophon.llm;

import colophon.article.ArticleConfiguration;
import colophon.attest.AttestConfiguration;
import colophon.attest.KeptCheckpoint;
import colophon.attest.KeyFolder;
import colophon.brief.BriefConfiguration;
import colophon.capture.CaptureConfiguration;
import colophon.capture.UserAgent;
import colophon.database.TestDatabase;
import colophon.edition.LabelProfiles;
import colophon.grounding.GroundingConfiguration;
import colophon.pipeline.Newsroom;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PipelineConfiguration;
import colophon.pipeline.PipelineReader;
import colophon.pipeline.Run;
import colophon.pipeline.RunEngine;
import colophon.pipeline.RunLog;
import colophon.pipeline.RunResult;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.Slot;
import colophon.pipeline.Software;
import colophon.publication.PublicationConfiguration;
import colophon.publication.StepWatcher;
import colophon.review.ReviewConfiguration;
import colophon.story.StoryConfiguration;
import colophon.text.Embedder;
import colophon.text.EmbeddingStore;
import colophon.text.StoredEmbedder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rooms of a newsroom wired as the program wires them, with a peer in a provider's place. */
final class SampleNewsroom implements AutoCloseable {

  /** Where in the samples' time a run stands. */
  static final Instant AS_OF = OffsetDateTime.parse("2026-01-14T18:00+09:00").toInstant();

  private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");

  final TestDatabase database = TestDatabase.fresh();
  final List<Duration> pauses = new ArrayList<>();
  final Path site;
  private final GoodAnswers good;
  private final Newsroom newsroom;
  private ProtocolPeer peer;
  private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();

  SampleNewsroom(Path home) throws Exception {
    site = home.resolve("site");
    Path house = Path.of("pipeline", "newsroom.yaml");
    newsroom = Newsroom.read(house.toString(), Files.readAllBytes(house));
    DataSource source = database.source();
    InstantSource clock = InstantSource.fixed(NOW);
    Embedder embedder =
        new StoredEmbedder(new MiniLmEmbedder(), new EmbeddingStore(JdbcClient.create(source)));
    good = new GoodAnswers(new ExtractiveChatModel(embedder, List.of()));
    var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    var keys = KeyFolder.open(home.resolve("keys"));
    var labels =
        new PipelineConfiguration.Labels(LabelProfiles.readFolder(Path.of("pipeline", "labels")));
    var store = new AnswerStore(JdbcClient.create(source), transaction);
    rooms.registerBean(DataSource.class, () -> source);
    rooms.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    rooms.registerBean(TransactionTemplate.class, () -> transaction);
    rooms.registerBean(InstantSource.class, () -> clock);
    rooms.registerBean(KeyFolder.class, () -> keys);
    rooms.registerBean(
        AttestConfiguration.Organisation.class,
        () -> new AttestConfiguration.Organisation("SAMPLE Newsroom"));
    rooms.registerBean(
        KeptCheckpoint.class, () -> new KeptCheckpoint(home.resolve(KeptCheckpoint.FILE)));
    rooms.registerBean(
        AttestConfiguration.LogName.class,
        () -> new AttestConfiguration.LogName("example-wire.example/log"));
    rooms.registerBean(
        PublicationConfiguration.SitePlace.class,
        () -> new PublicationConfiguration.SitePlace(site));
    rooms.registerBean(PipelineConfiguration.Labels.class, () -> labels);
    rooms.registerBean(PromptFiles.class, () -> new PromptFiles(Path.of("prompts")));
    rooms.registerBean(Software.class, () -> new Software("Colophon", "test", "test"));
    rooms.registerBean(UserAgent.class, () -> new UserAgent("test", "mailto:desk@wire.example"));
    rooms.registerBean(StepWatcher.class, () -> StepWatcher.NONE);
    rooms.registerBean(Embedder.class, () -> embedder);
    rooms.registerBean(
        Writers.class,
        () ->
            new Writers(
                PatchedLine.models(
                    () -> Objects.requireNonNull(peer, "nobody stands in for the provider"),
                    clock,
                    listeners -> new ExtractiveChatModel(embedder, listeners)),
                store,
                PriceList.shipped(),
                new Markers(new byte[32]),
                clock,
                pauses::add));
    rooms.register(
        CaptureConfiguration.class,
        ArticleConfiguration.class,
        StoryConfiguration.class,
        BriefConfiguration.class,
        GroundingConfiguration.class,
        ReviewConfiguration.class,
        AttestConfiguration.class,
        PublicationConfiguration.class,
        PipelineConfiguration.class);
    rooms.refresh();
  }

  /** From now on this peer stands in for its provider, with a cast of its own. */
  Cast cast(ProtocolPeer next) {
    peer = next;
    pauses.clear();
    return new Cast(next, good);
  }

  /**
   * The samples' pipeline under another name.
   *
   * @param model the lines below {@code model:}, each indented by two spaces
   * @param more further lines of the file
   */
  static Pipeline pipeline(String name, String model, String more) throws Exception {
    String yaml =
        Files.readString(Path.of("pipeline", "samples.yaml"))
            .replace("name: samples\n", "name: " + name + "\n")
            .replace("    kind: feed\n", "    kind: feed\n    outsideModel: true\n")
            .replace("  use: extractive\n", model)
            .concat(more);
    return PipelineReader.read(
        name + ".yaml", yaml.getBytes(StandardCharsets.UTF_8), Path.of("pipeline"));
  }

  /** Begins a run of that slot and carries it to its end; asked twice, it is the same run. */
  RunResult run(Pipeline pipeline, String slot) {
    Run run = room(RunLog.class).begin(pipeline, new Slot(slot, AS_OF), "test");
    return room(RunEngine.class).run(run, pipeline, newsroom, RunWatcher.NONE).orElseThrow();
  }

  <T> T room(Class<T> type) {
    return rooms.getBean(type);
  }

  JdbcClient jdbc() {
    return database.jdbc();
  }

  @Override
  public void close() {
    rooms.close();
    database.close();
  }
}
