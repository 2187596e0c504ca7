package colophon.c2pa;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The hash algorithms that the specification allows (section 13.1). */
final class Hashes {

  /** The name of the one we write. */
  static final String SHA256 = "sha256";

  private Hashes() {}

  static byte[] sha256(byte[] bytes) {
    return digest("SHA-256").digest(bytes);
  }

  /** The algorithm of that name; none where the specification does not allow it. */
  static Optional<MessageDigest> named(String name) {
    return switch (name) {
      case SHA256 -> Optional.of(digest("SHA-256"));
      case "sha384" -> Optional.of(digest("SHA-384"));
      case "sha512" -> Optional.of(digest("SHA-512"));
      default -> Optional.empty();
    };
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }
}
