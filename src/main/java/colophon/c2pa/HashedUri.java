package colophon.c2pa;

import org.jspecify.annotations.Nullable;

/**
 * The place of a box in the same store, with its hash (section 8.4.2.1).
 *
 * @param url begins with {@code self#jumbf=}
 * @param algorithm of the hash; null where the one of the claim holds
 */
public record HashedUri(String url, @Nullable String algorithm, byte[] hash) {

  /** What every such place begins with. */
  static final String SELF = "self#jumbf=";

  /** A box of ours, hashed with the algorithm that the claim names. */
  static HashedUri of(String url, Jumbf.Superbox box) {
    return new HashedUri(url, null, Hashes.sha256(box.content()));
  }

  static HashedUri read(Fields fields) throws C2paFormatException {
    return new HashedUri(fields.text("url"), fields.textOrNull("alg"), fields.bytes("hash"));
  }

  Cbor cbor() {
    return new CborMap().put("url", url).put("alg", algorithm).put("hash", Cbor.of(hash)).build();
  }
}
