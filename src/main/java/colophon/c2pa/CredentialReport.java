package colophon.c2pa;

import java.util.List;
import java.util.Optional;

/**
 * What a validation found.
 *
 * @param assertions those that the claim lists and whose hashes match; worth something only where
 *     the state is not {@link ManifestState#INVALID}
 */
public record CredentialReport(
    ManifestState state, List<CredentialFinding> findings, List<Assertion> assertions) {

  public CredentialReport {
    findings = List.copyOf(findings);
    assertions = List.copyOf(assertions);
  }

  /** Which record the manifest points to; empty where it points to none. */
  public Optional<RecordReference> record() {
    return assertions.stream()
        .filter(RecordReference.class::isInstance)
        .map(RecordReference.class::cast)
        .findFirst();
  }

  /** Whether that code is among the findings. */
  public boolean has(StatusCode code) {
    return findings.stream().anyMatch(finding -> finding.code() == code);
  }
}
