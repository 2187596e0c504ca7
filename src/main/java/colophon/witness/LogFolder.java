package colophon.witness;

import colophon.tlog.AddCheckpoint;
import colophon.tlog.Checkpoint;
import colophon.tlog.ConsistencyProof;
import colophon.tlog.LogFormatException;
import colophon.tlog.SignedNote;
import colophon.tlog.Tile;
import colophon.tlog.TiledNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log that lies on disk as tiles, such as a copy of a site's {@code log} folder: the witness
 * makes the proof itself that its checkpoint continues the one it knows.
 */
public final class LogFolder {

  private static final int MOST_TILE_BYTES = Tile.FULL * 32;

  private final Path folder;
  private final SignedNote note;
  private final Checkpoint checkpoint;

  private LogFolder(Path folder, SignedNote note, Checkpoint checkpoint) {
    this.folder = folder;
    this.note = note;
    this.checkpoint = checkpoint;
  }

  /** Opens the folder that holds {@code checkpoint} and {@code tile}. */
  public static LogFolder open(Path folder) throws WitnessFolderException {
    Path file = folder.resolve("checkpoint");
    try {
      if (Files.size(file) > SignedNote.MOST_BYTES) {
        throw new LogFormatException("it is larger than any checkpoint");
      }
      SignedNote note = SignedNote.parse(Files.readAllBytes(file));
      return new LogFolder(folder, note, Checkpoint.parse(note.text()));
    } catch (IOException | LogFormatException e) {
      throw new WitnessFolderException(
          "The checkpoint "
              + file
              + " cannot be read ("
              + (e instanceof IOException ? e.getClass().getSimpleName() : e.getMessage())
              + "). Name the folder of a log as it is published, such as SITE/log.");
    }
  }

  /** The log's name. */
  public String origin() {
    return checkpoint.origin();
  }

  /** The checkpoint as it stands there. */
  public SignedNote note() {
    return note;
  }

  /**
   * The request that a log would send to a witness that knows {@code last}. Where the tree is
   * smaller than that, the request says so and the witness refuses it.
   */
  public AddCheckpoint since(Optional<Checkpoint> last) throws WitnessFolderException {
    long known = last.map(Checkpoint::size).orElse(0L);
    if (known == 0 || known >= checkpoint.size()) {
      return new AddCheckpoint(known, List.of(), note);
    }
    try {
      return new AddCheckpoint(
          known,
          ConsistencyProof.of(
                  known, checkpoint.size(), TiledNodes.over(checkpoint.size(), this::read))
              .path(),
          note);
    } catch (TiledNodes.MissingTileException e) {
      throw new WitnessFolderException(
          e.getMessage() + " Without it the log in " + folder + " shows no continuation.");
    }
  }

  private byte @Nullable [] read(Tile tile) {
    // A log that grew since may have the full tile alone; its first hashes are the partial one.
    byte[] bytes = bytes(folder.resolve(tile.path()));
    if (bytes == null && !tile.isFull()) {
      byte[] full = bytes(folder.resolve(tile.full().path()));
      return full == null ? null : java.util.Arrays.copyOf(full, tile.width() * 32);
    }
    return bytes;
  }

  private static byte @Nullable [] bytes(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && Files.size(file) <= MOST_TILE_BYTES
          ? Files.readAllBytes(file)
          : null;
    } catch (IOException e) {
      return null;
    }
  }
}
