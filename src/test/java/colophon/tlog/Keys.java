package colophon.tlog;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;

/** Keys to test with. */
final class Keys {

  private static final String PKCS8_START = "302e020100300506032b657004220420";

  private Keys() {}

  /** A new key of that name. */
  static NoteSigner signer(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new NoteSigner(NoteKey.ofLog(name, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The published key pair of RFC 8032, section 7.1, test 1. */
  static NoteSigner rfc8032(String name) throws Exception {
    byte[] secret =
        HexFormat.of()
            .parseHex(
                PKCS8_START + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    NoteKey key = NoteKey.parse(new NoteKey(name, NoteKey.Type.NOTE, published()).format());
    return new NoteSigner(
        key, KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret)));
  }

  private static java.security.PublicKey published() throws Exception {
    byte[] spki =
        HexFormat.of()
            .parseHex(
                "302a300506032b6570032100"
                    + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new java.security.spec.X509EncodedKeySpec(spki));
  }
}
