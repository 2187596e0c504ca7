package colophon.provenance;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** A newsroom's key pair while it signs. */
public record StatementSigner(StatementKey key, PrivateKey privateKey) {

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(key.algorithm().jdkName());
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the statement key cannot sign", e);
    }
  }

  /** Keeps the private key out of logs. */
  @Override
  public String toString() {
    return "StatementSigner[" + key.keyId() + "]";
  }
}
