package colophon.attest;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.provenance.SigstoreTrustedRoot;
import colophon.verify.Bundle;
import colophon.verify.TrustRoot;
import java.security.GeneralSecurityException;
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
    files.put(Bundle.KEYS, keys(key, log));
    files.put(TRUSTED_ROOT, SigstoreTrustedRoot.bytes(log.noteKey(), log.begunAt()));
    try {
      files.put(ANCHORS, PemFile.certificates(key.anchors()).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a root that was read cannot be written", e);
    }
    files.put(STATEMENT_KEYS, PemFile.publicKeys(key.register()).getBytes(UTF_8));
    return files;
  }

  private static byte[] keys(ManifestKey key, LogStore log) {
    try {
      return CanonicalJson.bytes(
          JsonReader.readObject(key.register().published().bytes(), TrustRoot.MOST_BYTES)
              .with("origin", Json.of(log.origin())));
    } catch (JsonFormatException e) {
      throw new IllegalStateException("our own key file cannot be read", e);
    }
  }
}
