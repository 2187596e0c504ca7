package colophon.attest;

import colophon.c2pa.C2paFormatException;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.StatementKey;
import colophon.verify.PublishedKey;
import colophon.verify.Revocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Changes to the keys of a newsroom. Each writes the new pair first and the register last, in one
 * step, so that a crash leaves either the old or the new state. A process that has the keys open
 * goes on with the old ones until it is started again.
 */
public final class KeyChanges {

  /** The largest PKCS#12 file read, in bytes. */
  public static final int MOST_IMPORT_BYTES = 1024 * 1024;

  private final Path folder;
  private final InstantSource clock;

  public KeyChanges(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Makes a new key that signs from now on; what the old ones signed stays verifiable. */
  public PublishedKey rotate() throws KeysUnusableException {
    return locked(() -> rotateNow(KeyFolder.open(folder, clock).register()));
  }

  private PublishedKey rotateNow(KeyRegister register)
      throws IOException, GeneralSecurityException, ProvenanceFormatException {
    String name = KeyFolder.unused(folder);
    KeyPair pair = KeyFolder.pair("EC");
    PemFile.writePair(folder, name, pair);
    return sign(register, StatementKey.of(pair.getPublic()));
  }

  private PublishedKey sign(KeyRegister register, StatementKey key) throws IOException {
    KeyRegister changed = register.signingWith(key, now());
    KeyFolder.write(folder, changed);
    return changed.signing().orElseThrow();
  }

  /**
   * Takes a key with its certificates from a PKCS#12 file, and signs with it from now on.
   *
   * @throws KeysUnusableException where the file cannot be opened, or what it holds cannot sign
   *     content credentials
   */
  public PublishedKey importFile(Path file, char[] password) throws KeysUnusableException {
    return locked(() -> {
      KeyFolder keys = KeyFolder.open(folder, clock);
      if (Files.size(file) > MOST_IMPORT_BYTES) {
        throw new IOException(file + " has more than " + MOST_IMPORT_BYTES + " bytes");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (var in = Files.newInputStream(file)) {
        store.load(in, password);
      }
      return keep(keys, store, password, file);
    });
  }

  private PublishedKey keep(KeyFolder keys, KeyStore store, char[] password, Path file)
      throws IOException, GeneralSecurityException, ProvenanceFormatException, C2paFormatException {
    List<String> entries = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        entries.add(alias);
      }
    }
    if (entries.size() != 1) {
      throw new IOException(file + " holds " + entries.size() + " private keys, not one");
    }
    var secret = (PrivateKey) store.getKey(entries.getFirst(), password);
    var chain = new ArrayList<X509Certificate>();
    var anchors = new ArrayList<X509Certificate>();
    for (Certificate certificate : store.getCertificateChain(entries.getFirst())) {
      X509Certificate each = (X509Certificate) certificate;
      (each.getSubjectX500Principal().equals(each.getIssuerX500Principal()) ? anchors : chain)
          .add(each);
    }
    if (chain.isEmpty()) {
      throw new IOException(file + " holds no certificate that somebody else signed");
    }
    KeyPair pair = new KeyPair(chain.getFirst().getPublicKey(), secret);
    CertificateFiles.credential(pair, chain);
    StatementKey key = StatementKey.of(pair.getPublic());
    if (keys.register().find(key.keyId()).isPresent()) {
      throw new IOException("the key " + key.keyId() + " is here already");
    }
    String name = KeyFolder.unused(folder);
    PemFile.writePair(folder, name, pair);
    CertificateFiles.keep(folder, name, chain, anchors);
    return sign(keys.register(), key);
  }

  /**
   * Says that a key is not to be believed any more. Where it is the one that signs, a new one is
   * made.
   *
   * @param keyId the id, or enough of its start to tell it from the others
   * @param at from when; null for now
   * @return the key as it stands in the register now
   */
  public PublishedKey revoke(
      String keyId, @org.jspecify.annotations.Nullable Instant at, String reason)
      throws KeysUnusableException {
    return locked(() -> {
      KeyRegister register = KeyFolder.open(folder, clock).register();
      List<PublishedKey> meant =
          register.keys().stream().filter(key -> key.keyId().startsWith(keyId)).toList();
      if (meant.size() != 1) {
        throw new IOException(
            (meant.isEmpty() ? "no key" : "more than one key") + " begins with " + keyId);
      }
      PublishedKey key = meant.getFirst();
      if (key.use() == PublishedKey.Use.LOG) {
        throw new IOException(
            "the log's key cannot be revoked here: a log whose key is lost or stolen ends, and a"
                + " new one begins; docs/log.md says how");
      }
      if (key.revoked() != null) {
        throw new IOException("it was revoked before, as of " + key.revoked().at());
      }
      if (register.signing().filter(key::equals).isPresent()) {
        rotateNow(register);
        register = KeyFolder.open(folder, clock).register();
      }
      KeyRegister changed =
          register.revoking(key.keyId(), new Revocation(at == null ? now() : at, reason));
      KeyFolder.write(folder, changed);
      return changed.find(key.keyId()).orElseThrow();
    });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private interface Change {
    PublishedKey make()
        throws IOException,
            GeneralSecurityException,
            ProvenanceFormatException,
            C2paFormatException,
            KeysUnusableException;
  }

  private PublishedKey locked(Change change) throws KeysUnusableException {
    KeyFolder.open(folder, clock);
    try (var ignored = FolderLock.take(folder)) {
      return change.make();
    } catch (IOException
        | GeneralSecurityException
        | ProvenanceFormatException
        | C2paFormatException e) {
      throw new KeysUnusableException(
          "Nothing was changed in the keys of " + folder + ": " + e.getMessage() + ".");
    }
  }
}
