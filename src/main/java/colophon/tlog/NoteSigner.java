package colophon.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/**
 * A log's key pair while it signs. Whoever holds it answers for never signing two trees of one
 * size, nor a smaller one after a larger.
 *
 * @param key of type {@link NoteKey.Type#NOTE}
 * @param privateKey the Ed25519 key that belongs to it
 */
public record NoteSigner(NoteKey key, PrivateKey privateKey) {

  public NoteSigner {
    if (key.type() != NoteKey.Type.NOTE) {
      throw new IllegalArgumentException(
          "a log signs with a key of type NOTE, found " + key.type());
    }
  }

  /** Signs a text that ends in a newline. Ed25519 signs one text always in the same way. */
  NoteSignature sign(String text) {
    return new NoteSignature(
        key.name(), key.keyId(), raw(text.getBytes(StandardCharsets.UTF_8), privateKey));
  }

  static byte[] raw(byte[] message, PrivateKey privateKey) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(privateKey);
      ed25519.update(message);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the log's private key cannot sign with Ed25519", e);
    }
  }

  /** Keeps the private key out of logs. */
  @Override
  public String toString() {
    return "NoteSigner[" + key.name() + "]";
  }
}
