package colophon.verify;

import colophon.c2pa.CredentialReport;
import colophon.c2pa.CredentialValidator;
import colophon.c2pa.ManifestState;
import colophon.c2pa.ManifestStore;
import colophon.c2pa.RecordReference;
import colophon.c2pa.StatusCode;
import colophon.c2pa.TrustAnchors;
import colophon.kernel.Digest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The content credentials of files: whole, about these very files, and signed by a key at hand or
 * under a root obtained elsewhere.
 */
final class CredentialCheck {

  private final KnownKeys keys;
  private final Findings findings;

  CredentialCheck(KnownKeys keys, Findings findings) {
    this.keys = keys;
    this.findings = findings;
  }

  /**
   * What judges all credentials of a verification.
   *
   * @param now by which certificates are judged where no trusted time stamp tells another time
   */
  static CredentialValidator validator(KnownKeys keys, Instant now) {
    // A root obtained elsewhere is believed for signers and for time stamps; the certificates
    // themselves say which of both they may do.
    var anchors = keys.elsewhere().anchors();
    return new CredentialValidator(new TrustAnchors(anchors, anchors), now);
  }

  /**
   * Begins to judge the credentials of files that are at hand, each by itself.
   *
   * @return the reports by the names of the credentials
   */
  static Map<String, Supplier<CredentialReport>> begin(
      Map<String, byte[]> files, Scope scope, CredentialValidator validator) {
    var begun = new HashMap<String, Supplier<CredentialReport>>();
    files.forEach((name, store) -> {
      if (name.endsWith(ManifestStore.FILE_ENDING) && asked(scope, artefact(name))) {
        byte[] artefact = files.get(artefact(name));
        if (artefact != null) {
          begun.put(name, SideBySide.begin(() -> validator.sidecar(store, artefact)));
        }
      }
    });
    return begun;
  }

  /**
   * Checks the credentials beside a version's files.
   *
   * @param reports what {@link #begin} gave for them
   * @param record the digest of the version's record
   * @param place the version's place in the log; null where none is shown
   * @param withdrawn whether the version's files were taken away, and their credentials with them
   * @return the earliest time by which they are proven to have been there; null where no authority
   *     that is trusted says one
   */
  @Nullable Instant beside(
      Map<String, byte[]> files,
      Map<String, Supplier<CredentialReport>> reports,
      Scope scope,
      Digest record,
      @Nullable LogPlace place,
      boolean withdrawn) {
    Instant earliest = null;
    boolean any = false;
    for (String name : files.keySet()) {
      if (name.endsWith(ManifestStore.FILE_ENDING) && asked(scope, artefact(name))) {
        any = true;
        Supplier<CredentialReport> report = reports.get(name);
        if (report == null) {
          missing(name, scope);
        } else {
          Instant stamped = one(name, report.get(), record, place);
          if (stamped != null && (earliest == null || stamped.isBefore(earliest))) {
            earliest = stamped;
          }
        }
      }
    }
    if (!any && !withdrawn) {
      findings.add(
          Code.CREDENTIAL_NONE,
          scope instanceof Scope.One one ? one.name() : Bundle.RECORD,
          "No content credential lies beside it, so other people's readers find nothing here.");
    }
    return earliest;
  }

  private static boolean asked(Scope scope, String artefact) {
    return !(scope instanceof Scope.One one) || one.name().equals(artefact);
  }

  private void missing(String name, Scope scope) {
    if (scope instanceof Scope.Whole) {
      findings.add(
          Code.ARTEFACT_UNEXPECTED, name, "This is the credential of a file that is not here.");
    }
  }

  private @Nullable Instant one(
      String name, CredentialReport report, Digest record, @Nullable LogPlace place) {
    if (!whole(name, report, true)) {
      return null;
    }
    RecordReference reference = report.record().orElse(null);
    if (reference == null || !reference.record().equals(record) || !fits(reference, place)) {
      findings.add(
          Code.CREDENTIAL_DIFFERS,
          name,
          "The credential speaks of another record, or of another place in the log, than the"
              + " signed statement does.");
      return null;
    }
    Optional<Boolean> trusted = signer(name, report);
    if (trusted.isEmpty()) {
      findings.add(
          Code.CREDENTIAL_FOREIGN,
          name,
          "The credential is whole, but none of the keys at hand signed it, and it leads to no root"
              + " that you trust.");
      return null;
    }
    if (revoked(name, report)) {
      return null;
    }
    if (report.has(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY)) {
      findings.add(
          Code.CREDENTIAL_EXPIRED,
          name,
          "The certificate of the credential is out of date, and no trusted time stamp shows that"
              + " it was used before; other people's readers will refuse it. Statement and log do"
              + " not depend on it.");
      return null;
    }
    findings.add(
        Code.CREDENTIAL_INTACT,
        name,
        "The content credential is whole, about this file, and names this record.");
    stamped(name, report);
    return report.stampedAt();
  }

