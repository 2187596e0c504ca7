package colophon.c2pa;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The signature algorithms that the specification allows (section 13.2.1). We sign with ES256. */
enum CoseAlgorithm {
  ES256(-7, "SHA256withECDSAinP1363Format", null),
  ES384(-35, "SHA384withECDSAinP1363Format", null),
  ES512(-36, "SHA512withECDSAinP1363Format", null),
  PS256(-37, "RSASSA-PSS", "SHA-256"),
  PS384(-38, "RSASSA-PSS", "SHA-384"),
  PS512(-39, "RSASSA-PSS", "SHA-512"),
  EDDSA(-8, "Ed25519", null);

  private final long number;
  private final String jdkName;
  private final @Nullable String pssHash;

  CoseAlgorithm(long number, String jdkName, @Nullable String pssHash) {
    this.number = number;
    this.jdkName = jdkName;
    this.pssHash = pssHash;
  }

  /** The algorithm of that number in COSE; none where the specification does not allow it. */
  static Optional<CoseAlgorithm> numbered(long number) {
    for (CoseAlgorithm algorithm : values()) {
      if (algorithm.number == number) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** Its number in COSE. */
  long number() {
    return number;
  }

  /** The JDK's signature of this kind, in the form that COSE uses. */
  Signature signature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance(jdkName);
    if (pssHash != null) {
      int salt = Integer.parseInt(pssHash.substring(4)) / 8;
      signature.setParameter(
          new PSSParameterSpec(pssHash, "MGF1", new MGF1ParameterSpec(pssHash), salt, 1));
    }
    return signature;
  }

  /** Whether a key made that signature of that message. */
  boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    if (!fits(key)) {
      return false;
    }
    try {
      Signature checker = signature();
      checker.initVerify(key);
      checker.update(message);
      return checker.verify(signature);
    } catch (GeneralSecurityException e) {
      // The JDK says so of signatures that are not even well formed.
      return false;
    }
  }

  private boolean fits(PublicKey key) {
    return switch (this) {
      case ES256, ES384, ES512 -> key instanceof ECPublicKey;
      case PS256, PS384, PS512 -> key instanceof RSAPublicKey;
      case EDDSA -> key instanceof EdECPublicKey;
    };
  }
}
