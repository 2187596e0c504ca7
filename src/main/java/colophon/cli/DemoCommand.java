package colophon.cli;

import colophon.access.Accounts;
import colophon.pipeline.Pipeline;
import colophon.pipeline.RunResult;
import colophon.pipeline.Slot;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      "Makes, publishes and verifies briefs of the sample articles.",
      "One of them is corrected and one taken back, to show how that looks.",
      "Needs no network, no key and no server. Takes about half a minute.",
      "Exit codes: 0 all verified, 1 something did not come out, 69 no database, 73 cannot write."
    })
final class DemoCommand implements Callable<Integer> {

  private static final String PIPELINE = "samples";

  /** The two moments at which the samples are looked at: an evening, and the next evening. */
  private static final List<String> SLOTS =
      List.of("2026-01-13T21:00+09:00", "2026-01-14T18:00+09:00");

  private static final String WITHDRAWN_BY = "The night desk (sample)";
  private static final String WITHDRAWN_BECAUSE =
      "This is a demonstration: nothing is wrong with this sample; it was taken back to show how a"
          + " withdrawal looks.";

  @Spec private CommandSpec spec;
  @Mixin private Places places = new Places();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where everything is written. Default: out/demo. It is emptied first.")
  private Path out = Path.of("out", "demo");

  @Option(
      names = "--serve",
      description = "Then open the desk with it, until stopped, with one account of each role.")
  private boolean serve;

  @Option(names = "--port", paramLabel = "PORT", description = "Of the desk. Default: 8080.")
  private int port = 8080;

  @Option(
      names = "--tamper",
      description = "Change one digit in a published page and show that the verifier refuses it.")
  private boolean tamper;

  @Override
  public Integer call() throws InterruptedException {
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
    int made = make(here, text);
    return serve && made == ExitCode.DONE ? serve(here, text) : made;
  }

  private int serve(Places here, PrintWriter text) throws InterruptedException {
    try (var newsroom = OpenNewsroom.open(here, StepsOnRequest.watcher())) {
      text.println();
      DemoAccounts.make(newsroom.room(Accounts.class), text);
      return ServeCommand.serve(newsroom, port, text);
    }
  }

  private int make(Places here, PrintWriter text) {
    text.println("Sample articles become labelled, recorded briefs in " + out + ".");
    DemoFolder.renew(here.home());
    var results = new ArrayList<RunResult>();
    try (var newsroom = OpenNewsroom.open(here, StepsOnRequest.watcher())) {
      AppliedFiles.apply(newsroom, "demo");
      var desk = new Newsdesk(newsroom, new Progress(text, Progress.onTerminal()), text);
      Pipeline pipeline = desk.pipeline(PIPELINE);
      for (String slot : SLOTS) {
        text.println();
        text.println("The newsroom as of " + slot);
        results.add(desk.runHere(pipeline, new Slot(slot, OffsetDateTime.parse(slot).toInstant())));
      }
      text.println();
      Optional<RunResult.PublishedBrief> withdrawn = toWithdraw(results);
      if (withdrawn.isPresent()) {
        new ReviewDesk(newsroom).withdraw(withdrawn.get().slug(), WITHDRAWN_BY, WITHDRAWN_BECAUSE);
      }
      Report report = Verifier.verify(here.site(), newsroom.keys().folder(), Instant.now());
      DemoText.print(results, withdrawn, report, here, out, text);
      return report.outcome() == Outcome.TRUSTED && withdrawn.isPresent()
          ? ExitCode.DONE
          : ExitCode.NOT_ALL_DONE;
    }
  }

  /**
   * The brief that the demonstration takes back: the last of those that came out in one version, so
   * that updates and corrections stay to be seen; nothing where that would leave none.
   */
  private static Optional<RunResult.PublishedBrief> toWithdraw(List<RunResult> results) {
    List<RunResult.PublishedBrief> published =
        results.stream().flatMap(result -> result.published().stream()).toList();
    if (published.stream().map(RunResult.PublishedBrief::slug).distinct().count() < 2) {
      return Optional.empty();
    }
    return published.reversed().stream()
        .filter(brief ->
            published.stream().filter(each -> each.slug().equals(brief.slug())).count() == 1)
        .findFirst()
        .or(() -> Optional.of(published.getLast()));
  }
}
