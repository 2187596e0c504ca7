package colophon.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One file of a log that is laid out for static hosting (c2sp.org/tlog-tiles): up to 256 hashes of
 * one level of the tree, or the entries behind 256 leaves. A tile that is full never changes; a
 * partial one is named by its width, so that it never changes either.
 *
 * @param level 0 for leaf hashes, each further level eight levels of the tree up; {@link #ENTRIES}
 *     for entries
 * @param index from the left, from 0
 * @param width the number of hashes or entries, 1 to {@value #FULL}
 */
public record Tile(int level, long index, int width) {

  /** The width of a full tile. */
  public static final int FULL = 256;

  /** The levels of the tree that a tile spans. */
  public static final int HEIGHT = 8;

  /** Stands for a level where a tile holds entries. */
  public static final int ENTRIES = -1;

  /** Above this level no tree of 2^63 leaves has anything. */
  static final int TOP = 7;

  private static final String FOLDER = "tile/";
  private static final String ENTRIES_WORD = "entries";
  private static final int GROUP = 1000;

  public Tile {
    if (level < ENTRIES || level > TOP || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "no tile has level " + level + ", index " + index + " and width " + width);
    }
  }

  /** The tile without its partial width. */
  public Tile full() {
    return new Tile(level, index, FULL);
  }

  public boolean isFull() {
    return width == FULL;
  }

  public boolean holdsEntries() {
    return level == ENTRIES;
  }

  /** The level of the tree at which its hashes stand; of an entry tile, that of its leaves. */
  public int treeLevel() {
    return HEIGHT * Math.max(level, 0);
  }

  /** Its place below the log's address, such as {@code tile/0/x001/234.p/5}. */
  public String path() {
    return FOLDER
        + (holdsEntries() ? ENTRIES_WORD : Integer.toString(level))
        + "/"
        + grouped(index)
        + (isFull() ? "" : ".p/" + width);
  }

  /** Reads what {@link #path} writes, and nothing else. */
  public static Tile parse(String path) throws LogFormatException {
    String[] parts = path.split("/", -1);
    int at = parts.length - 1;
    if (parts.length < 3 || !path.startsWith(FOLDER)) {
      throw notAPath(path);
    }
    int width = FULL;
    if (parts[at - 1].endsWith(".p")) {
      width = small(parts[at], path);
      at--;
      parts[at] = parts[at].substring(0, parts[at].length() - 2);
    }
    long index = 0;
    for (int i = 2; i <= at; i++) {
      String digits = i < at && parts[i].startsWith("x") ? parts[i].substring(1) : parts[i];
      if (digits.length() != 3 || index > Long.MAX_VALUE / GROUP / 10) {
        throw notAPath(path);
      }
      index = index * GROUP + small(digits.replaceFirst("^0{1,2}", ""), path);
    }
    int level = parts[1].equals(ENTRIES_WORD) ? ENTRIES : small(parts[1], path);
    if (level > TOP || width < 1 || width > FULL) {
      throw notAPath(path);
    }
    var tile = new Tile(level, index, width);
    // A second spelling of a place, such as one with more zeroes, is no place.
    if (!tile.path().equals(path)) {
      throw notAPath(path);
    }
    return tile;
  }

  /** Every tile that a log of that size offers, and no other is needed to read all of it. */
  public static List<Tile> of(long size) {
    return between(0, size);
  }

  /** The tiles that a log of {@code size} offers and one of {@code before} did not. */
  public static List<Tile> between(long before, long size) {
    if (before < 0 || before > size) {
      throw new IllegalArgumentException("a log of " + before + " never becomes one of " + size);
    }
    var tiles = new ArrayList<Tile>();
    addBetween(ENTRIES, before, size, tiles);
    for (int level = 0; level <= TOP; level++) {
      addBetween(level, before >> HEIGHT * level, size >> HEIGHT * level, tiles);
    }
    return tiles;
  }

  private static void addBetween(int level, long before, long now, List<Tile> tiles) {
    for (long index = before / FULL; index < now / FULL; index++) {
      tiles.add(new Tile(level, index, FULL));
    }
    int rest = (int) (now % FULL);
    if (rest > 0 && now > before) {
      tiles.add(new Tile(level, now / FULL, rest));
    }
  }

  /** The digits of an index in groups of three, all but the last after an x. */
  private static String grouped(long index) {
    String last = String.format(Locale.ROOT, "%03d", index % GROUP);
    return index < GROUP ? last : headed(index / GROUP) + last;
  }

  private static String headed(long index) {
    String group = String.format(Locale.ROOT, "x%03d/", index % GROUP);
    return index < GROUP ? group : headed(index / GROUP) + group;
  }

  private static int small(String digits, String path) throws LogFormatException {
    if (!digits.matches("0|[1-9][0-9]{0,2}")) {
      throw notAPath(path);
    }
    return Integer.parseInt(digits);
  }

  private static LogFormatException notAPath(String path) {
    return new LogFormatException(
        "expected a tile's path such as tile/0/x001/234.p/5, found \"" + path + "\"");
  }
}
