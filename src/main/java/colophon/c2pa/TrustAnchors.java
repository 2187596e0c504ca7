package colophon.c2pa;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Certificates that were obtained elsewhere and are believed.
 *
 * @param signers roots of those who sign manifests
 * @param timeStampers roots of those who sign time stamps
 */
public record TrustAnchors(List<X509Certificate> signers, List<X509Certificate> timeStampers) {

  /** Believes nobody: nothing comes out better than valid. */
  public static final TrustAnchors NONE = new TrustAnchors(List.of(), List.of());

  public TrustAnchors {
    signers = List.copyOf(signers);
    timeStampers = List.copyOf(timeStampers);
  }
}
