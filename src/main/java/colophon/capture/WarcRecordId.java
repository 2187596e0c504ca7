package colophon.capture;

import colophon.kernel.Digest;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * How the records of a WARC export are named. The name follows from what the record holds, so that
 * a brief's record can state it before anything is exported, two exports of one snapshot agree, and
 * a stranger can work it out again: it is the name-based UUID of version 5 (RFC 9562, section 5.5)
 * of a {@code urn:colophon:} name in the namespace for URLs.
 *
 * <pre>
 * uuid5(NAMESPACE_URL, "urn:colophon:snapshot:" + SHA-256 of the body as received, in hexadecimal)
 * </pre>
 */
public final class WarcRecordId {

  /** The namespace for URLs (RFC 9562, section 6.6). */
  private static final UUID NAMESPACE_URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private static final String SNAPSHOT = "urn:colophon:snapshot:";

  private WarcRecordId() {}

  /**
   * The id of the {@code response} or {@code resource} record that holds a body. One body has one
   * record, however often it was fetched: a later reading of the same bytes is a {@code revisit},
   * which wants a name of its own.
   *
   * @param body the digest of the bytes as received
   */
  public static URI ofBody(Digest body) {
    return named(SNAPSHOT + body.hex());
  }

  /**
   * The id of any other record of an export.
   *
   * @param name what the record is, in ASCII, such as {@code urn:colophon:snapshot:HEX/request}
   */
  public static URI named(String name) {
    return URI.create("urn:uuid:" + version5(name));
  }

  private static UUID version5(String name) {
    MessageDigest sha1;
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
    sha1.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(NAMESPACE_URL.getMostSignificantBits())
            .putLong(NAMESPACE_URL.getLeastSignificantBits())
            .array());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.US_ASCII)));
    long high = hash.getLong();
    long low = hash.getLong();
    // The version, 5, and the variant of RFC 9562 take the place of six bits.
    return new UUID(
        high & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L,
        low & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
  }
}
