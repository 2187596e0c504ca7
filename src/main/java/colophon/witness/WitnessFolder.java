package colophon.witness;

import colophon.kernel.Digest;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.StatementKey;
import colophon.tlog.Checkpoint;
import colophon.tlog.Cosigner;
import colophon.tlog.LogFormatException;
import colophon.tlog.NoteKey;
import colophon.tlog.SignedNote;
import colophon.verify.PublishedKey;
import colophon.verify.TrustRoot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a witness keeps: its key, and the last checkpoint it cosigned of each log.
 *
 * <pre>
 * witness.key        the private key (Ed25519, PKCS#8 in PEM), for its owner alone
 * verifier-key.txt   NAME+ID+BASE64, for the log's side
 * witness.json       the same as a key file, for whoever verifies (--trust)
 * seen/HEX           the last checkpoint cosigned, by the SHA-256 of the log's origin
 * </pre>
 */
public final class WitnessFolder {

  private static final String SECRET = "witness.key";
  private static final String VERIFIER = "verifier-key.txt";
  private static final String TRUST = "witness.json";
  private static final int MOST_KEY_BYTES = 16 * 1024;

  private final Path folder;
  private final Cosigner cosigner;

  private WitnessFolder(Path folder, Cosigner cosigner) {
    this.folder = folder;
    this.cosigner = cosigner;
  }

  /**
   * Makes the folder of a new witness.
   *
   * @param name a lasting name, such as {@code witness.example/w1}
   */
  public static WitnessFolder make(Path folder, String name) throws WitnessFolderException {
    if (!NoteKey.mayBeNamed(name)) {
      throw new WitnessFolderException(
          "A witness's name has no spaces and no plus sign, found \"" + name + "\".");
    }
    try {
      Files.createDirectories(folder);
      if (Files.exists(folder.resolve(SECRET)) || Files.exists(folder.resolve(VERIFIER))) {
        throw new WitnessFolderException(
            folder + " holds a witness already; a new one wants a folder of its own.");
      }
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      NoteKey key = NoteKey.ofWitness(name, pair.getPublic());
      Path secret = folder.resolve(SECRET);
      Files.createFile(
          secret,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      put(secret, pem(pair.getPrivate().getEncoded()).getBytes(StandardCharsets.US_ASCII));
      put(folder.resolve(TRUST), trust(key).bytes());
      put(folder.resolve(VERIFIER), (key.format() + "\n").getBytes(StandardCharsets.UTF_8));
      return open(folder);
    } catch (IOException | GeneralSecurityException | ProvenanceFormatException e) {
      throw unusable(folder, e);
    }
  }

  /** Opens what {@link #make} made. */
  public static WitnessFolder open(Path folder) throws WitnessFolderException {
    try {
      NoteKey key = NoteKey.parse(text(folder.resolve(VERIFIER)).strip());
      byte[] der =
          Base64.getMimeDecoder()
              .decode(text(folder.resolve(SECRET)).replaceAll("-----[A-Z ]+-----", ""));
      var secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
      var cosigner = new Cosigner(key, secret);
      // A key file of another folder would make cosignatures that nobody can check.
      if (!cosigner.isPair()) {
        throw new LogFormatException(SECRET + " is not the key that " + VERIFIER + " names");
      }
      return new WitnessFolder(folder, cosigner);
    } catch (IOException
        | GeneralSecurityException
        | LogFormatException
        | IllegalArgumentException e) {
      throw unusable(folder, e);
    }
  }

  /** What it cosigns with. */
  Cosigner cosigner() {
    return cosigner;
  }

  /** The public key, as the log's side is told it. */
  public NoteKey key() {
    return cosigner.key();
  }

  /** The key file for whoever verifies. */
  public Path trustFile() {
    return folder.resolve(TRUST);
  }

  /** The file that is locked while a request is decided on. */
  Path lockFile() {
    return folder.resolve("lock");
  }

  /** The last checkpoint cosigned of a log; nothing where there is none. */
  public Optional<Checkpoint> last(String origin) throws WitnessFolderException {
    Path file = seen(origin);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > SignedNote.MOST_BYTES) {
        throw new LogFormatException("it is larger than any checkpoint");
      }
      Checkpoint last = Checkpoint.parse(SignedNote.parse(Files.readAllBytes(file)).text());
      if (!last.origin().equals(origin)) {
        throw new LogFormatException("it is of another log, " + last.origin());
      }
      return Optional.of(last);
    } catch (IOException | LogFormatException e) {
      throw new WitnessFolderException(
          "The last checkpoint that was cosigned of the log "
              + origin
              + ", "
              + file
              + ", cannot be read ("
              + e.getMessage()
              + "). Nothing of this log is cosigned until it is restored.");
    }
  }

  /** Keeps a checkpoint as the last one cosigned: it is on disk when this returns. */
  void keep(Checkpoint checkpoint, SignedNote note) throws WitnessFolderException {
    try {
      Files.createDirectories(folder.resolve("seen"));
      put(seen(checkpoint.origin()), note.format().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private Path seen(String origin) {
    return folder.resolve("seen").resolve(Digest.ofText(origin).hex());
  }

  private static TrustRoot trust(NoteKey key) throws ProvenanceFormatException {
    return new TrustRoot(
        List.of(
            new PublishedKey(
                PublishedKey.Use.WITNESS,
                StatementKey.parse(key.publicKey().getEncoded()),
                key.name())));
  }

  /** The whole file in place and on disk, or the one before. */
  private static void put(Path file, byte[] content) throws IOException {
    Path above = file.toAbsolutePath().getParent();
    if (above == null) {
      throw new IOException("no folder for " + file);
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    if (Files.exists(file)) {
      // Made beforehand with its permissions; the move below would lose them.
      Files.deleteIfExists(unfinished);
      Files.copy(file, unfinished, StandardCopyOption.COPY_ATTRIBUTES);
    }
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (var channel = FileChannel.open(above, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static String text(Path file) throws IOException, LogFormatException {
    if (Files.size(file) > MOST_KEY_BYTES) {
      throw new LogFormatException(file.getFileName() + " is larger than any key");
    }
    return Files.readString(file);
  }

  private static String pem(byte[] der) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static WitnessFolderException unusable(Path folder, Exception e) {
    String why =
        e instanceof java.nio.file.NoSuchFileException missing
            ? "the file " + missing.getFile() + " is missing"
            : e instanceof IOException
                ? e.getClass().getSimpleName() + ": " + e.getMessage()
                : String.valueOf(e.getMessage());
    return new WitnessFolderException(
        "The witness's folder "
            + folder
            + " cannot be used ("
            + why
            + "). Make one with colophon witness init, or restore it from your copy: a witness"
            + " that forgot what it cosigned is none.");
  }
}
