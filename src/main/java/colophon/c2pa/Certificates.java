package colophon.c2pa;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Certificates as they stand in a credential: read, and led back to anchors. */
final class Certificates {

  private Certificates() {}

  static X509Certificate read(byte[] der, String where) throws C2paFormatException {
    try {
      var in = new ByteArrayInputStream(der);
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      if (Arrays.equals(certificate.getEncoded(), der)) {
        return certificate;
      }
    } catch (CertificateException | RuntimeException e) {
      // The JDK's parser answers hostile bytes with either; both mean the same.
    }
    throw new C2paFormatException(
        "expected an X.509 certificate in DER, found "
            + der.length
            + " bytes that are none, in "
            + where);
  }

  static List<X509Certificate> readAll(List<byte[]> ders, String where) throws C2paFormatException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (byte[] der : ders) {
      certificates.add(read(der, where));
    }
    return certificates;
  }

  /**
   * Whether a certificate leads to one of the anchors by way of the others, or is one itself. Dates
   * are not asked here: they have findings of their own.
   */
  static boolean lead(
      X509Certificate signer,
      Collection<X509Certificate> others,
      Collection<X509Certificate> anchors) {
    if (anchors.contains(signer)) {
      return true;
    }
    if (anchors.isEmpty()) {
      return false;
    }
    try {
      Set<TrustAnchor> roots = new HashSet<>();
      anchors.forEach(anchor -> roots.add(new TrustAnchor(anchor, null)));
      var target = new X509CertSelector();
      target.setCertificate(signer);
      var parameters = new PKIXBuilderParameters(roots, target);
      parameters.setRevocationEnabled(false);
      parameters.setMaxPathLength(CoseSignature.MOST_CERTIFICATES);
      parameters.setDate(commonDay(signer, others));
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      // No path, or a certificate that the JDK cannot follow: it does not lead there.
      return false;
    }
  }

  /** The first day on which all of these are valid, if they ever are all at once. */
  private static Date commonDay(X509Certificate signer, Collection<X509Certificate> others) {
    Date day = signer.getNotBefore();
    for (X509Certificate other : others) {
      day = other.getNotBefore().after(day) ? other.getNotBefore() : day;
    }
    return day;
  }

  /** Whether all of these are valid at a time. */
  static boolean validAt(Collection<X509Certificate> certificates, Instant time) {
    return certificates.stream()
        .allMatch(certificate ->
            !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant()));
  }
}
