package colophon.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key that checks notes: Ed25519, as a log's own key (type 0x01, c2sp.org/signed-note) or
 * as a witness's (type 0x04, c2sp.org/tlog-cosignature).
 *
 * @param name who signs, such as a log's origin: not empty, no spaces, no plus sign
 * @param publicKey an Ed25519 key
 */
public record NoteKey(String name, Type type, PublicKey publicKey) {

  /** What a key signs, and the byte that says so in key ids. */
  public enum Type {
    /** The text of a note. */
    NOTE(1),
    /** The text of a checkpoint together with the time at which the witness saw it. */
    COSIGNATURE(4);

    private final int identifier;

    Type(int identifier) {
      this.identifier = identifier;
    }
  }

  /** The DER of an Ed25519 SubjectPublicKeyInfo up to its 32 bytes of key (RFC 8410). */
  private static final byte[] SPKI_START = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int KEY_BYTES = 32;
  private static final int TIME_BYTES = 8;

  public NoteKey {
    if (!mayBeNamed(name)) {
      throw new IllegalArgumentException(
          "a note key's name has no spaces and no plus sign, found \"" + name + "\"");
    }
    byte[] encoded = publicKey.getEncoded();
    if (encoded == null
        || encoded.length != SPKI_START.length + KEY_BYTES
        || !Arrays.equals(encoded, 0, SPKI_START.length, SPKI_START, 0, SPKI_START.length)) {
      throw new IllegalArgumentException(
          "a note key is an Ed25519 key, found " + publicKey.getAlgorithm());
    }
  }

  /** The key a log signs its checkpoints with. */
  public static NoteKey ofLog(String origin, PublicKey publicKey) {
    return new NoteKey(origin, Type.NOTE, publicKey);
  }

  /** The key a witness cosigns checkpoints with. */
  public static NoteKey ofWitness(String name, PublicKey publicKey) {
    return new NoteKey(name, Type.COSIGNATURE, publicKey);
  }

  /** Whether a key may bear that name. */
  public static boolean mayBeNamed(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '+' || c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Reads the form that {@link #format} writes: {@code NAME+HEX-OF-ID+BASE64-OF-TYPE-AND-KEY}. */
  public static NoteKey parse(String text) throws LogFormatException {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !mayBeNamed(parts[0])) {
      throw new LogFormatException("expected a key as NAME+ID+BASE64, found \"" + text + "\"");
    }
    byte[] typeAndKey = Base64Text.parse(parts[2], "a key");
    if (typeAndKey.length != 1 + KEY_BYTES) {
      throw new LogFormatException(
          "expected a type and 32 bytes of key, found " + typeAndKey.length + " bytes");
    }
    Type type =
        switch (typeAndKey[0]) {
          case 1 -> Type.NOTE;
          case 4 -> Type.COSIGNATURE;
          default ->
              throw new LogFormatException("expected key type 1 or 4, found " + typeAndKey[0]);
        };
    var key = new NoteKey(parts[0], type, ed25519(Arrays.copyOfRange(typeAndKey, 1, 33)));
    if (!HexFormat.of().toHexDigits(key.keyId()).equals(parts[1])) {
      throw new LogFormatException(
          "expected key id "
              + HexFormat.of().toHexDigits(key.keyId())
              + ", found \""
              + parts[1]
              + "\"");
    }
    return key;
  }

  /** The key on one line, as Go's sumdb and the C2SP tools write it. */
  public String format() {
    return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+" + Base64Text.format(typeAndKey());
  }

  /** The first four bytes of {@code SHA-256(name || 0x0A || type || key)}, as one number. */
  public int keyId() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(name.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) '\n');
      byte[] hash = sha256.digest(typeAndKey());
      return hash[0] << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | hash[3] & 0xff;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether this line claims to be this key's. */
  boolean claimed(NoteSignature signature) {
    return signature.keyId() == keyId() && signature.name().equals(name);
  }

  /** Whether this key made that signature of that text. */
  boolean verifies(String text, NoteSignature signature) {
    byte[] bytes = signature.bytes();
    return switch (type) {
      case NOTE -> verifies(text.getBytes(StandardCharsets.UTF_8), bytes);
      case COSIGNATURE -> {
        if (bytes.length <= TIME_BYTES) {
          yield false;
        }
        long seconds = java.nio.ByteBuffer.wrap(bytes).getLong();
        yield seconds >= 0
            && verifies(
                cosigned(text, seconds), Arrays.copyOfRange(bytes, TIME_BYTES, bytes.length));
      }
    };
  }

  /** What a witness signs: a header, the time in seconds since 1970, the checkpoint's text. */
  static byte[] cosigned(String text, long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  private boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(publicKey);
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      // The JDK says so of signatures that are no points and numbers at all.
      return false;
    }
  }

  private byte[] typeAndKey() {
    byte[] encoded = publicKey.getEncoded();
    byte[] typeAndKey = new byte[1 + KEY_BYTES];
    typeAndKey[0] = (byte) type.identifier;
    System.arraycopy(encoded, SPKI_START.length, typeAndKey, 1, KEY_BYTES);
    return typeAndKey;
  }

  private static PublicKey ed25519(byte[] raw) throws LogFormatException {
    byte[] encoded = Arrays.copyOf(SPKI_START, SPKI_START.length + KEY_BYTES);
    System.arraycopy(raw, 0, encoded, SPKI_START.length, KEY_BYTES);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new LogFormatException("expected an Ed25519 public key, found 32 bytes that are none");
    }
  }
}
