package colophon.cli;

import colophon.article.Quarantine;
import colophon.attest.KeptCheckpoint;
import colophon.attest.KeyFolder;
import colophon.attest.KeysUnusableException;
import colophon.attest.LogRefusedException;
import colophon.attest.LogStore;
import colophon.database.Database;
import colophon.database.DatabaseUnavailableException;
import colophon.llm.ModelNotes;
import colophon.llm.ModelSettings;
import colophon.llm.ModelSettingsException;
import colophon.llm.PriceList;
import colophon.pipeline.DefinitionException;
import colophon.pipeline.Definitions;
import colophon.pipeline.Pipeline;
import colophon.tlog.Checkpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is configured, what answers, what is missing, and how to mend it. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Says what is configured, what answers and what is missing, and how to mend it.",
      "Exit codes: 0 all in order, 1 something is to be mended; a note changes nothing."
    })
final class DoctorCommand implements Callable<Integer> {

  /** Under this much free space intake should stop. */
  private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

  /** The latest documents set aside that are named. */
  private static final int MOST_SET_ASIDE = 100;

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();
  private boolean ill;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    well(out, "Java", Runtime.version().toString());
    Path home = places.home();
    folder(out, home);
    try {
      Definitions definitions = Definitions.read(places.pipelines(), places.prompts());
      well(
          out,
          "Pipelines",
          String.join(", ", definitions.pipelines().keySet()) + " in " + places.pipelines());
      definitions.pipelines().values().forEach(pipeline -> model(out, pipeline));
      if (definitions.newsroom().site().getHost() != null
          && definitions.newsroom().site().getHost().endsWith(".example")) {
        note(
            out,
            "Newsroom",
            "still the sample's; put your own names into "
                + places.pipelines().resolve("newsroom.yaml")
                + " before you publish anything of your own.");
      }
    } catch (DefinitionException e) {
      e.problems().forEach(problem -> ill(out, "Pipelines", problem.toString()));
    }
    if (Files.isDirectory(home)) {
      database(out, home);
      keys(out, home);
    }
    out.println(ill ? "Something is to be mended." : "Nothing is to be mended.");
    return ill ? ExitCode.NOT_ALL_DONE : ExitCode.DONE;
  }

  private void folder(PrintWriter out, Path home) {
    if (Files.exists(home) && !Files.isDirectory(home)) {
      ill(out, "Newsroom", home + " is a file; move it away or use --home.");
      return;
    }
    if (!Files.exists(home)) {
      well(out, "Newsroom", home + " does not exist yet; the first command that needs it makes it");
      return;
    }
    if (!Files.isWritable(home)) {
      ill(out, "Newsroom", home + " cannot be written; change its permissions or use --home.");
      return;
    }
    try {
      long free = Files.getFileStore(home).getUsableSpace();
      String megabytes = free / (1024 * 1024) + " MB free";
      if (free < LEAST_FREE_BYTES) {
        ill(out, "Newsroom", home + " has only " + megabytes + "; make room.");
      } else {
        well(out, "Newsroom", home + ", " + megabytes);
      }
    } catch (IOException e) {
      ill(out, "Newsroom", home + " does not say how much room it has (" + e.getMessage() + ").");
    }
  }

  private void database(PrintWriter out, Path home) {
    try (var database = Database.open(home, System.getenv())) {
      well(out, "Database", database.url());
      new Quarantine(JdbcClient.create(database.source()))
          .setAside(MOST_SET_ASIDE)
          .forEach(document -> note(out, "Source", document.sentence()));
      log(out, LogStore.toRead(JdbcClient.create(database.source()), Clock.systemUTC()));
    } catch (DatabaseUnavailableException e) {
      ill(out, "Database", String.valueOf(e.getMessage()));
    }
  }

  /** How the log stands to the checkpoint that is kept outside of the database. */
  private void log(PrintWriter out, LogStore log) {
    KeptCheckpoint kept = OpenNewsroom.kept(places);
    try {
      Optional<Checkpoint> checkpoint = kept.compare(log);
      if (checkpoint.isPresent()) {
        well(
            out,
            "Log",
            entries(log.size())
                + "; it begins with the "
                + checkpoint.get().size()
                + " that the checkpoint in "
                + kept.file()
                + " speaks of");
      } else if (log.isBegun() && log.latestCheckpoint().isPresent()) {
        note(
            out,
            "Log",
            entries(log.size())
                + ", and no checkpoint is kept in "
                + kept.file()
                + ", so that an older backup would not be noticed; the next publication keeps one.");
      } else {
        well(out, "Log", "nothing published yet");
      }
    } catch (LogRefusedException e) {
      ill(out, "Log", String.valueOf(e.getMessage()));
    }
  }

  private static String entries(long number) {
    return number + (number == 1 ? " entry" : " entries");
  }

  private void keys(PrintWriter out, Path home) {
    Optional<String> lost = OpenNewsroom.lostKeys(places);
    if (lost.isPresent()) {
      ill(out, "Keys", lost.get());
      return;
    }
    if (!Files.isDirectory(home.resolve("keys"))) {
      well(out, "Keys", "none yet; they are made at the first start");
      return;
    }
    try {
      KeyFolder keys = KeyFolder.open(home.resolve("keys"));
      well(out, "Keys", home.resolve("keys") + ". " + String.join(" ", keys.warnings()));
    } catch (KeysUnusableException e) {
      ill(out, "Keys", String.valueOf(e.getMessage()));
    }
  }

  private void model(PrintWriter out, Pipeline pipeline) {
    try {
      ModelSettings settings = pipeline.model().settings();
      well(out, "Model", pipeline.name() + " uses " + ModelNotes.line(settings));
      ModelNotes.of(settings, pipeline.spending().limits(), PriceList.shipped(), System.getenv())
          .forEach(note -> {
            if (note.mend()) {
              ill(out, "Model", pipeline.name() + ": " + note.sentence());
            } else {
              well(out, "Model", pipeline.name() + ": " + note.sentence());
            }
          });
      long kept = pipeline.sources().stream().filter(source -> !source.outsideModel()).count();
      if (settings.outside() && kept > 0) {
        ill(
            out,
            "Model",
            pipeline.name()
                + ": "
                + kept
                + " of "
                + pipeline.sources().size()
                + " sources keep their text from outside models; set outsideModel: true where their"
                + " terms allow it.");
      }
    } catch (ModelSettingsException e) {
      ill(out, "Model", pipeline.name() + ": " + e.getMessage());
    }
  }

  private static void well(PrintWriter out, String what, String sentence) {
    out.printf("ok    %-10s %s%n", what, sentence);
  }

  /** What there is to know and nothing to mend here. */
  private static void note(PrintWriter out, String what, String sentence) {
    out.printf("note  %-10s %s%n", what, sentence);
  }

  private void ill(PrintWriter out, String what, String sentence) {
    ill = true;
    out.printf("mend  %-10s %s%n", what, sentence);
  }
}
