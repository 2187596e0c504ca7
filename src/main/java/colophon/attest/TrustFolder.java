package colophon.attest;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.SigstoreTrustedRoot;
import colophon.provenance.StatementKey;
import colophon.tlog.NoteKey;
import colophon.verify.Bundle;
import colophon.verify.PublishedKey;
import colophon.verify.TrustRoot;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What readers are given to check us with, as files: nothing in them is secret. */
final class TrustFolder {

  /** The roots under which the certificates of content credentials stand. */
  static final String ANCHORS = "anchors.pem";

  /** The log, for sigstore's own verifiers. */
  static final String TRUSTED_ROOT = "trusted_root.json";

  /** The keys that sign statements, for sigstore's own verifiers, which want them apart. */
  static final String STATEMENT_KEYS = "statement-keys.pem";

  private TrustFolder() {}

  static SortedMap<String, byte[]> files(ManifestKey key, LogStore log) {
    var files = new TreeMap<String, byte[]>();
    files.put(Bundle.KEYS, withOrigin(keys(key.register(), log), log.origin()));
    var logs = new TreeMap<NoteKey, Instant>(Comparator.comparing(NoteKey::format));
    log.epochs().forEach(epoch -> logs.put(epoch.key(), epoch.openedAt()));
    files.put(TRUSTED_ROOT, SigstoreTrustedRoot.bytes(logs));
    try {
      files.put(ANCHORS, PemFile.certificates(key.anchors()).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a root that was read cannot be written", e);
    }
    files.put(STATEMENT_KEYS, PemFile.publicKeys(key.register()).getBytes(UTF_8));
    return files;
  }

  /** The keys that sign statements, or did, and the key of every log by the log's name. */
  static TrustRoot keys(KeyRegister register, LogStore log) {
    List<PublishedKey> keys = new ArrayList<>();
    register.keys().stream()
        .filter(key -> key.use() == PublishedKey.Use.MANIFEST)
        .forEach(keys::add);
    for (LogEpoch epoch : log.epochs()) {
      StatementKey key = key(epoch.key());
      PublishedKey named = new PublishedKey(PublishedKey.Use.LOG, key, epoch.key().name());
      keys.add(
          register.find(key.keyId()).map(PublishedKey::revoked).map(named::revoked).orElse(named));
    }
    return new TrustRoot(keys);
  }

  private static byte[] withOrigin(TrustRoot keys, String origin) {
    try {
      return CanonicalJson.bytes(
          JsonReader.readObject(keys.bytes(), TrustRoot.MOST_BYTES)
              .with("origin", Json.of(origin)));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("our own key file cannot be read", e);
    }
  }

  private static StatementKey key(NoteKey log) {
    try {
      return StatementKey.of(log.publicKey());
    } catch (ProvenanceFormatException e) {
      throw new IllegalStateException("the log's key is not of its kind", e);
    }
  }
}
