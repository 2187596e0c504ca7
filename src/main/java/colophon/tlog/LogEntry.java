package colophon.tlog;

import colophon.kernel.Digest;

/**
 * What stands in the log at one index. It is public for good: it holds digests, signatures and
 * public keys, never text and never a person's data.
 *
 * @param bytes at most {@value #MOST_BYTES}, since a tile of entries prefixes each with sixteen
 *     bits of length (c2sp.org/tlog-tiles)
 */
public record LogEntry(byte[] bytes) {

  /** The longest entry. */
  public static final int MOST_BYTES = 65_535;

  public LogEntry {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a log entry has at most " + MOST_BYTES + " bytes, found " + bytes.length);
    }
  }

  /** The hash of this entry as a leaf. */
  public Digest leafHash() {
    return MerkleTree.leafHash(bytes);
  }
}
