package colophon.c2pa;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is signed: the list of a manifest's assertions with their hashes (section 10, version 2).
 *
 * @param instanceId names this version of the asset
 * @param signature the place of the signature, absolute, so that the manifest's own name is signed
 * @param created what the signer says
 * @param gathered what others said and the signer passes on; never in our manifests
 * @param redacts whether it took something out of ingredients; never in our manifests
 * @param title null where it has none
 * @param algorithm of hashes that name none themselves; null where each names its own
 */
public record Claim(
    String instanceId,
    SoftwareAgent generator,
    String signature,
    List<HashedUri> created,
    List<HashedUri> gathered,
    boolean redacts,
    @Nullable String title,
    @Nullable String algorithm) {

  /** The label of its box. */
  static final String LABEL = "c2pa.claim.v2";

  public Claim {
    created = List.copyOf(created);
    gathered = List.copyOf(gathered);
  }

  static Claim read(Cbor item) throws C2paFormatException {
    Fields fields = Fields.of(item, LABEL);
    Claim claim =
        new Claim(
            fields.text("instanceID"),
            SoftwareAgent.read(fields.map("claim_generator_info")),
            fields.text("signature"),
            uris(fields, "created_assertions"),
            uris(fields, "gathered_assertions"),
            fields.has("redacted_assertions"),
            fields.textOrNull("dc:title"),
            fields.textOrNull("alg"));
    if (claim.created.isEmpty()) {
      throw fields.wrong("created_assertions", "at least one assertion", "none");
    }
    return claim;
  }

  private static List<HashedUri> uris(Fields fields, String key) throws C2paFormatException {
    List<HashedUri> uris = new ArrayList<>();
    for (Fields uri : fields.maps(key)) {
      uris.add(HashedUri.read(uri));
    }
    return uris;
  }

  /** Every assertion it lists. */
  public List<HashedUri> assertions() {
    List<HashedUri> all = new ArrayList<>(created);
    all.addAll(gathered);
    return all;
  }

  byte[] bytes() {
    return CborWriter.bytes(
        new CborMap()
            .put("instanceID", instanceId)
            .put("claim_generator_info", generator.cbor())
            .put("signature", signature)
            .put("created_assertions", Cbor.array(created.stream().map(HashedUri::cbor).toList()))
            .put("dc:title", title)
            .put("alg", algorithm)
            .build());
  }
}
