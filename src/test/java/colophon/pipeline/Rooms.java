package colophon.pipeline;

import colophon.article.ArticleConfiguration;
import colophon.article.ArticleStore;
import colophon.attest.AttestConfiguration;
import colophon.attest.KeptCheckpoint;
import colophon.attest.KeyFolder;
import colophon.brief.BriefConfiguration;
import colophon.brief.BriefStore;
import colophon.capture.CaptureConfiguration;
import colophon.capture.FetchLimits;
import colophon.capture.Fetcher;
import colophon.capture.Manners;
import colophon.capture.PollLimits;
import colophon.capture.PollStore;
import colophon.capture.Poller;
import colophon.capture.SnapshotStore;
import colophon.capture.UserAgent;
import colophon.database.TestDatabase;
import colophon.edition.LabelProfiles;
import colophon.grounding.GroundingConfiguration;
import colophon.grounding.GroundingStore;
import colophon.llm.LlmConfiguration;
import colophon.llm.PromptFiles;
import colophon.llm.Writers;
import colophon.publication.PublicationConfiguration;
import colophon.publication.StepWatcher;
import colophon.review.ReviewConfiguration;
import colophon.story.StoryConfiguration;
import colophon.story.StoryDesk;
import colophon.text.Embedder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real rooms on a real database, with an impatient and unhurried fetcher. */
public final class Rooms implements AutoCloseable {

  private static final FetchLimits HASTY =
      new FetchLimits(
          Duration.ofMillis(1_500), Duration.ofSeconds(2), 500_000, 6_000_000, 50_000, 5);

  /** No pauses, and no rest for the one host that plays all the others. */
  private static final Manners BRISK =
      new Manners(
          Duration.ZERO,
          Duration.ofSeconds(1),
          Duration.ofSeconds(20),
          Duration.ofHours(24),
          Duration.ofSeconds(30),
          Duration.ofHours(6),
          1_000,
          Duration.ofHours(24),
          Duration.ofMinutes(30));

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final Fetcher fetcher;
  private final RunEngine engine;
  private final InstantSource clock;

  Rooms(TestDatabase database, Path home, InstantSource clock) throws Exception {
    this(database, home, clock, context -> {});
  }

  /** The same with more rooms below these. */
  public Rooms(
      TestDatabase database,
      Path home,
      InstantSource clock,
      Consumer<AnnotationConfigApplicationContext> more)
      throws Exception {
    this.clock = clock;
    DataSource source = database.source();
    var labels =
        new PipelineConfiguration.Labels(LabelProfiles.readFolder(Path.of("pipeline", "labels")));
    KeyFolder keys = KeyFolder.open(home.resolve("keys"));
    context.registerBean(DataSource.class, () -> source);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    context.registerBean(
        TransactionTemplate.class,
        () -> new TransactionTemplate(new JdbcTransactionManager(source)));
    context.registerBean(InstantSource.class, () -> clock);
    context.registerBean(KeyFolder.class, () -> keys);
    context.registerBean(
        AttestConfiguration.Organisation.class,
        () -> new AttestConfiguration.Organisation("SAMPLE Newsroom"));
    context.registerBean(
        KeptCheckpoint.class, () -> new KeptCheckpoint(home.resolve(KeptCheckpoint.FILE)));
    context.registerBean(
        AttestConfiguration.LogName.class,
        () -> new AttestConfiguration.LogName("newsroom.example/log"));
    context.registerBean(
        PublicationConfiguration.SitePlace.class,
        () -> new PublicationConfiguration.SitePlace(home.resolve("site")));
    context.registerBean(PipelineConfiguration.Labels.class, () -> labels);
    context.registerBean(PromptFiles.class, () -> new PromptFiles(Path.of("prompts")));
    context.registerBean(Software.class, () -> new Software("Colophon", "0.1.0", "test"));
    var agent = new UserAgent("0.1.0", "https://newsroom.example/robots");
    context.registerBean(UserAgent.class, () -> agent);
    context.registerBean(StepWatcher.class, () -> StepWatcher.NONE);
    context.register(
        CaptureConfiguration.class,
        ArticleConfiguration.class,
        StoryConfiguration.class,
        BriefConfiguration.class,
        GroundingConfiguration.class,
        ReviewConfiguration.class,
        AttestConfiguration.class,
        PublicationConfiguration.class,
        LlmConfiguration.class,
        PipelineConfiguration.class);
    more.accept(context);
    context.refresh();
    fetcher = new Fetcher(agent, HASTY, BRISK, home, clock, new Random(1));
    var poller =
        new Poller(
            fetcher,
            room(SnapshotStore.class),
            room(PollStore.class),
            PollLimits.standard(),
            clock,
            new Random(1));
    engine =
        new RunEngine(
            room(RunLog.class),
            source,
            new Gathering(poller, room(ArticleReading.class), clock),
            new Grouping(room(ArticleStore.class), room(StoryDesk.class), room(Embedder.class)),
            new Drafting(
                room(Writers.class),
                room(PromptFiles.class),
                room(BriefStore.class),
                room(StoryDesk.class),
                room(GroundingStore.class),
                room(Embedder.class),
                clock),
            room(Releasing.class));
  }

  public <T> T room(Class<T> type) {
    return context.getBean(type);
  }

  public RunEngine engine() {
    return engine;
  }

  OpenRuns openRuns() {
    return new OpenRuns(room(RunLog.class), engine, clock);
  }

  @Override
  public void close() {
    fetcher.close();
    context.close();
  }
}
