package colophon.c2pa;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which chains of certificates lead to the anchors. The credentials of one publisher bring the same
 * chain again and again; each is followed once.
 */
final class Chains {

  /** How many chains are remembered; whatever comes after is followed each time. */
  private static final int MOST_REMEMBERED = 64;

  private final TrustAnchors anchors;
  private final Map<List<X509Certificate>, Boolean> signers = new ConcurrentHashMap<>();

  Chains(TrustAnchors anchors) {
    this.anchors = anchors;
  }

  TrustAnchors anchors() {
    return anchors;
  }

  /** Whether a signer's chain, its own certificate first, leads to an anchor for signers. */
  boolean lead(List<X509Certificate> chain) {
    Boolean known = signers.get(chain);
    if (known != null) {
      return known;
    }
    boolean leads =
        Certificates.lead(chain.getFirst(), chain.subList(1, chain.size()), anchors.signers());
    if (signers.size() < MOST_REMEMBERED) {
      signers.put(List.copyOf(chain), leads);
    }
    return leads;
  }
}
