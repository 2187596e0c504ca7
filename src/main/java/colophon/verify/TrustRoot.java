package colophon.verify;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.SigstoreTrustedRoot;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Public keys from one place. Where they were obtained is what trust rests on, and no file can say
 * that of itself: keys that lie beside what they check make it {@link Outcome#VALID} at most.
 *
 * <p>A key file is {@code {"keys": [{"keyId", "algorithm", "use", "publicKey", "name"}], "origin"}}
 * as {@code docs/verification.md} says; or one or more PEM {@code PUBLIC KEY} blocks, where every
 * key may check statements, and an Ed25519 key the log too; or PEM {@code CERTIFICATE} blocks; or a
 * trusted root of sigstore's, which names logs.
 *
 * @param anchors roots of those who sign content credentials and time stamps
 */
public record TrustRoot(List<PublishedKey> keys, List<X509Certificate> anchors) {

  /** No keys at all. */
  public static final TrustRoot NONE = new TrustRoot(List.of(), List.of());

  /** The largest key file read, in bytes. */
  public static final int MOST_BYTES = 1024 * 1024;

  /** The largest number of keys in one file. */
  public static final int MOST_KEYS = 1000;

  public TrustRoot {
    keys = List.copyOf(keys);
    anchors = List.copyOf(anchors);
  }

  /** Keys without roots. */
  public TrustRoot(List<PublishedKey> keys) {
    this(keys, List.of());
  }

  /** Whether nothing in it can check anything. */
  boolean isEmpty() {
    return keys.isEmpty() && anchors.isEmpty();
  }

  /** Reads a key file. */
  public static TrustRoot parse(byte[] file) throws ProvenanceFormatException {
    if (file.length > MOST_BYTES) {
      throw new ProvenanceFormatException(
          "expected a key file of at most " + MOST_BYTES + " bytes, found " + file.length);
    }
    String text = new String(file, StandardCharsets.UTF_8);
    return TrustPem.is(text) ? TrustPem.read(text) : json(file);
  }

  /** The key file, canonical JSON in UTF-8. */
  public byte[] bytes() {
    var items = new ArrayList<Json>();
    for (PublishedKey key : keys) {
      items.add(key.json());
    }
    return CanonicalJson.bytes(Json.object("keys", Json.array(items)));
  }

  /** These keys and those. */
  TrustRoot and(TrustRoot others) {
    var all = new ArrayList<>(keys);
    all.addAll(others.keys);
    var allAnchors = new ArrayList<>(anchors);
    allAnchors.addAll(others.anchors);
    return new TrustRoot(all, allAnchors);
  }

  private static TrustRoot json(byte[] file) throws ProvenanceFormatException {
    Json.Obj document;
    try {
      document = JsonReader.readObject(file, MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new ProvenanceFormatException("expected a key file: " + e.getMessage());
    }
    if (SigstoreTrustedRoot.is(document)) {
      return new TrustRoot(SigstoreRootKeys.read(document));
    }
    if (!(document.get("keys") instanceof Json.Arr list) || list.items().size() > MOST_KEYS) {
      throw new ProvenanceFormatException("keys: expected a list of at most " + MOST_KEYS);
    }
    String origin = document.get("origin") instanceof Json.Str text ? text.value() : null;
    var keys = new ArrayList<PublishedKey>();
    for (Json item : list.items()) {
      keys.add(PublishedKey.read(item, origin));
    }
    return new TrustRoot(keys);
  }
}
