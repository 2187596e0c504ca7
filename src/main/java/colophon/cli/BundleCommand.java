package colophon.cli;

import colophon.evidence.EvidenceBundle;
import colophon.evidence.EvidenceDesk;
import colophon.publication.PublicationStore;
import colophon.publication.StepWatcher;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the evidence on a published version into one zip. */
@Command(
    name = "bundle",
    description = {
      "Writes everything that shows how a published brief came to be into one zip.",
      "That is the files, the signed record, the log proof, the archived sources, the model's",
      "request and answer, the source check, the decisions. It is for an auditor or a court, and",
      "not to be published: it holds the sources' texts. Check it with: colophon verify FILE"
    })
final class BundleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Parameters(paramLabel = "BRIEF", description = "The brief's id or slug, as show lists it.")
  private String brief = "";

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

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it. Default: SLUG-vN.evidence.zip here.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    try (var newsroom = OpenNewsroom.open(places, StepWatcher.NONE)) {
      EvidenceBundle bundle =
          newsroom
              .room(EvidenceDesk.class)
              .bundle(Briefs.version(brief, version, newsroom.room(PublicationStore.class)));
      Path target = file == null ? Path.of(bundle.fileName()) : file;
      byte[] zip = bundle.zip();
      NewFile.write(target, out -> out.write(zip));
      Report report = Verifier.verify(target, null, Instant.now());
      if (report.outcome() == Outcome.INVALID) {
        spec.commandLine().getErr().print(report.text());
        throw new CommandFailure(
            ExitCode.NOT_ALL_DONE,
            "The bundle "
                + target
                + " was written and is not intact, as said above: do not hand it out.");
      }
      spec.commandLine()
          .getOut()
          .println(
              "Wrote "
                  + target
                  + ": "
                  + bundle.entries().size()
                  + " files, "
                  + zip.length
                  + " bytes. Check it with: colophon verify "
                  + target);
      return ExitCode.DONE;
    }
  }
}
