package colophon.cli;

import colophon.database.DatabaseUnavailableException;
import colophon.verify.Finding;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Severity;
import colophon.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that is looked at in a newsroom's folder when nobody works in it. */
record NewsroomState(SiteContents site, Ledger ledger, List<String> faults) {

  static NewsroomState of(Path home) throws IOException, DatabaseUnavailableException {
    Path site = home.resolve("site");
    Ledger ledger = Ledger.of(home);
    var faults = new ArrayList<>(ledger.faults());
    faults.addAll(unfinished(site));
    Report report = Verifier.verify(site, home.resolve("keys"), Instant.now());
    if (report.outcome() != Outcome.TRUSTED) {
      faults.add("the verifier says " + report.outcome() + " of the site");
      report.findings(Severity.FAILED).stream().map(Finding::toString).forEach(faults::add);
    }
    int released = ledger.rows().getOrDefault("released", List.of()).size();
    if (report.versions() != released) {
      faults.add(report.versions() + " versions stand on the site, " + released + " were released");
    }
    return new NewsroomState(SiteContents.of(site), ledger, faults);
  }

  /** A sentence for everything that is not as in the undisturbed newsroom. */
  List<String> differences(NewsroomState expected) {
    var all = new ArrayList<>(faults);
    all.addAll(site.differences(expected.site()));
    all.addAll(ledger.differences(expected.ledger()));
    return all;
  }

  private static List<String> unfinished(Path site) throws IOException {
    try (var paths = Files.walk(site)) {
      return paths
          .filter(path -> path.toString().contains(".unfinished"))
          .map(path -> "left behind: " + site.relativize(path))
          .toList();
    }
  }
}
