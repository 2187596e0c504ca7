package colophon.tlog;

import colophon.kernel.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a log that is kept as tiles: the levels that tiles hold are read, those between are
 * computed. It trusts the tiles; what is made from them proves itself against a signed root.
 */
public final class TiledNodes implements TreeNodes {

  /** Where tiles come from: a folder, or a server. */
  @FunctionalInterface
  public interface Tiles {

    /** The bytes of a tile, null where there is none. */
    byte @Nullable [] read(Tile tile);
  }

  private static final int TILES_KEPT = 64;

  private final long size;
  private final Tiles tiles;
  private final Map<Tile, List<Digest>> read =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, List<Digest>> eldest) {
          return size() > TILES_KEPT;
        }
      };

  private TiledNodes(long size, Tiles tiles) {
    this.size = size;
    this.tiles = tiles;
  }

  /** The nodes of a log of that size. */
  public static TiledNodes over(long size, Tiles tiles) {
    return new TiledNodes(size, tiles);
  }

  /** The node, or the sentence why its tile does not give it. */
  @Override
  public Digest at(int level, long index) {
    if (level % Tile.HEIGHT != 0) {
      return MerkleTree.nodeHash(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
    }
    int tileLevel = level / Tile.HEIGHT;
    long tileIndex = index / Tile.FULL;
    long complete = size >> level;
    int width = (int) Math.min(Tile.FULL, complete - tileIndex * Tile.FULL);
    if (width <= index % Tile.FULL) {
      throw new IllegalStateException(
          "node " + index + " of level " + level + " was asked of a log of " + size);
    }
    var tile = new Tile(tileLevel, tileIndex, width);
    List<Digest> hashes = read.get(tile);
    if (hashes == null) {
      hashes = load(tile);
      read.put(tile, hashes);
    }
    return hashes.get((int) (index % Tile.FULL));
  }

  private List<Digest> load(Tile tile) {
    byte[] bytes = tiles.read(tile);
    if (bytes == null) {
      throw new MissingTileException("The tile " + tile.path() + " is missing.");
    }
    try {
      return HashTile.parse(tile, bytes);
    } catch (LogFormatException e) {
      throw new MissingTileException("A tile cannot be read: " + e.getMessage() + ".");
    }
  }

  /** A tile that the log must offer is not there or not whole; the message is a sentence. */
  public static final class MissingTileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingTileException(String message) {
      super(message);
    }
  }
}
