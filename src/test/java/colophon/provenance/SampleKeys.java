package colophon.provenance;

import colophon.tlog.NoteKey;
import colophon.tlog.NoteSigner;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** New keys to test with. */
public final class SampleKeys {

  private SampleKeys() {}

  /** A newsroom's key. */
  public static StatementSigner statement(StatementKey.Algorithm algorithm) {
    try {
      KeyPair pair =
          switch (algorithm) {
            case ES256 -> {
              KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
              generator.initialize(new ECGenParameterSpec("secp256r1"));
              yield generator.generateKeyPair();
            }
            case ED25519 -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
          };
      return new StatementSigner(StatementKey.of(pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException | ProvenanceFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A log's key. */
  public static NoteSigner log(String origin) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new NoteSigner(NoteKey.ofLog(origin, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
