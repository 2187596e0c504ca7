package colophon.verify;

import colophon.kernel.Digest;
import colophon.provenance.Envelope;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.Tombstone;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a bundle's tombstones say was erased, as far as a key at hand signed them. Where the record
 * is signed with a key obtained elsewhere, so must they be: a key that came along with the bundle
 * may be anybody's, who took the bytes out.
 */
final class ErasedThings {

  private static final String FOLDER = "erased/";
  private static final int MOST_FILES = 1_000;
  private static final int MOST_BYTES = 128 * 1024;

  private final Map<Digest, Tombstone> erased = new HashMap<>();
  private final SortedMap<String, Tombstone> unmentioned = new TreeMap<>();
  private final KnownKeys keys;
  private final boolean trustedRecord;
  private final Findings findings;

  private ErasedThings(KnownKeys keys, boolean trustedRecord, Findings findings) {
    this.keys = keys;
    this.trustedRecord = trustedRecord;
    this.findings = findings;
  }

  /**
   * Reads the tombstones in a bundle; one that is not to be believed is a finding.
   *
   * @param trustedRecord whether the version's record is signed with a key obtained elsewhere
   */
  static ErasedThings read(
      EvidenceZip zip, KnownKeys keys, boolean trustedRecord, Findings findings)
      throws IOException {
    var things = new ErasedThings(keys, trustedRecord, findings);
    int files = 0;
    for (ZipItem item : zip.items().tailMap(FOLDER).values()) {
      if (!item.name().startsWith(FOLDER)) {
        break;
      }
      if (++files > MOST_FILES) {
        findings.add(
            Code.BUNDLE_TOO_LARGE, FOLDER, "Only " + MOST_FILES + " tombstones are looked at.");
        break;
      }
      things.read(item.name(), zip.bytes(item, MOST_BYTES));
    }
    return things;
  }

  private void read(String name, byte[] file) {
    try {
      Envelope envelope = Envelope.parse(file);
      if (!envelope.payloadType().equals(Tombstone.PAYLOAD_TYPE)) {
        throw new ProvenanceFormatException(
            "expected " + Tombstone.PAYLOAD_TYPE + ", found \"" + envelope.payloadType() + "\"");
      }
      if (!(Signer.of(envelope, keys) instanceof Signer.Found found)) {
        forged(name, "None of the keys at hand signed the tombstone as it stands.");
        return;
      }
      Revocation revocation = keys.revocation(found.known().key().keyId());
      if (revocation != null) {
        forged(
            name,
            "The tombstone is signed with a key that was revoked as of "
                + revocation.at()
                + " ("
                + revocation.reason()
                + ").");
      } else if (trustedRecord && !found.known().trusted()) {
        forged(
            name,
            "The tombstone is signed with a key that is not among those you trust, though the"
                + " record is.");
      } else {
        Tombstone tombstone = Tombstone.parse(envelope.payload());
        tombstone.digests().forEach(digest -> erased.putIfAbsent(digest, tombstone));
        unmentioned.put(name, tombstone);
      }
    } catch (ProvenanceFormatException e) {
      findings.add(
          Code.ERASED_MALFORMED, name, "The tombstone cannot be read: " + e.getMessage() + ".");
    }
  }

  private void forged(String name, String why) {
    findings.add(Code.ERASED_FORGED, name, why);
  }

  /**
   * Whether what has that digest was erased, which then is a finding.
   *
   * @param place where it would stand
   * @param what it is, to begin a sentence with
   */
  boolean accountsFor(Digest digest, String place, String what) {
    Tombstone tombstone = erased.get(digest);
    if (tombstone == null) {
      return false;
    }
    unmentioned.values().removeIf(tombstone::equals);
    findings.add(
        Code.ERASED_BY_ORDER,
        place,
        what + " was " + tombstone.sentence() + "; its digest still stands in the signed record.");
    return true;
  }

  /** Says what else was erased: papers of the publisher that the record names by no digest. */
  void others() {
    unmentioned.forEach((name, tombstone) ->
        findings.add(
            Code.ERASED_BY_ORDER,
            name,
            "A paper of the publisher ("
                + tombstone.kind().replace('-', ' ')
                + ") was "
                + tombstone.sentence()
                + "; the signed record does not depend on it."));
  }
}
