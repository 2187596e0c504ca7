package colophon.publication;

import colophon.attest.Attestor;
import colophon.edition.VersionPlan;
import colophon.provenance.ProvJson;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The history of a brief as readers' own tools take it: a projection of the records of its versions
 * that are out, whatever has become of them since. A withdrawn version's record stays public, so
 * its part of the history does.
 */
final class BriefHistory {

  /** Its place in the brief's folder. */
  static final String FILE = ProvJson.FILE;

  private BriefHistory() {}

  /** The file's bytes; at least one version. */
  static byte[] of(List<VersionPlan> versions, Attestor attestor) {
    var records = new ArrayList<ProvenanceRecord>();
    for (VersionPlan version : versions) {
      byte[] record = attestor.record(version.briefId(), version.version()).orElseThrow();
      try {
        records.add(ProvenanceRecord.parse(record));
      } catch (ProvenanceFormatException e) {
        throw new IllegalStateException("a logged record is damaged: " + e.getMessage(), e);
      }
    }
    return ProvJson.bytes(records);
  }
}
