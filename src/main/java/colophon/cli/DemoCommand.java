package colophon.cli;

import colophon.attest.KeyFolder;
import colophon.pipeline.RunResult;
import colophon.pipeline.Slot;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Severity;
import colophon.verify.Verifier;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Carries the sample articles through every stage, and verifies what came out. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Makes briefs of the sample articles, publishes them into a folder and verifies them.",
      "Needs no network, no key and no server. Takes about half a minute.",
      "Exit codes: 0 all verified, 1 something did not come out, 69 no database, 73 cannot write."
    })
final class DemoCommand implements Callable<Integer> {

  private static final String PIPELINE = "samples";

  /** The two moments at which the samples are looked at: an evening, and the next evening. */
  private static final List<String> SLOTS =
      List.of("2026-01-13T21:00+09:00", "2026-01-14T18:00+09:00");

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where everything is written. Default: out/demo. It is emptied first.")
  private Path out = Path.of("out", "demo");

  @Option(
      names = "--tamper",
      description = "Change one digit in a published page and show that the verifier refuses it.")
  private boolean tamper;

  @Override
  public Integer call() {
    PrintWriter text = spec.commandLine().getOut();
    Places here = places.at(out.toAbsolutePath().normalize());
    if (tamper) {
      if (!Files.isDirectory(here.site().resolve("briefs")) || !DemoFolder.isOurs(here.home())) {
        text.println("There is no demonstration in " + out + " yet, so it is made first.");
        int made = make(here, text);
        if (made != ExitCode.DONE) {
          return made;
        }
      }
      return Tampering.show(here, text);
    }
    return make(here, text);
  }

  private int make(Places here, PrintWriter text) {
    text.println("Sample articles become labelled, recorded briefs in " + out + ".");
    DemoFolder.renew(here.home());
    var published = new ArrayList<RunResult.PublishedBrief>();
    var held = new ArrayList<RunResult.HeldDraft>();
    var problems = new ArrayList<String>();
    try (var newsroom = OpenNewsroom.open(here, StepsOnRequest.watcher())) {
      AppliedFiles.apply(newsroom, "demo");
      var desk = new Newsdesk(newsroom, new Progress(text, Progress.onTerminal()));
      for (String slot : SLOTS) {
        text.println();
        text.println("The newsroom as of " + slot);
        RunResult result =
            desk.run(PIPELINE, new Slot(slot, OffsetDateTime.parse(slot).toInstant()));
        published.addAll(result.published());
        held.addAll(result.held());
        problems.addAll(result.problems());
      }
      text.println();
      Report report = Verifier.verify(here.site(), newsroom.keys().folder());
      tell(here, published, held, problems, report, text);
      return report.outcome() == Outcome.TRUSTED && !published.isEmpty()
          ? ExitCode.DONE
          : ExitCode.NOT_ALL_DONE;
    }
  }

  private void tell(
      Places here,
      List<RunResult.PublishedBrief> published,
      List<RunResult.HeldDraft> held,
      List<String> problems,
      Report report,
      PrintWriter text) {
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
    text.println(held.size() + " drafts held for an editor:");
    for (RunResult.HeldDraft draft : held) {
      text.println("  " + draft.headline());
      draft.reasons().forEach(reason -> text.println("    " + reason));
    }
    problems.stream().distinct().forEach(problem -> text.println("Not used: " + problem));
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
    text.println("Review    ./colophon review list --home " + out);
    text.println(
        "Verify    ./colophon verify " + out.resolve("site") + " --trust " + out.resolve("keys"));
    text.println("Tamper    ./colophon demo --tamper");
  }
}
