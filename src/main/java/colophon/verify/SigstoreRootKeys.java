package colophon.verify;

import colophon.kernel.Json;
import colophon.provenance.ProvenanceFormatException;
import colophon.provenance.StatementKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The logs that a trusted root of sigstore's names, as far as their keys are of our kind. */
final class SigstoreRootKeys {

  private static final String SCHEME = "https://";

  private SigstoreRootKeys() {}

  static List<PublishedKey> read(Json.Obj document) throws ProvenanceFormatException {
    var keys = new ArrayList<PublishedKey>();
    if (document.get("tlogs") instanceof Json.Arr logs) {
      for (Json log : logs.items().stream().limit(TrustRoot.MOST_KEYS).toList()) {
        if (log instanceof Json.Obj entry
            && entry.get("baseUrl") instanceof Json.Str address
            && address.value().startsWith(SCHEME)
            && entry.get("publicKey") instanceof Json.Obj key
            && key.get("rawBytes") instanceof Json.Str bytes) {
          StatementKey found = key(bytes.value());
          if (found.algorithm() == StatementKey.Algorithm.ED25519) {
            String origin = address.value().substring(SCHEME.length());
            keys.add(new PublishedKey(PublishedKey.Use.LOG, found, origin));
          }
        }
      }
    }
    return keys;
  }

  private static StatementKey key(String base64) throws ProvenanceFormatException {
    try {
      return StatementKey.parse(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new ProvenanceFormatException("publicKey.rawBytes: expected base64");
    }
  }
}
