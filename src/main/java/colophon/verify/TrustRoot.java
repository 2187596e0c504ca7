package colophon.verify;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.StatementKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Public keys from one place. Where they were obtained is what trust rests on, and no file can say
 * that of itself: keys that lie beside what they check make it {@link Outcome#VALID} at most.
 *
 * <p>A key file is {@code {"keys": [{"keyId", "algorithm", "use", "publicKey", "name"}], "origin"}}
 * as {@code docs/verification.md} says, or one or more PEM {@code PUBLIC KEY} blocks: there every
 * key may check statements, and an Ed25519 key the log too.
 */
public record TrustRoot(List<PublishedKey> keys) {

  /** No keys at all. */
  public static final TrustRoot NONE = new TrustRoot(List.of());

  /** The largest key file read, in bytes. */
  public static final int MOST_BYTES = 1024 * 1024;

  /** The largest number of keys in one file. */
  public static final int MOST_KEYS = 1000;

  private static final String PEM_START = "-----BEGIN PUBLIC KEY-----";
  private static final String PEM_END = "-----END PUBLIC KEY-----";

  public TrustRoot {
    keys = List.copyOf(keys);
  }

  /** Reads a key file. */
  public static TrustRoot parse(byte[] file) throws ProvenanceFormatException {
    if (file.length > MOST_BYTES) {
      throw new ProvenanceFormatException(
          "expected a key file of at most " + MOST_BYTES + " bytes, found " + file.length);
    }
    String text = new String(file, StandardCharsets.UTF_8);
    return text.contains(PEM_START) ? pem(text) : json(file);
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
    return new TrustRoot(all);
  }

  private static TrustRoot json(byte[] file) throws ProvenanceFormatException {
    Json.Obj document;
    try {
      document = JsonReader.readObject(file, MOST_BYTES);
    } catch (JsonFormatException e) {
      throw new ProvenanceFormatException("expected a key file: " + e.getMessage());
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

  private static TrustRoot pem(String text) throws ProvenanceFormatException {
    var keys = new ArrayList<PublishedKey>();
    int start = text.indexOf(PEM_START);
    while (start >= 0) {
      int end = text.indexOf(PEM_END, start);
      if (end < 0 || keys.size() >= MOST_KEYS) {
        throw new ProvenanceFormatException(
            "expected at most " + MOST_KEYS + " keys, each ended by \"" + PEM_END + "\"");
      }
      byte[] spki;
      try {
        spki = Base64.getMimeDecoder().decode(text.substring(start + PEM_START.length(), end));
      } catch (IllegalArgumentException e) {
        throw new ProvenanceFormatException("expected base64 between the lines of a PEM key");
      }
      StatementKey key = StatementKey.parse(spki);
      keys.add(new PublishedKey(PublishedKey.Use.MANIFEST, key, null));
      if (key.algorithm() == StatementKey.Algorithm.ED25519) {
        keys.add(new PublishedKey(PublishedKey.Use.LOG, key, null));
      }
      start = text.indexOf(PEM_START, end);
    }
    return new TrustRoot(keys);
  }
}
