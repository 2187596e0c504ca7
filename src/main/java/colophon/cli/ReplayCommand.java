package colophon.cli;

import colophon.article.DocumentProcess;
import colophon.article.Extractor;
import colophon.evidence.Replay;
import colophon.evidence.ReplayStage;
import colophon.verify.BundleFiles;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a published version again from its evidence bundle. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a published version again from its evidence bundle and says where it parts.",
      "Stage by stage: the texts from the archived copies, the draft from the stored answer, the",
      "source check with the stored embeddings, the published files. Needs no newsroom.",
      "Exit codes: 0 all the same, 1 not all, 20 the bundle is not intact, 64 it is no bundle."
    })
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", description = "An evidence bundle, as bundle writes it.")
  private Path bundle = Path.of("");

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Report report = Verifier.verify(bundle, null, Instant.now());
    if (report.outcome() == Outcome.INVALID) {
      out.print(report.text());
      return report.exitCode();
    }
    List<ReplayStage> stages;
    try (var documents = new DocumentProcess()) {
      stages = Replay.run(BundleFiles.read(bundle), new Extractor(documents));
    }
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
    return stages.stream().allMatch(ReplayStage.Same.class::isInstance)
        ? ExitCode.DONE
        : ExitCode.NOT_ALL_DONE;
  }
}
