package colophon.cli;

import colophon.access.AccessConfiguration;
import colophon.alert.AlertConfiguration;
import colophon.article.ArticleConfiguration;
import colophon.attest.AttestConfiguration;
import colophon.attest.KeptCheckpoint;
import colophon.attest.KeyFolder;
import colophon.attest.KeysUnusableException;
import colophon.attest.LogRefusedException;
import colophon.attest.TimeStampAuthority;
import colophon.brief.BriefConfiguration;
import colophon.capture.CaptureConfiguration;
import colophon.capture.UserAgent;
import colophon.copydesk.CopyDeskConfiguration;
import colophon.copydesk.PipelineBook;
import colophon.database.Database;
import colophon.database.DatabaseUnavailableException;
import colophon.edition.LabelProfileException;
import colophon.edition.LabelProfiles;
import colophon.evidence.EvidenceConfiguration;
import colophon.grounding.GroundingConfiguration;
import colophon.llm.LlmConfiguration;
import colophon.llm.PromptFiles;
import colophon.pipeline.DefinitionException;
import colophon.pipeline.DefinitionFiles;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.pipeline.PipelineConfiguration;
import colophon.pipeline.SignOnSettings;
import colophon.pipeline.Software;
import colophon.publication.HttpTimeStampAuthority;
import colophon.publication.PublicationConfiguration;
import colophon.publication.StepWatcher;
import colophon.review.ReviewConfiguration;
import colophon.story.StoryConfiguration;
import colophon.tasks.TasksConfiguration;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A newsroom that a command works in: its folder, its database, its keys, its definitions, and the
 * rooms wired together.
 */
final class OpenNewsroom implements AutoCloseable {

  /** The rooms, in the order of the house. */
  static final Class<?>[] ROOMS = {
    CaptureConfiguration.class,
    ArticleConfiguration.class,
    StoryConfiguration.class,
    BriefConfiguration.class,
    GroundingConfiguration.class,
    ReviewConfiguration.class,
    AttestConfiguration.class,
    PublicationConfiguration.class,
    LlmConfiguration.class,
    PipelineConfiguration.class,
    CopyDeskConfiguration.class,
    EvidenceConfiguration.class,
    AccessConfiguration.class,
    AlertConfiguration.class,
    TasksConfiguration.class
  };

  private final Places places;
  private final Definitions definitions;
  private final @Nullable KeyFolder keys;
  private final Database database;
  private final AnnotationConfigApplicationContext rooms;
  private final Interruption interruption;
  private boolean closed;

  private OpenNewsroom(
      Places places,
      Definitions definitions,
      @Nullable KeyFolder keys,
      Database database,
      AnnotationConfigApplicationContext rooms,
      Interruption interruption) {
    this.places = places;
    this.definitions = definitions;
    this.keys = keys;
    this.database = database;
    this.rooms = rooms;
    this.interruption = interruption;
  }

