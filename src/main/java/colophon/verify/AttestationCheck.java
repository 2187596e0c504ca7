package colophon.verify;

import colophon.kernel.CanonicalJson;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedArtefact;
import colophon.provenance.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Envelope, statement and record: do they fit, and who signed them. */
final class AttestationCheck {

  private AttestationCheck() {}

  /** The attestation, signed or not, or null where there is nothing to go on with. */
  static @Nullable Attestation check(Map<String, byte[]> files, KnownKeys keys, Findings findings) {
    byte[] json = files.get(Bundle.ATTESTATION);
    if (json == null) {
      findings.add(
          Code.ATTESTATION_MISSING,
          Bundle.ATTESTATION,
          "There is no signed statement, so nothing here can be checked.");
      return null;
    }
    Envelope envelope;
    try {
      envelope = Envelope.parse(json);
    } catch (ProvenanceFormatException e) {
      findings.add(
          Code.ATTESTATION_MALFORMED,
          Bundle.ATTESTATION,
          "The signed statement cannot be read: " + e.getMessage() + ".");
      return null;
    }
    if (!envelope.payloadType().equals(Envelope.IN_TOTO)) {
      findings.add(
          Code.ATTESTATION_PAYLOAD_TYPE,
          Bundle.ATTESTATION,
          "The envelope holds \""
              + envelope.payloadType()
              + "\" and not a statement ("
              + Envelope.IN_TOTO
              + ").");
      return null;
    }
    if (!Arrays.equals(envelope.bytes(), json)) {
      findings.add(
          Code.ATTESTATION_NOT_CANONICAL,
          Bundle.ATTESTATION,
          "The envelope can be read, but these are not the bytes in which it was published.");
    }
    KnownKeys.Known signer = signer(envelope, keys, findings);
    try {
      return new Attestation(envelope, Statement.parse(envelope.payload()), signer);
    } catch (ProvenanceFormatException e) {
      findings.add(
          Code.STATEMENT_MALFORMED,
          Bundle.ATTESTATION,
          "The statement in the envelope cannot be read: " + e.getMessage() + ".");
      return null;
    }
  }

  private static KnownKeys.@Nullable Known signer(
      Envelope envelope, KnownKeys keys, Findings findings) {
    Signer signer = Signer.of(envelope, keys);
    if (signer instanceof Signer.Found found) {
      String id = found.known().key().keyId();
      findings.add(
          Code.ATTESTATION_SIGNED,
          Bundle.ATTESTATION,
          "The statement is signed by the key " + id + ".");
      if (!found.known().trusted()) {
        findings.add(
            Code.SIGNER_UNKNOWN,
            id,
            (keys.elsewhere().isEmpty() ? "" : "None of the keys you gave signed the statement. ")
                + "The key that signed the statement was found beside it; whose it is this cannot"
                + " show.");
      }
      return found.known();
    }
    if (signer instanceof Signer.Forged forged) {
      findings.add(
          Code.ATTESTATION_FORGED,
          Bundle.ATTESTATION,
          "The statement names the key "
              + forged.known().key().keyId()
              + ", and that key did not sign it as it stands.");
      return null;
    }
    findings.add(
        Code.ATTESTATION_KEY_UNKNOWN,
        Bundle.ATTESTATION,
        envelope.keyId().isEmpty()
            ? "None of the keys at hand signed the statement."
            : "The statement names the key \""
                + envelope.keyId()
                + "\", which is not among the keys at hand, so its signature cannot be checked.");
    return null;
  }

  /** Whether {@code record.json} is the record of the statement, and the statement fits it. */
  static void checkRecord(
      Map<String, byte[]> files, Statement statement, boolean needed, Findings findings) {
    byte[] stated = statement.record().bytes();
    byte[] found = files.get(Bundle.RECORD);
    if (found == null) {
      if (needed) {
        findings.add(
            Code.RECORD_MISSING,
            Bundle.RECORD,
            "The record is missing, though the signed statement holds it.");
      }
    } else if (Arrays.equals(found, stated)) {
      findings.add(
          Code.RECORD_MATCHES, Bundle.RECORD, "The record is the one in the signed statement.");
    } else {
      different(found, stated, findings);
    }
    if (!fit(statement.subjects(), statement.record().brief().artefacts())) {
      findings.add(
          Code.RECORD_SUBJECTS_DIFFER,
          Bundle.ATTESTATION,
          "The files that the statement is about are not the files that its record lists.");
    }
  }

  private static void different(byte[] found, byte[] stated, Findings findings) {
    try {
      byte[] canonical =
          CanonicalJson.bytes(JsonReader.readObject(found, ProvenanceRecord.MOST_BYTES));
      if (Arrays.equals(canonical, stated)) {
        findings.add(
            Code.RECORD_NOT_CANONICAL,
            Bundle.RECORD,
            "The record says what the signed statement says, but not in its canonical bytes.");
      } else {
        findings.add(
            Code.RECORD_DIFFERS,
            Bundle.RECORD,
            "The record differs from the one in the signed statement.");
      }
    } catch (JsonFormatException e) {
      findings.add(
          Code.RECORD_MALFORMED, Bundle.RECORD, "The record cannot be read: " + e.getMessage());
    }
  }

  private static boolean fit(List<Statement.Subject> subjects, List<RecordedArtefact> artefacts) {
    if (subjects.size() != artefacts.size()) {
      return false;
    }
    for (int i = 0; i < subjects.size(); i++) {
      Statement.Subject subject = subjects.get(i);
      RecordedArtefact artefact = artefacts.get(i);
      if (!subject.name().equals(artefact.name()) || !subject.digest().equals(artefact.digest())) {
        return false;
      }
    }
    return true;
  }
}
