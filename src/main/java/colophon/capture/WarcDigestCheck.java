package colophon.capture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.WarcDigest;

/**
 * Compares bytes with a digest as WARC files label it: an algorithm, a colon, base 16, 32 or 64.
 */
final class WarcDigestCheck {

  private WarcDigestCheck() {}

  /**
   * Whether the bytes have that digest; empty where its algorithm is not known here.
   *
   * @param labelled such as {@code sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A}
   */
  static Optional<Boolean> matches(String labelled, byte[] bytes) throws WarcFormatException {
    int colon = labelled.indexOf(':');
    if (colon < 1) {
      throw new WarcFormatException("its digest \"" + labelled + "\" names no algorithm");
    }
    MessageDigest algorithm;
    try {
      algorithm = MessageDigest.getInstance(javaName(labelled.substring(0, colon)));
    } catch (NoSuchAlgorithmException e) {
      return Optional.empty();
    }
    String stated = labelled.substring(colon + 1).strip().replaceAll("=+$", "");
    var computed = new WarcDigest(algorithm.getAlgorithm(), algorithm.digest(bytes));
    return Optional.of(
        stated.equalsIgnoreCase(computed.hex())
            || stated.equalsIgnoreCase(computed.base32().replaceAll("=+$", ""))
            || stated.equals(computed.base64().replaceAll("=+$", "")));
  }

  private static String javaName(String algorithm) {
    String name = algorithm.toUpperCase(Locale.ROOT).replace("_", "-");
    return name.matches("SHA\\d+") ? "SHA-" + name.substring(3) : name;
  }
}
