package colophon.c2pa;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings while they are collected. */
final class Findings {

  private final List<CredentialFinding> all = new ArrayList<>();
  private @Nullable X509Certificate signer;
  private @Nullable Instant stampedAt;
  private String store = HashedUri.SELF + "/" + ManifestStore.LABEL;

  /** From now on findings are about boxes of that manifest. */
  void about(String manifestLabel) {
    store = HashedUri.SELF + "/" + ManifestStore.LABEL + "/" + manifestLabel;
  }

  /** Adds a finding about a box of the manifest. */
  void add(StatusCode code, String label, String sentence) {
    all.add(new CredentialFinding(code, store + "/" + label, sentence));
  }

  /** Adds a finding about the manifest, or the store where none is known. */
  void add(StatusCode code, String sentence) {
    all.add(new CredentialFinding(code, store, sentence));
  }

  /** The claim is signed with that certificate's key. */
  void signedBy(X509Certificate certificate) {
    signer = certificate;
  }

  /** A time stamp of a trusted authority proves that the signature was there at that time. */
  void stampedAt(Instant time) {
    stampedAt = time;
  }

  boolean has(StatusCode code) {
    return all.stream().anyMatch(finding -> finding.code() == code);
  }

  CredentialReport report(List<Assertion> assertions) {
    ManifestState state = ManifestState.TRUSTED;
    for (CredentialFinding finding : all) {
      if (finding.code() == StatusCode.SIGNING_CREDENTIAL_UNTRUSTED) {
        state = state == ManifestState.TRUSTED ? ManifestState.VALID : state;
      } else if (finding.code().kind() == StatusCode.Kind.FAILURE) {
        state = ManifestState.INVALID;
      }
    }
    // Trust is never the mere absence of complaints.
    if (!has(StatusCode.CLAIM_SIGNATURE_VALIDATED)
        || !has(StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY)
        || !has(StatusCode.ASSERTION_DATA_HASH_MATCH)) {
      state = ManifestState.INVALID;
    } else if (!has(StatusCode.SIGNING_CREDENTIAL_TRUSTED) && state == ManifestState.TRUSTED) {
      state = ManifestState.VALID;
    }
    return new CredentialReport(state, all, assertions, signer, stampedAt);
  }
}
