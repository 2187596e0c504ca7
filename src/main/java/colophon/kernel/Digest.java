package colophon.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest, the name by which Colophon knows every byte it keeps.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) implements Comparable<Digest> {

  /** The length of a digest, in bytes. */
  public static final int BYTES = 32;

  private static final String PREFIX = "sha256:";
  private static final int DIGITS = 64;

  public Digest {
    if (!isHex(hex)) {
      throw new IllegalArgumentException(
          "a SHA-256 digest has 64 lower-case hexadecimal digits, found \"" + hex + "\"");
    }
  }

  /** The digest of these bytes. */
  public static Digest of(byte[] bytes) {
    return ofRaw(sha256().digest(bytes));
  }

  /** The digest of the UTF-8 form of a text. The caller has brought it to normal form. */
  public static Digest ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A digest whose 32 bytes were computed elsewhere. */
  public static Digest ofRaw(byte[] sha256) {
    return new Digest(HexFormat.of().formatHex(sha256));
  }

  /** Reads the form that {@link #toString} writes. */
  public static Digest parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "a digest starts with \"" + PREFIX + "\", found \"" + text + "\"");
    }
    return new Digest(text.substring(PREFIX.length()));
  }

  /** The 32 bytes. */
  public byte[] raw() {
    return HexFormat.of().parseHex(hex);
  }

  /** The first {@code digits} hexadecimal digits, for people and for short names. */
  public String brief(int digits) {
    return hex.substring(0, digits);
  }

  @Override
  public int compareTo(Digest other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return PREFIX + hex;
  }

  private static boolean isHex(String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
