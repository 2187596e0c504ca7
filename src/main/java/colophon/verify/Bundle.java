package colophon.verify;

import colophon.c2pa.ManifestStore;
import colophon.provenance.SigstoreBundle;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one published version, by their names in its folder.
 *
 * @param name what to call it in a report, such as {@code briefs/SLUG/v2}
 */
public record Bundle(String name, SortedMap<String, byte[]> files) {

  /** The canonical record. */
  public static final String RECORD = "record.json";

  /** The DSSE envelope of the statement. */
  public static final String ATTESTATION = "attestation.dsse.json";

  /** The log proof with its checkpoint. */
  public static final String PROOF = "record.tlog-proof";

  /** The same proof in sigstore's form. */
  public static final String SIGSTORE = SigstoreBundle.FILE;

  /** Public keys that came along; they make it {@link Outcome#VALID} at most. */
  public static final String KEYS = "keys.json";

  public Bundle {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Whether a file of that name carries proof, and is no artefact. */
  static boolean isProof(String name) {
    return name.equals(RECORD)
        || name.equals(ATTESTATION)
        || name.equals(PROOF)
        || name.equals(SIGSTORE)
        || name.endsWith(ManifestStore.FILE_ENDING)
        || name.equals(KEYS);
  }
}
