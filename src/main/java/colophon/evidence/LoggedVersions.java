package colophon.evidence;

import colophon.attest.Attestor;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedSource;
import colophon.publication.PublicationStore;
import java.util.List;

/** What the logged versions of a brief name. */
final class LoggedVersions {

  private final PublicationStore publications;
  private final Attestor attestor;

  LoggedVersions(PublicationStore publications, Attestor attestor) {
    this.publications = publications;
    this.attestor = attestor;
  }

  /** The sources that their records list, each as often as it is listed. */
  List<RecordedSource> sources(String briefId) {
    return publications.outOrOnItsWay(briefId).stream()
        .flatMap(plan -> attestor.record(briefId, plan.version()).stream())
        .flatMap(record -> parse(record).sources().stream())
        .toList();
  }

  /** The drafts that they were made of. */
  List<String> drafts(String briefId) {
    return publications.outOrOnItsWay(briefId).stream()
        .flatMap(plan -> publications.draftOf(briefId, plan.version()).stream())
        .toList();
  }

  private static ProvenanceRecord parse(byte[] record) {
    try {
      return ProvenanceRecord.parse(record);
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("a logged record is damaged: " + e.getMessage(), e);
    }
  }
}
