package colophon.verify;

import colophon.provenance.ProvenanceRecord;
import org.jspecify.annotations.Nullable;

/**
 * What came of one version.
 *
 * @param record as stated, signed or not; null where none could be read
 * @param place in the log; null where none is shown
 * @param artefacts how many were found unchanged
 * @param trusted whether statement and checkpoint are signed with keys obtained elsewhere
 */
record VersionResult(
    @Nullable ProvenanceRecord record, @Nullable LogPlace place, int artefacts, boolean trusted) {

  static final VersionResult NOTHING = new VersionResult(null, null, 0, false);
}
