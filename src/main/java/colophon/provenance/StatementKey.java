package colophon.provenance;

import colophon.kernel.Digest;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/**
 * A public key that checks statements: ECDSA on P-256 with SHA-256 (ES256, our default) or Ed25519.
 * Signatures of ES256 are in DER, as DSSE and sigstore expect.
 */
public record StatementKey(Algorithm algorithm, PublicKey publicKey) {

  /** How a key signs. */
  public enum Algorithm {
    ES256("SHA256withECDSA", "PKIX_ECDSA_P256_SHA_256"),
    ED25519("Ed25519", "PKIX_ED25519");

    private final String jdkName;
    private final String keyDetails;

    Algorithm(String jdkName, String keyDetails) {
      this.jdkName = jdkName;
      this.keyDetails = keyDetails;
    }

    String jdkName() {
      return jdkName;
    }

    /** The name that sigstore's trust roots and log entries use. */
    String keyDetails() {
      return keyDetails;
    }
  }

  /** The largest key read, in bytes: a P-256 key has 91. */
  private static final int MOST_BYTES = 1024;

  /** The DER of an Ed25519 SubjectPublicKeyInfo up to its 32 bytes of key (RFC 8410). */
  private static final byte[] ED25519_START = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private static final BigInteger P256_ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  /** The key, where it is of a kind that we use. */
  public static StatementKey of(PublicKey publicKey) throws ProvenanceFormatException {
    if (publicKey instanceof ECPublicKey curve && P256_ORDER.equals(curve.getParams().getOrder())) {
      return new StatementKey(Algorithm.ES256, publicKey);
    }
    String name = publicKey.getAlgorithm();
    if (name.equals("EdDSA") && publicKey.getEncoded().length == 44) {
      return new StatementKey(Algorithm.ED25519, publicKey);
    }
    throw new ProvenanceFormatException("expected a P-256 or Ed25519 key, found " + name);
  }

  /** Reads a SubjectPublicKeyInfo in DER. */
  public static StatementKey parse(byte[] spki) throws ProvenanceFormatException {
    if (spki.length <= MOST_BYTES) {
      // Asking the wrong factory would have the platform load every provider it knows.
      String family = startsWith(spki, ED25519_START) ? "Ed25519" : "EC";
      try {
        return of(KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(spki)));
      } catch (GeneralSecurityException e) {
        // Not of this family either; said below.
      }
    }
    throw new ProvenanceFormatException(
        "expected a P-256 or Ed25519 SubjectPublicKeyInfo, found "
            + spki.length
            + " bytes that are none");
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /** The SubjectPublicKeyInfo in DER. */
  public byte[] spki() {
    return publicKey.getEncoded();
  }

  /** The key's name: the hexadecimal SHA-256 of its SubjectPublicKeyInfo. */
  public String keyId() {
    return Digest.of(spki()).hex();
  }

  /** Whether this key made that signature of that message. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature checker = Signature.getInstance(algorithm.jdkName());
      checker.initVerify(publicKey);
      checker.update(message);
      return checker.verify(signature);
    } catch (GeneralSecurityException e) {
      // The JDK says so of signatures that are not even well formed.
      return false;
    }
  }
}
