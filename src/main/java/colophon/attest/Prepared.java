package colophon.attest;

import colophon.edition.Edition;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceRecord;

/** An edition with its record signed and not yet logged; nothing of it may be shown to a reader. */
public final class Prepared {

  private final Edition edition;
  private final ProvenanceRecord record;
  private final Envelope envelope;

  Prepared(Edition edition, ProvenanceRecord record, Envelope envelope) {
    this.edition = edition;
    this.record = record;
    this.envelope = envelope;
  }

  Edition edition() {
    return edition;
  }

  ProvenanceRecord record() {
    return record;
  }

  Envelope envelope() {
    return envelope;
  }
}
