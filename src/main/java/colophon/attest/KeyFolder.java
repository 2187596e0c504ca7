package colophon.attest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The newsroom's signing keys: one for statements (ECDSA P-256), one for the log (Ed25519), each in
 * two PEM files that only the owner may read. They are made at the first start, for a trial.
 *
 * @param madeNow whether they were made by this start
 */
public record KeyFolder(Path folder, KeyPair statement, KeyPair log, boolean madeNow) {

  /** What an operator must be told as long as the keys are ours and not the newsroom's. */
  public static final String WARNING =
      "The signing keys were made on this machine for a trial. Keep a copy of the folder \"keys\""
          + " somewhere safe: without them nothing more can be published into this log.";

  /** Stands in the folder while keys are being made; with it there, nothing was signed yet. */
  private static final String MAKING = "making";

  /** Opens the keys of a folder, and makes them where there are none. */
  public static KeyFolder open(Path folder) throws KeysUnusableException {
    try {
      boolean missing = missing(folder) && make(folder);
      return new KeyFolder(
          folder, read(folder, "statement", "EC"), read(folder, "log", "Ed25519"), missing);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new KeysUnusableException(
          "The signing keys in "
              + folder
              + " cannot be used ("
              + why(e)
              + "). Restore the folder from your copy; new keys would begin a new log.");
    }
  }

  private static String why(Exception e) {
    return e instanceof NoSuchFileException missing
        ? "the file " + missing.getFile() + " is missing"
        : String.valueOf(e.getMessage());
  }

  private static boolean missing(Path folder) {
    return Files.exists(folder.resolve(MAKING))
        || (!Files.exists(folder.resolve("statement.key"))
            && !Files.exists(folder.resolve("log.key")));
  }

  /** Makes the keys; not where another process has done so meanwhile. */
  private static boolean make(Path folder) throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    try (var channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var ignored = channel.lock()) {
      if (!missing(folder)) {
        return false;
      }
      Path making = folder.resolve(MAKING);
      Files.write(making, new byte[0]);
      write(folder, "statement", generator("EC").generateKeyPair());
      write(folder, "log", generator("Ed25519").generateKeyPair());
      Files.delete(making);
      return true;
    }
  }

  private static KeyPairGenerator generator(String algorithm) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("EC")) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    return generator;
  }

  private static void write(Path folder, String name, KeyPair pair) throws IOException {
    Path privateFile = folder.resolve(name + ".key");
    Files.deleteIfExists(privateFile);
    Files.createFile(
        privateFile,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        privateFile,
        pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.writeString(
        folder.resolve(name + ".pub"),
        pem("PUBLIC KEY", pair.getPublic().getEncoded()),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
  }

  private static KeyPair read(Path folder, String name, String algorithm)
      throws IOException, GeneralSecurityException {
    var factory = KeyFactory.getInstance(algorithm);
    PrivateKey secret =
        factory.generatePrivate(new PKCS8EncodedKeySpec(der(folder.resolve(name + ".key"))));
    PublicKey open =
        factory.generatePublic(new X509EncodedKeySpec(der(folder.resolve(name + ".pub"))));
    return new KeyPair(open, secret);
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  private static byte[] der(Path file) throws IOException {
    return Base64.getMimeDecoder()
        .decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
  }
}
