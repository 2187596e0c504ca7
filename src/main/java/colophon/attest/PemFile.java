package colophon.attest;

import colophon.verify.PublishedKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Keys and certificates in PEM (RFC 7468), private ones readable by their owner alone. */
final class PemFile {

  private PemFile() {}

  /** Writes a pair as NAME.key and NAME.pub. */
  static void writePair(Path folder, String name, KeyPair pair) throws IOException {
    writePrivate(folder.resolve(name + ".key"), pair.getPrivate());
    write(folder.resolve(name + ".pub"), block("PUBLIC KEY", pair.getPublic().getEncoded()));
  }

  static KeyPair readPair(Path folder, String name, String algorithm)
      throws IOException, GeneralSecurityException {
    return new KeyPair(
        readPublic(folder.resolve(name + ".pub"), algorithm),
        readPrivate(folder.resolve(name + ".key"), algorithm));
  }

  static void writePrivate(Path file, PrivateKey key) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        unfinished,
        block("PRIVATE KEY", key.getEncoded()),
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    replace(unfinished, file);
  }

  static PrivateKey readPrivate(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(der(Files.readString(file))));
  }

  static PublicKey readPublic(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    return KeyFactory.getInstance(algorithm)
        .generatePublic(new X509EncodedKeySpec(der(Files.readString(file))));
  }

  static void writeCertificates(Path file, List<X509Certificate> certificates)
      throws IOException, GeneralSecurityException {
    write(file, certificates(certificates));
  }

  /** The certificates as one text, in order. */
  static String certificates(List<X509Certificate> certificates) throws GeneralSecurityException {
    var text = new StringBuilder();
    for (X509Certificate certificate : certificates) {
      text.append(block("CERTIFICATE", certificate.getEncoded()));
    }
    return text.toString();
  }

  /** The keys that sign statements, or did, as one text; not those that were revoked. */
  static String publicKeys(KeyRegister register) {
    var text = new StringBuilder();
    for (PublishedKey key : register.keys()) {
      if (key.use() == PublishedKey.Use.MANIFEST && key.revoked() == null) {
        text.append(block("PUBLIC KEY", key.key().spki()));
      }
    }
    return text.toString();
  }

  static List<X509Certificate> readCertificates(Path file)
      throws IOException, GeneralSecurityException {
    var certificates = new ArrayList<X509Certificate>();
    for (var certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      certificates.add((X509Certificate) certificate);
    }
    return certificates;
  }

  /** Puts a text in place in one step, forced to disk before. */
  static void write(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.writeString(
        unfinished,
        text,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    replace(unfinished, file);
  }

  private static void replace(Path unfinished, Path file) throws IOException {
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String block(String kind, byte[] der) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
