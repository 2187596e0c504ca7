package colophon.verify;

/**
 * The stable name of a kind of finding; {@code docs/findings.md} explains each. A code is never
 * given another meaning.
 */
public enum Code {
  ATTESTATION_SIGNED("attestation.signed", Severity.PASSED),
  RECORD_MATCHES("record.matches", Severity.PASSED),
  ARTEFACT_UNCHANGED("artefact.unchanged", Severity.PASSED),
  LABEL_PRESENT("label.present", Severity.PASSED),
  PROOF_INCLUDED("proof.included", Severity.PASSED),
  CHECKPOINT_SIGNED("checkpoint.signed", Severity.PASSED),
  WITNESS_COSIGNED("witness.cosigned", Severity.PASSED),
  CHAIN_FOLLOWS("chain.follows", Severity.PASSED),
  STATUS_CURRENT("status.current", Severity.PASSED),
  CREDENTIAL_INTACT("credential.intact", Severity.PASSED),
  SIGSTORE_MATCHES("sigstore.matches", Severity.PASSED),
  TIME_STAMPED("time.stamped", Severity.PASSED),
  LOG_WHOLE("log.whole", Severity.PASSED),
  VERSION_INTACT("version.intact", Severity.PASSED),
  HISTORY_MATCHES("history.matches", Severity.PASSED),
  MANIFEST_MATCHES("manifest.matches", Severity.PASSED),
  SNAPSHOT_ARCHIVED("snapshot.archived", Severity.PASSED),
  CITATION_FOUND("citation.found", Severity.PASSED),
  MODEL_MATCHES("model.matches", Severity.PASSED),

  SIGNER_UNKNOWN("signer.unknown", Severity.NOTED),
  LOG_UNKNOWN("log.unknown", Severity.NOTED),
  BUNDLE_UNSIGNED("bundle.unsigned", Severity.NOTED),
  TRUST_INSIDE("trust.inside", Severity.NOTED),
  WITNESS_NONE("witness.none", Severity.NOTED),
  TIME_UNTRUSTED("time.untrusted", Severity.NOTED),
  LOG_NOT_COMPUTED("log.not-computed", Severity.NOTED),
  CREDENTIAL_NONE("credential.none", Severity.NOTED),
  CREDENTIAL_EXPIRED("credential.expired", Severity.NOTED),
  CREDENTIAL_SIGNER_UNKNOWN("credential.signer-unknown", Severity.NOTED),
  CREDENTIAL_RECORD_NOT_CHECKED("credential.record-not-checked", Severity.NOTED),
  SIGNER_REVOKED_LATER("signer.revoked-later", Severity.NOTED),
  CHAIN_NOT_CHECKED("chain.not-checked", Severity.NOTED),
  STATUS_NOT_CHECKED("status.not-checked", Severity.NOTED),
  STATUS_SUPERSEDED("status.superseded", Severity.NOTED),
  STATUS_WITHDRAWN("status.withdrawn", Severity.NOTED),
  ARTEFACT_WITHDRAWN("artefact.withdrawn", Severity.NOTED),
  ARTEFACT_RENAMED("artefact.renamed", Severity.NOTED),
  ARTEFACT_NOT_CHECKED("artefact.not-checked", Severity.NOTED),
  LABEL_NOT_CHECKED("label.not-checked", Severity.NOTED),
  HISTORY_NOT_CHECKED("history.not-checked", Severity.NOTED),
  ERASED_BY_ORDER("erased.by-order", Severity.NOTED),
  FILE_IGNORED("file.ignored", Severity.NOTED),

