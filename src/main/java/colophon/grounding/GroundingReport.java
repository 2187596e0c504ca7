package colophon.grounding;

import java.util.List;

/** The findings on every sentence of a brief, in reading order, and where its sources differ. */
public record GroundingReport(
    List<SentenceFinding> findings, List<Conflict> conflicts, String grounder) {
  public GroundingReport {
    findings = List.copyOf(findings);
    conflicts = List.copyOf(conflicts);
  }

  /** Whether no sentence failed a check. */
  public boolean clean() {
    return findings.stream().allMatch(finding -> finding.verdict() instanceof Verdict.NoMismatch);
  }
}
