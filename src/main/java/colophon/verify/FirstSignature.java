package colophon.verify;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.util.HexFormat;

/**
 * The first check of a signature on P-256 in a process has the platform compute its tables of
 * points, which takes as long as everything else that is done for one page.
 */
final class FirstSignature {

  /** A signature in its form and nobody's: r and s are 1. */
  private static final byte[] NOBODYS = HexFormat.of().parseHex("3006020101020101");

  private FirstSignature() {}

  /** Has the tables computed, in the caller's thread. It checks nothing and shows nothing. */
  static void prepare() {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
      var checker = Signature.getInstance("SHA256withECDSA");
      checker.initVerify(
          KeyFactory.getInstance("EC")
              .generatePublic(new ECPublicKeySpec(curve.getGenerator(), curve)));
      checker.update(NOBODYS);
      boolean unused = checker.verify(NOBODYS);
    } catch (GeneralSecurityException e) {
      // Then the first signature takes its time, and says what is wrong.
    }
  }
}