  ATTESTATION_MISSING("attestation.missing", Severity.FAILED),
  ATTESTATION_MALFORMED("attestation.malformed", Severity.FAILED),
  ATTESTATION_NOT_CANONICAL("attestation.not-canonical", Severity.FAILED),
  ATTESTATION_PAYLOAD_TYPE("attestation.payload-type", Severity.FAILED),
  ATTESTATION_KEY_UNKNOWN("attestation.key-unknown", Severity.FAILED),
  ATTESTATION_FORGED("attestation.forged", Severity.FAILED),
  STATEMENT_MALFORMED("statement.malformed", Severity.FAILED),
  RECORD_MISSING("record.missing", Severity.FAILED),
  RECORD_MALFORMED("record.malformed", Severity.FAILED),
  RECORD_NOT_CANONICAL("record.not-canonical", Severity.FAILED),
  RECORD_DIFFERS("record.differs", Severity.FAILED),
  RECORD_SUBJECTS_DIFFER("record.subjects-differ", Severity.FAILED),
  RECORD_INCONSISTENT("record.inconsistent", Severity.FAILED),
  RECORD_UNCITED("record.uncited", Severity.FAILED),
  RECORD_WRONG_PLACE("record.wrong-place", Severity.FAILED),
  ARTEFACT_MISSING("artefact.missing", Severity.FAILED),
  ARTEFACT_CHANGED("artefact.changed", Severity.FAILED),
  ARTEFACT_TEXT_DIFFERS("artefact.text-differs", Severity.FAILED),
  ARTEFACT_UNEXPECTED("artefact.unexpected", Severity.FAILED),
  LABEL_MISSING("label.missing", Severity.FAILED),
  PROOF_MISSING("proof.missing", Severity.FAILED),
  PROOF_MALFORMED("proof.malformed", Severity.FAILED),
  PROOF_NOT_INCLUDED("proof.not-included", Severity.FAILED),
  CHECKPOINT_MALFORMED("checkpoint.malformed", Severity.FAILED),
  CHECKPOINT_KEY_UNKNOWN("checkpoint.key-unknown", Severity.FAILED),
  CHECKPOINT_FORGED("checkpoint.forged", Severity.FAILED),
  CREDENTIAL_INVALID("credential.invalid", Severity.FAILED),
  CREDENTIAL_FOREIGN("credential.foreign", Severity.FAILED),
  CREDENTIAL_DIFFERS("credential.differs", Severity.FAILED),
  SIGSTORE_MALFORMED("sigstore.malformed", Severity.FAILED),
  SIGSTORE_DIFFERS("sigstore.differs", Severity.FAILED),
  SIGNER_REVOKED("signer.revoked", Severity.FAILED),
  LOG_REVOKED("log.revoked", Severity.FAILED),
  WITNESS_FORGED("witness.forged", Severity.FAILED),
  CHAIN_BROKEN("chain.broken", Severity.FAILED),
  STATUS_MALFORMED("status.malformed", Severity.FAILED),
  STATUS_FORGED("status.forged", Severity.FAILED),
  STATUS_DIFFERS("status.differs", Severity.FAILED),
  LOG_DIFFERS("log.differs", Severity.FAILED),
  HISTORY_DIFFERS("history.differs", Severity.FAILED),
  LOG_FORKED("log.forked", Severity.FAILED),
  KEYS_MALFORMED("keys.malformed", Severity.FAILED),
  FILE_UNREADABLE("file.unreadable", Severity.FAILED),
  FILE_TOO_LARGE("file.too-large", Severity.FAILED),
  FOLDER_TOO_LARGE("folder.too-large", Severity.FAILED),
  BUNDLE_MALFORMED("bundle.malformed", Severity.FAILED),
  BUNDLE_UNSAFE("bundle.unsafe", Severity.FAILED),
  BUNDLE_TOO_LARGE("bundle.too-large", Severity.FAILED),
  BUNDLE_DAMAGED("bundle.damaged", Severity.FAILED),
  MANIFEST_MISSING("manifest.missing", Severity.FAILED),
  MANIFEST_MALFORMED("manifest.malformed", Severity.FAILED),
  MANIFEST_DIFFERS("manifest.differs", Severity.FAILED),
  ARCHIVE_MALFORMED("archive.malformed", Severity.FAILED),
  ARCHIVE_DIFFERS("archive.differs", Severity.FAILED),
  SNAPSHOT_MISSING("snapshot.missing", Severity.FAILED),
  TEXT_MISSING("text.missing", Severity.FAILED),
  TEXT_DIFFERS("text.differs", Severity.FAILED),
  CITATION_DIFFERS("citation.differs", Severity.FAILED),
  MODEL_MISSING("model.missing", Severity.FAILED),
  MODEL_DIFFERS("model.differs", Severity.FAILED),
  ERASED_FORGED("erased.forged", Severity.FAILED),
  ERASED_MALFORMED("erased.malformed", Severity.FAILED),

  TARGET_MISSING("target.missing", Severity.FAILED),
  TARGET_NOTHING("target.nothing", Severity.FAILED),
  TRUST_MALFORMED("trust.malformed", Severity.FAILED),
  VERIFIER_FAULT("verifier.fault", Severity.FAILED);

  private final String text;
  private final Severity severity;

  Code(String text, Severity severity) {
    this.text = text;
    this.severity = severity;
  }

  /** The code as it is printed. */
  public String text() {
    return text;
  }

  /** What it means for the outcome. */
  public Severity severity() {
    return severity;
  }

  /** Whether the question could not even be asked: the command was given something wrong. */
  boolean usage() {
    return this == TARGET_MISSING || this == TARGET_NOTHING || this == TRUST_MALFORMED;
  }
}
