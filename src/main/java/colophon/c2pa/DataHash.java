package colophon.c2pa;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hard binding of a manifest to the bytes it speaks of (section 18.5).
 *
 * @param exclusions what is left out of the hash: where the manifest itself stands, if it stands in
 *     the file; in ascending order
 * @param algorithm null where the one of the claim holds
 */
public record DataHash(List<ByteRange> exclusions, @Nullable String algorithm, byte[] hash)
    implements Assertion {

  /** Its label. */
  public static final String LABEL = "c2pa.hash.data";

  public DataHash {
    exclusions = List.copyOf(exclusions);
  }

  /** Binds to a whole file beside which the manifest lies. */
  static DataHash ofWhole(byte[] artefact) {
    return new DataHash(List.of(), Hashes.SHA256, Hashes.sha256(artefact));
  }

  /** Binds to what is left of a file without the range in which the manifest stands. */
  static DataHash around(ByteRange manifest, byte[] withoutManifest) {
    return new DataHash(List.of(manifest), Hashes.SHA256, Hashes.sha256(withoutManifest));
  }

  static DataHash read(Fields fields) throws C2paFormatException {
    List<ByteRange> exclusions = new ArrayList<>();
    long end = 0;
    for (Fields range : fields.maps("exclusions")) {
      long start = range.count("start");
      long length = range.count("length");
      if (start < end || start + length < start) {
        throw fields.wrong("exclusions", "ascending ranges that do not overlap", "others");
      }
      exclusions.add(new ByteRange(start, length));
      end = start + length;
    }
    fields.bytes("pad");
    return new DataHash(exclusions, fields.textOrNull("alg"), fields.bytes("hash"));
  }

  /** Whether these bytes, less the exclusions, have this hash. The exclusions lie within them. */
  boolean matches(byte[] asset, MessageDigest digest) {
    int at = 0;
    for (ByteRange excluded : exclusions) {
      digest.update(asset, at, (int) excluded.start() - at);
      at = (int) excluded.end();
    }
    digest.update(asset, at, asset.length - at);
    return MessageDigest.isEqual(digest.digest(), hash);
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public Cbor.Members cbor() {
    List<Cbor> ranges = new ArrayList<>();
    for (ByteRange range : exclusions) {
      ranges.add(
          new CborMap()
              .put("start", Cbor.of(range.start()))
              .put("length", Cbor.of(range.length()))
              .build());
    }
    return new CborMap()
        .put("exclusions", ranges.isEmpty() ? null : Cbor.array(ranges))
        .put("alg", algorithm)
        .put("hash", Cbor.of(hash))
        .put("pad", Cbor.of(new byte[0]))
        .build();
  }
}
