package colophon.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys at hand, those obtained elsewhere first. */
record KnownKeys(TrustRoot elsewhere, TrustRoot beside) {

  static final KnownKeys NONE = new KnownKeys(TrustRoot.NONE, TrustRoot.NONE);

  /** One key, and whether it was obtained elsewhere. */
  record Known(PublishedKey key, boolean trusted) {}

  /** The keys of that use. */
  List<Known> of(PublishedKey.Use use) {
    var known = new ArrayList<Known>();
    add(known, elsewhere, use, true);
    add(known, beside, use, false);
    return known;
  }

  /** The earliest time from which anybody says that a key is not to be believed; null for never. */
  @Nullable Revocation revocation(String keyId) {
    Revocation earliest = null;
    for (PublishedKey.Use use : PublishedKey.Use.values()) {
      for (Known known : of(use)) {
        Revocation revoked = known.key().revoked();
        if (revoked != null
            && known.key().keyId().equals(keyId)
            && (earliest == null || revoked.at().isBefore(earliest.at()))) {
          earliest = revoked;
        }
      }
    }
    return earliest;
  }

  /** These keys and more that lie beside what they check. */
  KnownKeys and(TrustRoot moreBeside) {
    return new KnownKeys(elsewhere, beside.and(moreBeside));
  }

  private static void add(
      List<Known> known, TrustRoot root, PublishedKey.Use use, boolean trusted) {
    for (PublishedKey key : root.keys()) {
      if (key.use() == use) {
        known.add(new Known(key, trusted));
      }
    }
  }
}
