package colophon.publication;

import colophon.attest.Attestor;
import colophon.verify.Bundle;
import colophon.verify.Finding;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Severity;
import colophon.verify.TrustRoot;
import colophon.verify.Verifier;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;

/** Asks our own verifier, with the newsroom's own keys, before anything is released. */
final class VerifierCheck implements ReleaseCheck {

  private final Attestor attestor;
  private final InstantSource clock;

  VerifierCheck(Attestor attestor, InstantSource clock) {
    this.attestor = attestor;
    this.clock = clock;
  }

  @Override
  public List<String> findings(SortedMap<String, byte[]> files) {
    TrustRoot keys = attestor.keys().orElseThrow();
    Report report = Verifier.verify(new Bundle("before release", files), keys, clock.instant());
    if (report.outcome() == Outcome.TRUSTED) {
      return List.of();
    }
    List<String> failed =
        report.findings(Severity.FAILED).stream().map(VerifierCheck::sentence).toList();
    return failed.isEmpty()
        ? List.of("Our own verifier does not trust it: " + report.outcome().conclusion())
        : failed;
  }

  private static String sentence(Finding finding) {
    return finding.subject() + ": " + finding.sentence() + " [" + finding.code().text() + "]";
  }
}