  /** Opens it; every way in which that can fail ends the command with a sentence. */
  static OpenNewsroom open(Places places, StepWatcher watcher) {
    try {
      return open(places, keys(places), kept(places), watcher);
    } catch (KeysUnusableException | LogRefusedException e) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Opens it to look: the log is not compared with the checkpoint kept outside the database, and
   * nothing can be signed into it.
   */
  static OpenNewsroom openToRead(Places places, StepWatcher watcher) {
    try {
      return open(places, keys(places), null, watcher);
    } catch (KeysUnusableException | LogRefusedException e) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Opens it for taking a brief back, which must work whatever is wrong with the log or the keys:
   * nothing is signed into the log for it, and without keys pages can still be taken off the site.
   */
  static OpenNewsroom openToWithdraw(Places places, StepWatcher watcher) {
    try {
      try {
        return open(places, keys(places), null, watcher);
      } catch (KeysUnusableException e) {
        return open(places, null, null, watcher);
      }
    } catch (KeysUnusableException | LogRefusedException never) {
      throw new IllegalStateException("neither keys nor a log were asked for", never);
    }
  }

  private static KeyFolder keys(Places places) throws KeysUnusableException {
    // The definitions first: where they are wrong, nothing is made.
    definitions(places);
    Path keys = folder(places.home()).resolve("keys");
    Optional<String> lost = lostKeys(places);
    if (lost.isPresent()) {
      throw new KeysUnusableException(lost.get());
    }
    return KeyFolder.open(keys);
  }

  /** Why no keys may be made, where there are none: they were there, and their log still is. */
  static Optional<String> lostKeys(Places places) {
    Path keys = places.home().resolve("keys");
    Path checkpoint = places.home().resolve(KeptCheckpoint.FILE);
    return Files.isDirectory(keys) || !Files.exists(checkpoint)
        ? Optional.empty()
        : Optional.of(
            "The folder "
                + keys
                + " is gone, though this newsroom has published with its keys. Put it back from"
                + " your copy; new keys cannot go on with the log of the old ones. Briefs can be"
                + " withdrawn without them.");
  }

  /** The checkpoint of the log outside of the database. */
  static KeptCheckpoint kept(Places places) {
    return new KeptCheckpoint(places.home().resolve(KeptCheckpoint.FILE));
  }

  private static OpenNewsroom open(
      Places places, @Nullable KeyFolder keys, @Nullable KeptCheckpoint kept, StepWatcher watcher)
      throws KeysUnusableException, LogRefusedException {
    Interruption interruption = Interruption.begin();
    try {
      synchronized (interruption) {
        OpenNewsroom newsroom = open(places, keys, kept, watcher, interruption);
        interruption.closes(newsroom);
        return newsroom;
      }
    } catch (RuntimeException | KeysUnusableException | LogRefusedException e) {
      interruption.close();
      throw e;
    }
  }

  private static Definitions definitions(Places places) {
    try {
      return Definitions.read(places.pipelines(), places.prompts());
    } catch (DefinitionException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
    }
  }

  private static OpenNewsroom open(
      Places places,
      @Nullable KeyFolder keys,
      @Nullable KeptCheckpoint kept,
      StepWatcher watcher,
      Interruption interruption)
      throws KeysUnusableException, LogRefusedException {
    Definitions definitions = definitions(places);
    Path home = folder(places.home());
    System.setProperty("colophon.log", home.resolve("colophon.log").toString());
    try {
      Database database = Database.open(home, System.getenv());
      try {
        var rooms = new AnnotationConfigApplicationContext();
        furnish(rooms, places, definitions, keys, database, watcher);
        if (kept != null) {
          rooms.registerBean(KeptCheckpoint.class, () -> kept);
        }
        rooms.register(ROOMS);
        rooms.refresh();
        return new OpenNewsroom(places, definitions, keys, database, rooms, interruption);
      } catch (RuntimeException | LabelProfileException e) {
        database.close();
        throw e;
      }
    } catch (LabelProfileException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
    } catch (DatabaseUnavailableException e) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, String.valueOf(e.getMessage()));
    } catch (BeanCreationException e) {
      if (e.getMostSpecificCause() instanceof KeysUnusableException unusable) {
        throw unusable;
      }
      if (e.getMostSpecificCause() instanceof LogRefusedException refused) {
        throw refused;
      }
      throw e;
    }
  }

