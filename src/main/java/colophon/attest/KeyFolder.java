package colophon.attest;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.kernel.Digest;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.StatementKey;
import colophon.verify.PublishedKey;
import colophon.verify.TrustRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The newsroom's signing keys: one for statements and content credentials (ECDSA P-256), one for
 * the log (Ed25519), each in two PEM files whose private half only the owner may read. They are
 * made at the first start, for a trial. Keys that signed before stay beside them, and {@code
 * keys.json} says of each what it is: it holds nothing secret and is what readers are given.
 *
 * @param statement the pair that signs statements now
 * @param madeNow whether they were made by this start
 */
public record KeyFolder(
    Path folder, KeyPair statement, KeyPair log, KeyRegister register, boolean madeNow) {

  /** What an operator must be told as long as the keys are ours and not the newsroom's. */
  public static final String WARNING =
      "The signing keys were made on this machine for a trial. Keep a copy of the folder \"keys\""
          + " somewhere safe: without them nothing more can be published into this log.";

  /** The register, public. */
  static final String REGISTER = "keys.json";

  /** The file name, without its ending, of the first pair that signs statements. */
  static final String STATEMENT = "statement";

  private static final String LOG = "log";

  /** Stands in the folder while keys are being made; with it there, nothing was signed yet. */
  private static final String MAKING = "making";

  /** How often a newsroom may change its key. */
  static final int MOST_PAIRS = 1000;

  /** Opens the keys of a folder, and makes them where there are none. */
  public static KeyFolder open(Path folder) throws KeysUnusableException {
    return open(folder, InstantSource.system());
  }

  /** The same by another clock. */
  public static KeyFolder open(Path folder, InstantSource clock) throws KeysUnusableException {
    try {
      boolean missing = missing(folder) && make(folder);
      KeyPair log = PemFile.readPair(folder, LOG, "Ed25519");
      KeyRegister register = register(folder, log, clock);
      return new KeyFolder(folder, signing(folder, register), log, register, missing);
    } catch (IOException
        | GeneralSecurityException
        | ProvenanceFormatException
        | IllegalArgumentException e) {
      throw new KeysUnusableException(
          "The signing keys in "
              + folder
              + " cannot be used ("
              + why(e)
              + "). Restore the folder from your copy; new keys would begin a new log.");
    }
  }

  /** The file name, without its ending, of the pair that signs statements. */
  String statementName() {
    try {
      return name(folder, keyId(statement.getPublic()));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the pair was read a moment ago", e);
    }
  }

  /** What an operator must be told of these keys; nothing of keys that the newsroom brought. */
  public List<String> warnings() {
    return isTrial() ? List.of(WARNING) : List.of();
  }

  /** Why the files could not be opened again as they are now; nothing where they could. */
  public Optional<String> trouble() {
    if (missing(folder)) {
      return Optional.of(
          "The signing keys in " + folder + " are gone. Restore the folder from your copy.");
    }
    try {
      open(folder);
      return Optional.empty();
    } catch (KeysUnusableException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * When the first of the certificates ends with which content credentials are signed; nothing
   * where there is none yet or none can be read.
   */
  public Optional<Instant> certificateEnds() {
    try {
      return CertificateFiles.chain(this).stream()
          .map(certificate -> certificate.getNotAfter().toInstant())
          .min(Comparator.naturalOrder());
    } catch (IOException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** Whether the key that signs has no certificate but one of our own authority. */
  public boolean isTrial() {
    try {
      return CertificateFiles.chain(this).stream().allMatch(DevelopmentAuthority::isOursIssued);
    } catch (IOException | GeneralSecurityException e) {
      return true;
    }
  }

  private static KeyRegister register(Path folder, KeyPair log, InstantSource clock)
      throws IOException, GeneralSecurityException, ProvenanceFormatException {
    Path file = folder.resolve(REGISTER);
    KeyRegister kept =
        Files.exists(file)
            ? new KeyRegister(TrustRoot.parse(Files.readAllBytes(file)).keys())
            : new KeyRegister(List.of())
                .signingWith(
                    StatementKey.of(PemFile.readPublic(folder.resolve(STATEMENT + ".pub"), "EC")),
                    clock.instant());
    KeyRegister register = kept.withLog(StatementKey.of(log.getPublic()));
    if (!Files.exists(file)) {
      write(folder, register);
    }
    return register;
  }

  static void write(Path folder, KeyRegister register) throws IOException {
    PemFile.write(folder.resolve(REGISTER), new String(register.published().bytes(), UTF_8));
  }

  private static KeyPair signing(Path folder, KeyRegister register)
      throws IOException, GeneralSecurityException {
    PublishedKey key =
        register
            .signing()
            .orElseThrow(() -> new IllegalArgumentException("keys.json names no key that signs"));
    return PemFile.readPair(folder, name(folder, key.keyId()), "EC");
  }

  /** The pair of that public key. */
  private static String name(Path folder, String keyId)
      throws IOException, GeneralSecurityException {
    for (int n = 1; n <= MOST_PAIRS; n++) {
      String name = numbered(n);
      Path file = folder.resolve(name + ".pub");
      if (!Files.exists(file) && n > 1) {
        break;
      }
      if (keyId(PemFile.readPublic(file, "EC")).equals(keyId)) {
        return name;
      }
    }
    throw new IllegalArgumentException("no file holds the key " + keyId + " of keys.json");
  }

  /** A file name that no pair has yet. */
  static String unused(Path folder) {
    for (int n = 1; n <= MOST_PAIRS; n++) {
      if (!Files.exists(folder.resolve(numbered(n) + ".pub"))) {
        return numbered(n);
      }
    }
    throw new IllegalArgumentException("there are " + MOST_PAIRS + " pairs of keys already");
  }

  private static String numbered(int n) {
    return n == 1 ? STATEMENT : STATEMENT + "-" + n;
  }

  private static String keyId(PublicKey key) {
    return Digest.of(key.getEncoded()).hex();
  }

  private static String why(Exception e) {
    return e instanceof NoSuchFileException missing
        ? "the file " + missing.getFile() + " is missing"
        : String.valueOf(e.getMessage());
  }

  private static boolean missing(Path folder) {
    return Files.exists(folder.resolve(MAKING))
        || (!Files.exists(folder.resolve(STATEMENT + ".key"))
            && !Files.exists(folder.resolve(LOG + ".key")));
  }

  /** Makes the keys; not where another process has done so meanwhile. */
  private static boolean make(Path folder) throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    try (var ignored = FolderLock.take(folder)) {
      if (!missing(folder)) {
        return false;
      }
      Path making = folder.resolve(MAKING);
      Files.write(making, new byte[0]);
      PemFile.writePair(folder, STATEMENT, pair("EC"));
      PemFile.writePair(folder, LOG, pair("Ed25519"));
      Files.delete(making);
      return true;
    }
  }

  /** A new pair: {@code EC} on P-256, or {@code Ed25519}. */
  static KeyPair pair(String algorithm) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("EC")) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    return generator.generateKeyPair();
  }
}
