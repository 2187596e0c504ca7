package colophon.verify;

import colophon.c2pa.CredentialReport;
import colophon.c2pa.CredentialValidator;
import colophon.kernel.Digest;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One version, from its files alone and from what stands around them. */
final class VersionCheck {

  private final Map<String, byte[]> files;
  private final Surroundings surroundings;
  private final List<KeyUsed> used;
  private final Findings findings;

  /**
   * What stands around a version.
   *
   * @param keys the keys at hand
   * @param credentials judges content credentials; one for all versions of a verification, since it
   *     remembers the chains of certificates that it has followed
   * @param status what has become of the brief's versions; null where nobody says
   * @param slug the name of the brief's folder; null where there is none
   * @param number the number in the name of the version's folder; 0 where there is none
   * @param previous the record of the version before; null where it is not at hand
   */
  record Surroundings(
      KnownKeys keys,
      CredentialValidator credentials,
      @Nullable SignedStatus status,
      @Nullable String slug,
      int number,
      byte @Nullable [] previous) {

    static Surroundings none(KnownKeys keys, CredentialValidator credentials) {
      return new Surroundings(keys, credentials, null, null, 0, null);
    }
  }

  /** What the log's part found and used, until its turn comes. */
  private record Logged(Findings findings, List<KeyUsed> used) {}

  VersionCheck(
      Map<String, byte[]> files, Surroundings surroundings, List<KeyUsed> used, Findings findings) {
    this.files = files;
    this.surroundings = surroundings;
    this.used = used;
    this.findings = findings;
  }

  VersionResult check(Scope scope) {
    return check(scope, CredentialCheck.begin(files, scope, surroundings.credentials()));
  }

  /**
   * @param credentials the reports on the credentials beside the files, as begun
   */
  VersionResult check(Scope scope, Map<String, Supplier<CredentialReport>> credentials) {
    KnownKeys keys = keys();
    // Signatures are most of the work, and the log's need nothing of the rest.
    var logged = new Logged(findings.apart(), new ArrayList<>());
    Supplier<Optional<LogCheck.Shown>> shown =
        SideBySide.begin(() -> new LogCheck(keys, logged.used(), logged.findings()).shown(files));
    Attestation attestation = AttestationCheck.check(files, keys, findings);
    if (attestation == null) {
      return VersionResult.NOTHING;
    }
    if (attestation.signer() != null) {
      used.add(KeyUsed.of(attestation.signer()));
    }
    ProvenanceRecord record = attestation.statement().record();
    AttestationCheck.checkRecord(
        files, attestation.statement(), scope instanceof Scope.Whole, findings);
    RecordCheck.check(record, findings);
    place(record);
    chain(record);
    boolean withdrawn = status(record, attestation.trusted());
    int artefacts = new ArtefactCheck(files, record, withdrawn, findings).check(scope);
    LogPlace place =
        shown.get().map(each -> LogCheck.place(each, attestation, logged.findings())).orElse(null);
    findings.addAll(logged.findings().all());
    used.addAll(logged.used());
    SigstoreCheck.check(files, attestation, findings);
    Instant proven =
        new CredentialCheck(keys, findings)
            .beside(files, credentials, scope, record.digest(), place, withdrawn);
    time(proven);
    revoked(keys, attestation, proven);
    boolean trusted = attestation.trusted() && place != null && place.trusted();
    return new VersionResult(record, place, artefacts, trusted);
  }

  private void time(@Nullable Instant proven) {
    if (proven == null) {
      findings.add(
          Code.TIME_UNTRUSTED,
          Bundle.ATTESTATION,
          "No trusted time: no time stamp of a third party shows when this was signed; the times in"
              + " the record are the publisher's own.");
    }
  }

  /** A revoked key counts for what somebody else shows to have been signed before. */
  private void revoked(KnownKeys keys, Attestation attestation, @Nullable Instant proven) {
    if (attestation.signer() == null) {
      return;
    }
    String keyId = attestation.signer().key().keyId();
    Revocation revocation = keys.revocation(keyId);
    if (revocation == null) {
      return;
    }
    boolean before = proven != null && proven.isBefore(revocation.at());
    findings.add(
        before ? Code.SIGNER_REVOKED_LATER : Code.SIGNER_REVOKED,
        keyId,
        "The key that signed the statement was revoked as of "
            + revocation.at()
            + " ("
            + revocation.reason()
            + "), "
            + (before
                ? "and a trusted time stamp shows that this was signed before."
                : "and nothing but the publisher's word shows that this was signed before."));
  }

  private KnownKeys keys() {
    byte[] file = files.get(Bundle.KEYS);
    if (file == null) {
      return surroundings.keys();
    }
    try {
      return surroundings.keys().and(TrustRoot.parse(file));
    } catch (ProvenanceFormatException e) {
      findings.add(
          Code.KEYS_MALFORMED,
          Bundle.KEYS,
          "The keys beside the record cannot be read: " + e.getMessage() + ".");
      return surroundings.keys();
    }
  }

  private void place(ProvenanceRecord record) {
    int version = record.brief().version();
    String slug = surroundings.slug();
    if (surroundings.number() > 0 && surroundings.number() != version) {
      findings.add(
          Code.RECORD_WRONG_PLACE,
          Bundle.RECORD,
          "The record is of version " + version + " and stands in the folder of another.");
    }
    if (slug != null && !slug.equals(record.brief().slug())) {
      findings.add(
          Code.RECORD_WRONG_PLACE,
          Bundle.RECORD,
          "The record is of the brief \"" + record.brief().slug() + "\" and stands elsewhere.");
    }
  }

  private void chain(ProvenanceRecord record) {
    Digest named = record.brief().previous();
    if (named == null) {
      return;
    }
    byte[] previous = surroundings.previous();
    if (previous == null) {
      findings.add(
          Code.CHAIN_NOT_CHECKED,
          Bundle.RECORD,
          "The record names the one before it, which is not at hand.");
    } else if (Digest.of(previous).equals(named)) {
      findings.add(
          Code.CHAIN_FOLLOWS, Bundle.RECORD, "The record names the one before it, which is there.");
    } else {
      findings.add(
          Code.CHAIN_BROKEN,
          Bundle.RECORD,
          "The record names another one before it than the one that is there.");
    }
  }

  private boolean status(ProvenanceRecord record, boolean trustedRecord) {
    SignedStatus status = surroundings.status();
    if (status == null) {
      findings.add(
          Code.STATUS_NOT_CHECKED,
          Bundle.RECORD,
          "Whether the publisher has corrected or withdrawn this version since is not known here.");
      return false;
    }
    if (!status.brief().equals(record.brief().id())) {
      findings.add(
          Code.STATUS_DIFFERS, SignedStatus.FILE, "The signed status is of another brief.");
      return false;
    }
    return status.withdrawn(record.brief().version(), record.digest(), trustedRecord, findings);
  }
}
