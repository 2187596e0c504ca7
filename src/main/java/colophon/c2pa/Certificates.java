package colophon.c2pa;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
      List<X509Certificate> path = path(signer, others, anchors);
      Set<TrustAnchor> roots = new HashSet<>();
      anchors.forEach(anchor -> roots.add(new TrustAnchor(anchor, null)));
      var parameters = new PKIXParameters(roots);
      parameters.setRevocationEnabled(false);
      parameters.setDate(commonDay(path));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      // No path, or a certificate that the JDK cannot follow: it does not lead there.
      return false;
    }
  }

  /**
   * From a certificate upwards, until an anchor issued one. It never turns back: looking for every
   * path through certificates that an attacker chose could take as long as the attacker likes.
   */
  private static List<X509Certificate> path(
      X509Certificate signer,
      Collection<X509Certificate> others,
      Collection<X509Certificate> anchors) {
    List<X509Certificate> path = new ArrayList<>(List.of(signer));
    List<X509Certificate> left = new ArrayList<>(others);
    left.removeIf(other -> other.equals(signer) || anchors.contains(other));
    boolean found = true;
    while (found && anchors.stream().noneMatch(anchor -> issued(anchor, path.getLast()))) {
      Optional<X509Certificate> next =
          left.stream().filter(other -> issued(other, path.getLast())).findFirst();
      next.ifPresent(path::add);
      found = next.map(left::remove).orElse(false);
    }
    return path;
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The first day on which all of these are valid, if they ever are all at once. */
  private static Date commonDay(List<X509Certificate> path) {
    return path.stream()
        .map(X509Certificate::getNotBefore)
        .max(Date::compareTo)
        .orElseThrow(() -> new IllegalStateException("a path has a certificate"));
  }

  /** Whether all of these are valid at a time. */
  static boolean validAt(Collection<X509Certificate> certificates, Instant time) {
    return certificates.stream()
        .allMatch(certificate ->
            !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant()));
  }
}
