package colophon.attest;

import colophon.c2pa.SigningCredential;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.StatementKey;
import colophon.provenance.StatementSigner;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;

/**
 * The key that signs statements and content credentials, with what readers are given to check them.
 *
 * @param register every public key of the newsroom
 * @param anchors the roots under which its certificates stand
 */
public record ManifestKey(
    StatementSigner statement,
    SigningCredential credential,
    KeyRegister register,
    List<X509Certificate> anchors) {

  public ManifestKey {
    anchors = List.copyOf(anchors);
  }

  /**
   * The signing key of a keys folder.
   *
   * @param organisation the newsroom's name, for a certificate that is made now
   */
  public static ManifestKey open(KeyFolder keys, String organisation, InstantSource clock)
      throws KeysUnusableException {
    SigningCredential credential = CertificateFiles.open(keys, organisation, clock);
    try {
      return new ManifestKey(
          new StatementSigner(
              StatementKey.of(keys.statement().getPublic()), keys.statement().getPrivate()),
          credential,
          keys.register(),
          CertificateFiles.anchors(keys.folder()));
    } catch (ProvenanceFormatException | IOException | GeneralSecurityException e) {
      throw new KeysUnusableException(
          "The signing keys in "
              + keys.folder()
              + " cannot be used ("
              + e.getMessage()
              + "). Restore the folder from your copy.");
    }
  }
}
