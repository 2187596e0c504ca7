package colophon.cli;

import colophon.attest.KeyFolder;
import colophon.pipeline.RunResult;
import colophon.verify.Report;
import colophon.verify.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Says in a few lines what the demonstration made and where to look. */
final class DemoText {

  private DemoText() {}

  /**
   * @param here where it was written
   * @param named that folder as the person named it
   */
  static void print(
      List<RunResult> results,
      Optional<RunResult.PublishedBrief> withdrawn,
      Report report,
      Places here,
      Path named,
      PrintWriter text) {
    published(results.stream().flatMap(result -> result.published().stream()).toList(), text);
    withdrawn.ifPresent(
        brief -> text.println("1 of them taken back to show a withdrawal:\n  " + brief.headline()));
    held(results.stream().flatMap(result -> result.held().stream()).toList(), text);
    results.stream()
        .flatMap(result -> result.problems().stream())
        .distinct()
        .forEach(problem -> text.println("Not used: " + problem));
    text.println(
        "Verified: "
            + report.versions()
            + " versions, outcome "
            + report.outcome()
            + " against the keys in "
            + here.home().resolve("keys")
            + ".");
    report.findings(Severity.FAILED).forEach(finding -> text.println("  " + finding.sentence()));
    text.println();
    text.println(KeyFolder.WARNING);
    text.println();
    text.println("Look at   " + here.site().resolve("index.html"));
    text.println("Review    ./colophon demo --serve, or ./colophon review list --home " + named);
    text.println(
        "Verify    ./colophon verify "
            + named.resolve("site")
            + " --trust "
            + named.resolve("keys"));
    text.println("Tamper    ./colophon demo --tamper --out " + named);
  }

  private static void published(List<RunResult.PublishedBrief> published, PrintWriter text) {
    long briefs = published.stream().map(RunResult.PublishedBrief::slug).distinct().count();
    text.println(
        briefs
            + " briefs published in "
            + published.size()
            + " versions, marked \"not reviewed by a person\" because the sample pipeline allows"
            + " that:");
    for (RunResult.PublishedBrief brief : published) {
      text.println(
          "  " + brief.headline() + " (version " + brief.version() + ", " + brief.kind() + ")");
    }
  }

  private static void held(List<RunResult.HeldDraft> held, PrintWriter text) {
    text.println(held.size() + " drafts held for an editor:");
    for (RunResult.HeldDraft draft : held) {
      text.println("  " + draft.headline());
      draft.reasons().forEach(reason -> text.println("    " + reason));
    }
  }
}
