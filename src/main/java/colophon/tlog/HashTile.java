package colophon.tlog;

import colophon.kernel.Digest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of a tile of hashes: one after another, 32 bytes each. */
public final class HashTile {

  private HashTile() {}

  /** The tile, from the nodes of its tree. */
  public static byte[] format(Tile tile, TreeNodes nodes) {
    var out = new ByteArrayOutputStream(tile.width() * MerkleHash.BYTES);
    long first = tile.index() * Tile.FULL;
    for (int i = 0; i < tile.width(); i++) {
      out.writeBytes(nodes.at(tile.treeLevel(), first + i).raw());
    }
    return out.toByteArray();
  }

  /** Reads a tile of hashes, which must hold as many as it is wide. */
  public static List<Digest> parse(Tile tile, byte[] bytes) throws LogFormatException {
    if (bytes.length != tile.width() * MerkleHash.BYTES) {
      throw new LogFormatException(
          tile.path()
              + ": expected "
              + tile.width()
              + " hashes of 32 bytes, found "
              + bytes.length
              + " bytes");
    }
    var hashes = new ArrayList<Digest>(tile.width());
    for (int at = 0; at < bytes.length; at += MerkleHash.BYTES) {
      hashes.add(Digest.ofRaw(Arrays.copyOfRange(bytes, at, at + MerkleHash.BYTES)));
    }
    return hashes;
  }
}