  private static boolean fits(RecordReference reference, @Nullable LogPlace place) {
    return place == null
        || (reference.logIndex() == place.index()
            && reference.logOrigin().equals(place.checkpoint().origin()));
  }

  /**
   * Checks a credential with nothing else around it.
   *
   * @return whether its signer is trusted; meaningless where a finding failed
   */
  boolean alone(String name, CredentialReport report) {
    if (!whole(name, report, false)) {
      return false;
    }
    if (revoked(name, report)) {
      return false;
    }
    findings.add(
        Code.CREDENTIAL_INTACT, name, "The content credential is whole and about this file.");
    stamped(name, report);
    boolean trusted = signer(name, report).orElse(false);
    if (!trusted) {
      findings.add(
          Code.CREDENTIAL_SIGNER_UNKNOWN,
          name,
          "Whose key signed the credential this cannot show: its certificate says "
              + subject(report)
              + ", and leads to no root that you trust.");
    }
    findings.add(
        Code.CREDENTIAL_RECORD_NOT_CHECKED,
        name,
        report
            .record()
            .map(record ->
                "The credential names the record "
                    + record.record()
                    + ", entry "
                    + record.logIndex()
                    + " of the log "
                    + record.logOrigin()
                    + ", which are not at hand.")
            .orElse("The credential names no record of ours."));
    return trusted;
  }

  /**
   * Whether nothing is wrong with a credential.
   *
   * @param dateForgiven whether a certificate out of date is said elsewhere
   */
  private boolean whole(String name, CredentialReport report, boolean dateForgiven) {
    var faults =
        report.faults().stream()
            .filter(fault ->
                !dateForgiven || fault.code() != StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY)
            .toList();
    boolean expired = dateForgiven && report.has(StatusCode.CLAIM_SIGNATURE_OUTSIDE_VALIDITY);
    if (faults.isEmpty() && (report.state() != ManifestState.INVALID || expired)) {
      return true;
    }
    findings.add(
        Code.CREDENTIAL_INVALID,
        name,
        faults.isEmpty()
            ? "The content credential is not complete."
            : "The content credential is refused ("
                + faults.getFirst().code().text()
                + "): "
                + faults.getFirst().sentence());
    return false;
  }

  private void stamped(String name, CredentialReport report) {
    if (report.stampedAt() != null) {
      findings.add(
          Code.TIME_STAMPED,
          name,
          "A time stamp of an authority that you trust shows that this was signed by "
              + report.stampedAt()
              + ".");
    }
  }

  /** Whether the signer is trusted; nothing where the signer is nobody we know. */
  private Optional<Boolean> signer(String name, CredentialReport report) {
    if (report.state() == ManifestState.TRUSTED
        || report.has(StatusCode.SIGNING_CREDENTIAL_TRUSTED)) {
      return Optional.of(true);
    }
    X509Certificate certificate = report.signer();
    if (certificate == null) {
      return Optional.empty();
    }
    String keyId = keyId(certificate);
    boolean beside = false;
    for (KnownKeys.Known known : keys.of(PublishedKey.Use.MANIFEST)) {
      if (known.key().keyId().equals(keyId)) {
        if (known.trusted()) {
          return Optional.of(true);
        }
        beside = true;
      }
    }
    return beside ? Optional.of(false) : Optional.empty();
  }

  /** A revoked key counts for what a trusted time stamp shows to have been signed before. */
  private boolean revoked(String name, CredentialReport report) {
    X509Certificate signer = report.signer();
    Revocation revocation = signer == null ? null : keys.revocation(keyId(signer));
    if (revocation == null
        || (report.stampedAt() != null && report.stampedAt().isBefore(revocation.at()))) {
      return false;
    }
    findings.add(
        Code.SIGNER_REVOKED,
        name,
        "The key that signed the credential was revoked as of "
            + revocation.at()
            + " ("
            + revocation.reason()
            + "), and no trusted time stamp shows that this was signed before.");
    return true;
  }

  private static String keyId(X509Certificate certificate) {
    return Digest.of(certificate.getPublicKey().getEncoded()).hex();
  }

  private static String subject(CredentialReport report) {
    X509Certificate signer = report.signer();
    return signer == null ? "nothing" : "\"" + signer.getSubjectX500Principal().getName() + "\"";
  }

  /** The file that a credential lies beside. */
  static String artefact(String name) {
    return name.substring(0, name.length() - ManifestStore.FILE_ENDING.length());
  }
}
