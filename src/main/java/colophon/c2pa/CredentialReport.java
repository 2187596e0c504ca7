package colophon.c2pa;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a validation found.
 *
 * @param assertions those that the claim lists and whose hashes match; worth something only where
 *     the state is not {@link ManifestState#INVALID}
 * @param signer whose key signed the claim; null where none is shown to have
 * @param stampedAt when the signature was there already, as an authority that you trust says; null
 *     where none says so
 */
public record CredentialReport(
    ManifestState state,
    List<CredentialFinding> findings,
    List<Assertion> assertions,
    @Nullable X509Certificate signer,
    @Nullable Instant stampedAt) {

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

  /** What is wrong with it, apart from a signer whom you do not know. */
  public List<CredentialFinding> faults() {
    return findings.stream()
        .filter(finding ->
            finding.code().kind() == StatusCode.Kind.FAILURE
                && finding.code() != StatusCode.SIGNING_CREDENTIAL_UNTRUSTED)
        .toList();
  }

  /** Whether that code is among the findings. */
  public boolean has(StatusCode code) {
    return findings.stream().anyMatch(finding -> finding.code() == code);
  }
}
