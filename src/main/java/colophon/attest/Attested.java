package colophon.attest;

import colophon.edition.Artefact;
import colophon.edition.VersionPlan;
import colophon.kernel.Digest;
import java.util.List;

/**
 * An edition with its signed record and its place in the log. Only this room makes one, and only
 * from what the log holds; a publisher takes nothing else.
 */
public final class Attested {

  private final VersionPlan plan;
  private final List<Artefact> artefacts;
  private final byte[] record;
  private final byte[] envelope;
  private final int epoch;
  private final long entryIndex;

  Attested(
      VersionPlan plan,
      List<Artefact> artefacts,
      byte[] record,
      byte[] envelope,
      int epoch,
      long entryIndex) {
    this.plan = plan;
    this.artefacts = List.copyOf(artefacts);
    this.record = record.clone();
    this.envelope = envelope.clone();
    this.epoch = epoch;
    this.entryIndex = entryIndex;
  }

  public VersionPlan plan() {
    return plan;
  }

  public List<Artefact> artefacts() {
    return artefacts;
  }

  /** The canonical bytes of the record. */
  public byte[] record() {
    return record.clone();
  }

  public Digest recordDigest() {
    return Digest.of(record);
  }

  /** The DSSE envelope with the in-toto statement, as JSON. */
  public byte[] envelope() {
    return envelope.clone();
  }

  /** The epoch of the log that holds it, from 1. */
  int epoch() {
    return epoch;
  }

  /** Where that log holds it, from 0. */
  public long entryIndex() {
    return entryIndex;
  }
}
