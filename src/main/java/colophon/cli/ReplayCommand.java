package colophon.cli;

import colophon.article.DocumentProcess;
import colophon.article.Extractor;
import colophon.edition.VersionPlan;
import colophon.evidence.Replay;
import colophon.evidence.ReplayDesk;
import colophon.evidence.ReplayStage;
import colophon.kernel.Digest;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.publication.PublicationStore;
import colophon.publication.StepWatcher;
import colophon.verify.BundleFiles;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a published version again, from its evidence bundle or beside its database. */
@Command(
    name = "replay",
    description = {
      "Makes a published version again and says where it parts from what was published.",
      "From a bundle it needs no newsroom. Beside the database name the version by its record",
      "(a record.json file or its digest) or by its brief; then the run's articles are grouped",
      "into stories again too. Stored answers and embeddings are read, no model is asked.",
      "Exit codes: 0 all the same, 1 not all, 20 the bundle is not intact, 64 it is no bundle,",
      "66 the newsroom has no such version."
    })
final class ReplayCommand implements Callable<Integer> {

  /** A record begins like any JSON object; a bundle does not. */
  private static final int OBJECT = '{';

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(
      paramLabel = "BUNDLE|RECORD",
      description = {
        "An evidence bundle, as bundle writes it; or a record.json, the digest of a record,",
        "a brief's id or slug."
      })
  private String what = "";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  @Option(
      names = "--version",
      paramLabel = "N",
      description = "Which version of the brief. Default: the newest.")
  private @Nullable Integer version;

  @Override
  public Integer call() throws IOException {
    Path file = Path.of(what);
    if (!Files.isRegularFile(file)) {
      return besideDatabase(Optional.empty());
    }
    return beginsAsObject(file) ? besideDatabase(Optional.of(recordIn(file))) : fromBundle(file);
  }

  private int fromBundle(Path bundle) throws IOException {
    Report report = Verifier.verify(bundle, null, Instant.now());
    if (report.outcome() == Outcome.INVALID) {
      spec.commandLine().getOut().print(report.text());
      return report.exitCode();
    }
    try (var documents = new DocumentProcess()) {
      return told(Replay.run(BundleFiles.read(bundle), new Extractor(documents)));
    }
  }

  private int besideDatabase(Optional<Digest> given) {
    Optional<Digest> record = given.or(() -> digest(what));
    if (record.isEmpty() && (what.endsWith(".zip") || what.contains("/"))) {
      throw new CommandFailure(ExitCode.NOT_FOUND, "There is no file " + what + ".");
    }
    try (var newsroom = OpenNewsroom.openToRead(places, StepWatcher.NONE)) {
      ReplayDesk desk = newsroom.room(ReplayDesk.class);
      VersionPlan plan =
          record.isPresent()
              ? desk.version(record.get()).orElseThrow(() -> unknown(record.get()))
              : Briefs.version(what, version, newsroom.room(PublicationStore.class));
      spec.commandLine()
          .getOut()
          .println("Version " + plan.version() + " of " + plan.slug() + ", beside the database:");
      return told(desk.replay(plan));
    }
  }

  private int told(List<ReplayStage> stages) {
    PrintWriter out = spec.commandLine().getOut();
    for (ReplayStage stage : stages) {
      out.printf(
          "%-6s %s%n",
          stage.name(),
          switch (stage) {
            case ReplayStage.Same same -> "the same: " + same.what() + ".";
            case ReplayStage.Differs differs -> "OTHERWISE. " + differs.where();
            case ReplayStage.NotReplayed not -> "not replayed. " + not.why();
          });
    }
    if (stages.stream().anyMatch(ReplayStage.Differs.class::isInstance)) {
      out.println(
          "This is Colophon "
              + Version.number()
              + ", build "
              + Version.build()
              + "; the record names the program and build that published.");
    }
    return stages.stream().allMatch(ReplayStage.Same.class::isInstance)
        ? ExitCode.DONE
        : ExitCode.NOT_ALL_DONE;
  }

  private static boolean beginsAsObject(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == OBJECT;
    }
  }

  private static Digest recordIn(Path file) throws IOException {
    if (Files.size(file) > ProvenanceRecord.MOST_BYTES) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "The file " + file + " is too large a record.");
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      ProvenanceRecord.parse(bytes);
    } catch (ProvenanceFormatException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "The file " + file + " is no record: " + e.getMessage() + ".");
    }
    return Digest.of(bytes);
  }

  private static Optional<Digest> digest(String text) {
    String written = text.startsWith("sha256:") ? text : "sha256:" + text;
    return written.matches("sha256:[0-9a-f]{64}")
        ? Optional.of(Digest.parse(written))
        : Optional.empty();
  }

  private static CommandFailure unknown(Digest record) {
    return new CommandFailure(
        ExitCode.NOT_FOUND,
        "No version that this newsroom published has the record "
            + record
            + ". Name its newsroom with --home, or replay it from its bundle.");
  }
}
