package colophon.attest;

import colophon.c2pa.C2paFormatException;
import colophon.c2pa.SigningCredential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The certificates of the key that signs content credentials, beside it in the keys folder: {@code
 * statement.crt} with the signer's first, {@code anchor.pem} with the roots that readers are to be
 * given. Where there are none they are made by an authority of our own, for a trial, whose key is
 * {@code anchor.key}.
 */
final class CertificateFiles {

  static final String ANCHORS = "anchor.pem";
  private static final String ANCHOR_KEY = "anchor.key";
  private static final String ENDING = ".crt";

  private CertificateFiles() {}

  /**
   * The credential to sign with.
   *
   * @param organisation the newsroom's name, for a certificate that is made now
   * @throws KeysUnusableException with a sentence that says what to do
   */
  static SigningCredential open(KeyFolder keys, String organisation, InstantSource clock)
      throws KeysUnusableException {
    Path folder = keys.folder();
    Path file = folder.resolve(keys.statementName() + ENDING);
    try {
      if (!Files.exists(file)) {
        make(folder, file, keys.statement(), organisation, clock);
      }
      return credential(keys.statement(), PemFile.readCertificates(file));
    } catch (IOException | GeneralSecurityException | C2paFormatException e) {
      throw new KeysUnusableException(
          "The certificates of the signing key in "
              + file
              + " cannot be used ("
              + e.getMessage()
              + "). Restore the keys folder from your copy, or import the key again with colophon"
              + " keys import.");
    }
  }

  static SigningCredential credential(KeyPair pair, List<X509Certificate> chain)
      throws C2paFormatException, CertificateEncodingException {
    var ders = new ArrayList<byte[]>();
    for (X509Certificate certificate : chain) {
      ders.add(certificate.getEncoded());
    }
    return SigningCredential.of(pair.getPrivate(), ders);
  }

  /** Keeps the certificates of a key that was brought along. */
  static void keep(
      Path folder, String name, List<X509Certificate> chain, List<X509Certificate> anchors)
      throws IOException, GeneralSecurityException {
    var all = new ArrayList<>(anchors(folder));
    anchors.stream().filter(anchor -> !all.contains(anchor)).forEach(all::add);
    PemFile.writeCertificates(folder.resolve(ANCHORS), all);
    PemFile.writeCertificates(folder.resolve(name + ENDING), chain);
  }

  /** The certificates of the key that signs now; none where none was made yet. */
  static List<X509Certificate> chain(KeyFolder keys) throws IOException, GeneralSecurityException {
    Path file = keys.folder().resolve(keys.statementName() + ENDING);
    return Files.exists(file) ? PemFile.readCertificates(file) : List.of();
  }

  /** The roots that readers are to be given; none where no certificate was made or brought yet. */
  static List<X509Certificate> anchors(Path folder) throws IOException, GeneralSecurityException {
    Path file = folder.resolve(ANCHORS);
    return Files.exists(file) ? PemFile.readCertificates(file) : List.of();
  }

  private static void make(
      Path folder, Path file, KeyPair pair, String organisation, InstantSource clock)
      throws IOException, GeneralSecurityException {
    try (var ignored = FolderLock.take(folder)) {
      if (!Files.exists(file)) {
        DevelopmentAuthority authority = authority(folder, organisation, clock);
        PemFile.writeCertificates(
            file, List.of(authority.issue(organisation, pair.getPublic(), clock)));
      }
    }
  }

  /** Our own authority: the one that was there, or a new one. */
  private static DevelopmentAuthority authority(
      Path folder, String organisation, InstantSource clock)
      throws IOException, GeneralSecurityException {
    Path keyFile = folder.resolve(ANCHOR_KEY);
    List<X509Certificate> anchors = anchors(folder);
    if (Files.exists(keyFile)) {
      var key = PemFile.readPrivate(keyFile, "EC");
      for (X509Certificate anchor : anchors) {
        if (DevelopmentAuthority.isOurs(anchor)) {
          return new DevelopmentAuthority(anchor, key);
        }
      }
    }
    KeyPair rootKeys = KeyFolder.pair("EC");
    DevelopmentAuthority made = DevelopmentAuthority.create(organisation, rootKeys, clock);
    var all = new ArrayList<>(anchors);
    all.add(made.root());
    PemFile.writeCertificates(folder.resolve(ANCHORS), all);
    // The key comes last: with it there, its certificate is too.
    PemFile.writePrivate(keyFile, rootKeys.getPrivate());
    return made;
  }
}
