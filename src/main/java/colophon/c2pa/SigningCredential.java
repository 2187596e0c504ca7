package colophon.c2pa;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A private key on P-256 with the certificates that say whose it is, while it signs. The key may
 * live in a file or in a module: only the JDK's {@link Signature} ever sees it.
 */
public final class SigningCredential {

  private static final byte[] PROBE = {1, 2, 3};

  /**
   * In names as RFC 2253 writes them. c2pa-rs gives claimSignature.mismatch where there is none.
   */
  private static final Pattern ORGANISATION = Pattern.compile("(^|,|\\+)O=[^,]");

  private final PrivateKey key;
  private final List<byte[]> chain;
  private final X509Certificate certificate;

  private SigningCredential(PrivateKey key, List<byte[]> chain, X509Certificate certificate) {
    this.key = key;
    this.chain = chain;
    this.certificate = certificate;
  }

  /**
   * A credential that may sign claims.
   *
   * @param chain certificates in DER, the signer's first, without the root
   * @throws C2paFormatException where the certificates are not what the profile of section 14.5.1
   *     asks for, or the key is not theirs
   */
  public static SigningCredential of(PrivateKey key, List<byte[]> chain)
      throws C2paFormatException {
    if (chain.isEmpty() || chain.size() > CoseSignature.MOST_CERTIFICATES) {
      throw new C2paFormatException(
          "expected 1 to "
              + CoseSignature.MOST_CERTIFICATES
              + " certificates to sign with, found "
              + chain.size());
    }
    List<X509Certificate> read = Certificates.readAll(chain, "the signing certificates");
    X509Certificate leaf = read.getFirst();
    Optional<String> fault = CertificateProfile.claimSigner(leaf);
    for (X509Certificate authority : read.subList(1, read.size())) {
      fault = fault.or(() -> CertificateProfile.authority(authority));
    }
    if (fault.isPresent()) {
      throw new C2paFormatException(
          "the certificate of "
              + leaf.getSubjectX500Principal()
              + " cannot sign content credentials: "
              + fault.get());
    }
    if (!ORGANISATION.matcher(leaf.getSubjectX500Principal().getName()).find()) {
      throw new C2paFormatException(
          "expected the organisation (O) in the name of the signing certificate, found \""
              + leaf.getSubjectX500Principal()
              + "\"; readers show it, and refuse signatures without it");
    }
    if (!CertificateProfile.onP256(leaf.getPublicKey())) {
      throw new C2paFormatException(
          "expected a signing key on the curve P-256 (ES256), found another kind");
    }
    var credential = new SigningCredential(key, List.copyOf(chain), leaf);
    byte[] probe;
    try {
      probe = credential.signature(PROBE);
    } catch (GeneralSecurityException e) {
      throw new C2paFormatException("the signing key cannot sign: " + e.getMessage());
    }
    if (!CoseAlgorithm.ES256.verifies(leaf.getPublicKey(), PROBE, probe)) {
      throw new C2paFormatException("the signing key is not the one that the certificate names");
    }
    return credential;
  }

  /** The certificates in DER, the signer's first. */
  List<byte[]> chain() {
    return chain;
  }

  /** The signer's certificate. */
  public X509Certificate certificate() {
    return certificate;
  }

  byte[] sign(byte[] message) {
    try {
      return signature(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key of content credentials cannot sign", e);
    }
  }

  private byte[] signature(byte[] message) throws GeneralSecurityException {
    Signature signature = CoseAlgorithm.ES256.signature();
    signature.initSign(key);
    signature.update(message);
    return signature.sign();
  }

  /** Keeps the private key out of logs. */
  @Override
  public String toString() {
    return "SigningCredential[" + certificate.getSubjectX500Principal() + "]";
  }
}
