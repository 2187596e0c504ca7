package colophon.c2pa;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a certificate must be to sign a claim or a time stamp (section 14.5.1). */
public final class CertificateProfile {

  /** The purpose of signing claims (c2pa-kp-claimSigning). */
  public static final String CLAIM_SIGNING = "1.3.6.1.4.1.62558.2.1";

  /** The purpose of signing time stamps (RFC 3161). */
  public static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

  private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
  private static final String ANY_PURPOSE = "2.5.29.37.0";
  private static final String AUTHORITY_KEY = "2.5.29.35";
  private static final String SUBJECT_KEY = "2.5.29.14";
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int SIGN_CERTIFICATES = 5;
  private static final int LEAST_RSA_BITS = 2_048;

  private static final Set<String> SIGNATURE_ALGORITHMS =
      Set.of(
          "1.2.840.10045.4.3.2", // ECDSA with SHA-256, 384, 512
          "1.2.840.10045.4.3.3",
          "1.2.840.10045.4.3.4",
          "1.2.840.113549.1.1.11", // RSA with SHA-256, 384, 512
          "1.2.840.113549.1.1.12",
          "1.2.840.113549.1.1.13",
          "1.2.840.113549.1.1.10", // RSASSA-PSS
          "1.3.101.112"); // Ed25519

  private static final List<ECParameterSpec> CURVES =
      List.of(curve("secp256r1"), curve("secp384r1"), curve("secp521r1"));

  private CertificateProfile() {}

  /** Why a certificate may not sign claims, in one clause; empty where it may. */
  public static Optional<String> claimSigner(X509Certificate certificate) {
    return leaf(certificate, CLAIM_SIGNING);
  }

  /** Why a certificate may not sign time stamps, in one clause; empty where it may. */
  static Optional<String> timeStamper(X509Certificate certificate) {
    return leaf(certificate, TIME_STAMPING);
  }

  /** Why a certificate may not stand between a signer and an anchor; empty where it may. */
  static Optional<String> authority(X509Certificate certificate) {
    String fault = general(certificate);
    if (fault == null && certificate.getBasicConstraints() < 0) {
      fault = "it is no certificate authority's (basic constraints)";
    }
    if (fault == null && !uses(certificate, SIGN_CERTIFICATES)) {
      fault = "its key may not sign certificates (key usage)";
    }
    if (fault == null && certificate.getExtensionValue(SUBJECT_KEY) == null) {
      fault = "it has no subject key identifier";
    }
    return Optional.ofNullable(fault);
  }

  private static Optional<String> leaf(X509Certificate certificate, String purpose) {
    String fault = general(certificate);
    if (fault == null && certificate.getBasicConstraints() >= 0) {
      fault = "it is a certificate authority's";
    }
    if (fault == null && uses(certificate, SIGN_CERTIFICATES)) {
      fault = "its key may sign certificates, though it is no authority's (key usage)";
    }
    if (fault == null && !uses(certificate, DIGITAL_SIGNATURE)) {
      fault = "its key may not sign (key usage digitalSignature)";
    }
    return Optional.ofNullable(fault == null ? purposeFault(certificate, purpose) : fault);
  }

  private static @Nullable String general(X509Certificate certificate) {
    if (certificate.getVersion() != 3) {
      return "it is of version " + certificate.getVersion() + ", not 3";
    }
    if (certificate.getIssuerUniqueID() != null || certificate.getSubjectUniqueID() != null) {
      return "it has a unique identifier, which is forbidden";
    }
    if (!SIGNATURE_ALGORITHMS.contains(certificate.getSigAlgOID())) {
      return "it is signed with an algorithm that is not allowed ("
          + certificate.getSigAlgOID()
          + ")";
    }
    if (!isAllowed(certificate.getPublicKey())) {
      return "its key is of a kind or size that is not allowed";
    }
    if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return "it is signed by itself";
    }
    if (certificate.getExtensionValue(AUTHORITY_KEY) == null) {
      return "it has no authority key identifier";
    }
    if (certificate.hasUnsupportedCriticalExtension()) {
      return "it has a critical extension that is not known";
    }
    return null;
  }

  private static @Nullable String purposeFault(X509Certificate certificate, String purpose) {
    List<String> purposes;
    try {
      purposes = certificate.getExtendedKeyUsage();
    } catch (CertificateParsingException e) {
      return "its extended key usage cannot be read";
    }
    if (purposes == null || !purposes.contains(purpose)) {
      return "it was not given for this purpose (extended key usage " + purpose + ")";
    }
    if (purposes.contains(ANY_PURPOSE)) {
      return "it was given for any purpose, which is forbidden";
    }
    boolean exclusive = purposes.contains(TIME_STAMPING) || purposes.contains(OCSP_SIGNING);
    if (exclusive && purposes.size() > 1) {
      return "it was given for time stamps or OCSP answers and for something else";
    }
    return null;
  }

  private static boolean uses(X509Certificate certificate, int bit) {
    boolean[] usage = certificate.getKeyUsage();
    return usage != null && usage[bit];
  }

  private static boolean isAllowed(PublicKey key) {
    return switch (key) {
      case ECPublicKey curve -> CURVES.stream().anyMatch(known -> same(known, curve.getParams()));
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
      case EdECPublicKey edwards -> edwards.getParams().getName().equals("Ed25519");
      default -> false;
    };
  }

  /** Whether a key lies on the curve that ES256 is meant for. */
  static boolean onP256(PublicKey key) {
    return key instanceof ECPublicKey curve && same(CURVES.getFirst(), curve.getParams());
  }

  private static boolean same(ECParameterSpec known, ECParameterSpec other) {
    BigInteger order = known.getOrder();
    return order.equals(other.getOrder())
        && known.getCurve().equals(other.getCurve())
        && known.getGenerator().equals(other.getGenerator());
  }

  private static ECParameterSpec curve(String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }
}