  /** Gives the rooms what they do not have of their own. */
  static void furnish(
      GenericApplicationContext rooms,
      Places places,
      Definitions definitions,
      @Nullable KeyFolder keys,
      Database database,
      StepWatcher watcher)
      throws LabelProfileException {
    DataSource source = database.source();
    var labels =
        new PipelineConfiguration.Labels(
            LabelProfiles.readFolder(places.pipelines().resolve("labels")));
    URI site = definitions.newsroom().site();
    rooms.registerBean(DataSource.class, () -> source);
    rooms.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    rooms.registerBean(
        TransactionTemplate.class,
        () -> new TransactionTemplate(new JdbcTransactionManager(source)));
    rooms.registerBean(InstantSource.class, Clock::systemUTC);
    rooms.registerBean(Definitions.class, () -> definitions);
    signOn(places).ifPresent(settings -> rooms.registerBean(SignOnSettings.class, () -> settings));
    rooms.registerBean(DefinitionFiles.class, () -> new DefinitionFiles(places.pipelines()));
    if (keys != null) {
      rooms.registerBean(KeyFolder.class, () -> keys);
    }
    rooms.registerBean(
        AttestConfiguration.Organisation.class,
        () -> new AttestConfiguration.Organisation(definitions.newsroom().publisher()));
    URI stamps = definitions.newsroom().timeStamps();
    if (stamps != null) {
      rooms.registerBean(TimeStampAuthority.class, () -> new HttpTimeStampAuthority(stamps));
    }
    rooms.registerBean(
        AttestConfiguration.LogName.class,
        () -> new AttestConfiguration.LogName(site.getHost() + "/log"));
    rooms.registerBean(
        PublicationConfiguration.SitePlace.class,
        () -> new PublicationConfiguration.SitePlace(places.site()));
    rooms.registerBean(
        PublicationConfiguration.WitnessList.class,
        () -> new PublicationConfiguration.WitnessList(definitions.newsroom().witnesses()));
    rooms.registerBean(PipelineConfiguration.Labels.class, () -> labels);
    rooms.registerBean(
        PipelineBook.class,
        () -> name -> pipeline(definitions, rooms.getBean(DefinitionStore.class), name));
    rooms.registerBean(PromptFiles.class, () -> new PromptFiles(places.prompts()));
    rooms.registerBean(
        Software.class, () -> new Software("Colophon", Version.number(), Version.build()));
    rooms.registerBean(
        UserAgent.class,
        () -> new UserAgent(Version.number(), definitions.newsroom().userAgentContact()));
    rooms.registerBean(StepWatcher.class, () -> watcher);
  }

  private static Optional<SignOnSettings> signOn(Places places) {
    Path file = places.pipelines().resolve("newsroom.yaml");
    try {
      return SignOnSettings.read(file.toString(), Files.readAllBytes(file));
    } catch (DefinitionException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Optional.empty(); // a newsroom without settings of its own names no provider
    }
  }

  Places places() {
    return places;
  }

  Definitions definitions() {
    return definitions;
  }

  /** The pipeline of that name: from a file, or asked for by {@code brief}. */
  Optional<Pipeline> pipeline(String name) {
    return pipeline(definitions, room(DefinitionStore.class), name);
  }

  private static Optional<Pipeline> pipeline(
      Definitions definitions, DefinitionStore store, String name) {
    Pipeline pipeline = definitions.pipelines().get(name);
    return pipeline != null ? Optional.of(pipeline) : AskedPipelines.find(store, name);
  }

  KeyFolder keys() {
    return Objects.requireNonNull(keys, "opened to withdraw, without keys");
  }

  Database database() {
    return database;
  }

  /** All beans of the rooms. */
  ApplicationContext rooms() {
    return rooms;
  }

  <T> T room(Class<T> type) {
    return rooms.getBean(type);
  }

  /** What happens to this newsroom, and is said, when the process is stopped. */
  Interruption interruption() {
    return interruption;
  }

  @Override
  public void close() {
    interruption.close();
    synchronized (interruption) {
      if (!closed) {
        closed = true;
        try {
          rooms.close();
        } finally {
          database.close();
        }
      }
    }
  }

  private static Path folder(Path home) {
    try {
      return Files.createDirectories(home);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.CANNOT_WRITE,
          "The newsroom's folder "
              + home
              + " cannot be made ("
              + Failures.why(e)
              + "). Choose another with --home, or change its permissions.");
    }
  }
}
