package colophon.attest;

import colophon.kernel.Digest;
import colophon.tlog.Checkpoint;
import colophon.tlog.EntryTile;
import colophon.tlog.HashTile;
import colophon.tlog.LogEntry;
import colophon.tlog.LogFormatException;
import colophon.tlog.SignedNote;
import colophon.tlog.Tile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The log as files for static hosting (c2sp.org/tlog-tiles): tiles that never change, and the one
 * checkpoint, which is written last, so that whoever reads it finds every tile it needs.
 */
public final class LogTiles {

  /** Where the newest checkpoint stands, below the log's address. */
  public static final String CHECKPOINT = "checkpoint";

  /** Takes the files, in the order in which they must be written. */
  public interface Shelf<E extends Exception> {

    /** Puts one file in place; its path is below the log's address. */
    void put(String path, byte[] bytes) throws E;

    /** Takes a folder away; one that is not there is no error. */
    void drop(String path) throws E;
  }

  private final LogStore log;

  public LogTiles(LogStore log) {
    this.log = log;
  }

  /**
   * Brings a folder that shows the log up to date: the tiles it lacks, then the checkpoint.
   *
   * @param shown the checkpoint that the folder shows; empty where it shows none
   */
  public <E extends Exception> void write(Optional<byte[]> shown, Shelf<E> shelf) throws E {
    Optional<SignedNote> latest = log.latestCheckpoint();
    if (latest.isEmpty()) {
      return;
    }
    byte[] note = latest.get().format().getBytes(StandardCharsets.UTF_8);
    if (shown.isPresent() && Arrays.equals(shown.get(), note)) {
      return;
    }
    long size = sizeOf(note).orElseThrow();
    // A damaged checkpoint, or one of more than there is, says nothing of the tiles beside it.
    long before = shown.flatMap(LogTiles::sizeOf).filter(known -> known <= size).orElse(0L);
    // A tile as wide as each checkpoint saw it, so that whoever holds an older one can still read.
    for (long seen : log.checkpoints().sizesAfter(before)) {
      for (Tile tile : Tile.between(before, seen)) {
        write(tile, size, shelf);
      }
      before = seen;
    }
    shelf.put(CHECKPOINT, note);
  }

  /** Writes a tile, unless the full one is there to be read instead. */
  private <E extends Exception> void write(Tile tile, long size, Shelf<E> shelf) throws E {
    if (tile.isFull()) {
      shelf.put(tile.path(), bytes(tile));
      shelf.drop(tile.path() + ".p");
    } else if ((tile.index() + 1) * Tile.FULL > size >> tile.treeLevel()) {
      shelf.put(tile.path(), bytes(tile));
    }
  }

  private byte[] bytes(Tile tile) {
    long first = tile.index() * Tile.FULL;
    long end = first + tile.width();
    if (tile.holdsEntries()) {
      List<LogEntry> entries = log.entries(first, end);
      return EntryTile.format(whole(entries, tile));
    }
    List<Digest> hashes =
        whole(List.copyOf(log.nodes().byIndex(tile.treeLevel(), first, end).values()), tile);
    return HashTile.format(tile, (level, index) -> hashes.get((int) (index - first)));
  }

  private static <T> List<T> whole(List<T> found, Tile tile) {
    if (found.size() != tile.width()) {
      throw new IllegalStateException(
          "the log lacks something behind " + tile.path() + "; colophon log fsck says what");
    }
    return found;
  }

  private static Optional<Long> sizeOf(byte[] note) {
    try {
      return Optional.of(Checkpoint.parse(SignedNote.parse(note).text()).size());
    } catch (LogFormatException e) {
      return Optional.empty();
    }
  }
}
