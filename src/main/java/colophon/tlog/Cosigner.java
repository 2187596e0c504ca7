package colophon.tlog;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.time.Instant;

/**
 * A witness's key pair while it cosigns (c2sp.org/tlog-cosignature). Whoever holds it answers for
 * never cosigning two trees of one log that do not continue each other.
 *
 * @param key of type {@link NoteKey.Type#COSIGNATURE}
 * @param privateKey the Ed25519 key that belongs to it
 */
public record Cosigner(NoteKey key, PrivateKey privateKey) {

  public Cosigner {
    if (key.type() != NoteKey.Type.COSIGNATURE) {
      throw new IllegalArgumentException(
          "a witness signs with a key of type COSIGNATURE, found " + key.type());
    }
  }

  /** The signature over a checkpoint's text and the time at which the witness saw it. */
  public NoteSignature cosign(SignedNote checkpoint, Instant at) {
    return cosign(checkpoint.text(), at.getEpochSecond());
  }

  /** Whether the private key is the one that belongs to the public one. */
  public boolean isPair() {
    String text = "a witness signs to see whether its keys belong together\n";
    return key.verifies(text, cosign(text, 0));
  }

  private NoteSignature cosign(String text, long seconds) {
    byte[] signature = NoteSigner.raw(NoteKey.cosigned(text, seconds), privateKey);
    return new NoteSignature(
        key.name(),
        key.keyId(),
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array());
  }

  /** Keeps the private key out of logs. */
  @Override
  public String toString() {
    return "Cosigner[" + key.name() + "]";
  }
}
