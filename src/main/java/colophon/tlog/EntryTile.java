package colophon.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bytes of a tile of entries: each after its length in two bytes, big-endian. */
public final class EntryTile {

  private static final int LENGTH_BYTES = 2;

  private EntryTile() {}

  /** The tile that holds these entries. */
  public static byte[] format(List<LogEntry> entries) {
    var out = new ByteArrayOutputStream();
    for (LogEntry entry : entries) {
      out.write(entry.bytes().length >> 8);
      out.write(entry.bytes().length);
      out.writeBytes(entry.bytes());
    }
    return out.toByteArray();
  }

  /** Reads a tile of entries, which must hold as many as it is wide. */
  public static List<LogEntry> parse(Tile tile, byte[] bytes) throws LogFormatException {
    var entries = new ArrayList<LogEntry>();
    int at = 0;
    while (at < bytes.length) {
      int length =
          bytes.length - at < LENGTH_BYTES
              ? bytes.length
              : (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
      at += LENGTH_BYTES;
      if (length > bytes.length - at || entries.size() == tile.width()) {
        throw new LogFormatException(
            tile.path()
                + ": expected "
                + tile.width()
                + " entries, each after its length, found other bytes after "
                + entries.size());
      }
      entries.add(new LogEntry(Arrays.copyOfRange(bytes, at, at + length)));
      at += length;
    }
    if (entries.size() != tile.width()) {
      throw new LogFormatException(
          tile.path() + ": expected " + tile.width() + " entries, found " + entries.size());
    }
    return entries;
  }
}
