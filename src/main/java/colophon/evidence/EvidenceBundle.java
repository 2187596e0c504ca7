package colophon.evidence;

import colophon.edition.VersionPlan;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of an evidence bundle, by their paths in it.
 *
 * @param plan the version it is of
 * @param entries every file, README and manifest among them
 */
public record EvidenceBundle(VersionPlan plan, SortedMap<String, byte[]> entries) {

  public EvidenceBundle {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /** What to call the file, such as {@code aldermouth-flood-wall-v2.evidence.zip}. */
  public String fileName() {
    return plan.slug() + "-v" + plan.version() + ".evidence.zip";
  }

  /** The bundle as one file. */
  public byte[] zip() {
    return StoredZip.of(entries);
  }
}
