package colophon.verify;

import colophon.provenance.ProvenanceRecord;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One version of a site, with the files that were verified.
 *
 * @param place from the site, such as {@code briefs/SLUG/v2}
 * @param record as it was signed; null where nothing can be built on
 * @param state what the signed status calls it today, such as {@code current}; empty where no
 *     status that can be relied on speaks of it
 * @param faults what was found wrong; empty where it is intact
 */
public record VerifiedVersion(
    String place,
    Outcome outcome,
    @Nullable ProvenanceRecord record,
    String state,
    SortedMap<String, byte[]> files,
    List<Finding> faults) {

  public VerifiedVersion {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    faults = List.copyOf(faults);
  }
}
