package colophon.provenance;

import static colophon.fuzz.FuzzTarget.require;

import colophon.fuzz.FuzzTarget;
import java.util.Arrays;
import java.util.List;

/** The readers of envelope, statement and record. */
public final class ProvenanceTargets {

  private static final StatementSigner SIGNER = SampleKeys.statement(StatementKey.Algorithm.ES256);

  private ProvenanceTargets() {}

  public static List<FuzzTarget> all() {
    return List.of(
        new FuzzTarget(
            "envelope",
            () -> List.of(Statement.of(SampleRecord.record()).sign(SIGNER).bytes()),
            ProvenanceTargets::envelope),
        new FuzzTarget(
            "statement",
            () -> List.of(Statement.of(SampleRecord.record()).bytes()),
            ProvenanceTargets::statement),
        new FuzzTarget(
            "record",
            () -> List.of(SampleRecord.record().bytes(), SampleRecord.record(1, null).bytes()),
            ProvenanceTargets::record),
        new FuzzTarget(
            "key",
            () ->
                List.of(
                    SIGNER.key().spki(),
                    SampleKeys.statement(StatementKey.Algorithm.ED25519).key().spki()),
            ProvenanceTargets::key));
  }

  private static void envelope(byte[] input) throws ProvenanceFormatException {
    Envelope envelope;
    try {
      envelope = Envelope.parse(input);
    } catch (ProvenanceFormatException e) {
      return;
    }
    envelope.signedBy(SIGNER.key());
    require(
        Arrays.equals(Envelope.parse(envelope.bytes()).bytes(), envelope.bytes()),
        "an envelope that was written is read");
  }

  private static void statement(byte[] input) throws ProvenanceFormatException {
    Statement statement;
    try {
      statement = Statement.parse(input);
    } catch (ProvenanceFormatException e) {
      return;
    }
    require(
        Arrays.equals(Statement.parse(statement.bytes()).bytes(), statement.bytes()),
        "a statement that was written is read");
  }

  private static void record(byte[] input) throws ProvenanceFormatException {
    ProvenanceRecord record;
    try {
      record = ProvenanceRecord.parse(input);
    } catch (ProvenanceFormatException e) {
      return;
    }
    require(
        ProvenanceRecord.parse(record.bytes()).digest().equals(record.digest()),
        "a record that was written is read");
    Statement.of(record).sign(SIGNER);
  }

  private static void key(byte[] input) {
    try {
      StatementKey.parse(input);
    } catch (ProvenanceFormatException e) {
      // Refused, as it may be.
    }
  }
}
