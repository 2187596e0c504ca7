package colophon.attest;

import colophon.tlog.Checkpoint;
import colophon.tlog.LogFormatException;
import colophon.tlog.NoteKey;
import colophon.tlog.SignedNote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * The newest checkpoint this node has seen, in a file outside the database: a database that was
 * restored from an older backup, or written anew, does not agree with it and is refused before
 * anything is signed that contradicts what readers hold.
 */
public final class KeptCheckpoint {

  /** Its usual name in the newsroom's folder. */
  public static final String FILE = "log-checkpoint";

  private final Path file;

  /**
   * Names the place.
   *
   * @param file made at the first publication
   */
  public KeptCheckpoint(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** The file, for messages and for an inspection. */
  public Path file() {
    return file;
  }

  /** The checkpoint kept; nothing where none is. */
  public Optional<SignedNote> read() throws LogRefusedException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SignedNote.parse(Files.readAllBytes(file)));
    } catch (IOException | LogFormatException e) {
      throw new LogRefusedException(
          "The checkpoint of the log that is kept in "
              + file
              + " cannot be read ("
              + (e instanceof LogFormatException ? e.getMessage() : e.getClass().getSimpleName())
              + "). Put a copy of the site's log/checkpoint in its place.");
    }
  }

  /**
   * Keeps the log's newest checkpoint in place of the one before. One that is older than what is
   * kept, as another process may hand it in, changes nothing.
   *
   * @throws LogRefusedException where the log is not the one that was kept, or the file cannot be
   *     written
   */
  void keep(LogStore log) throws LogRefusedException {
    // One at a time, over all threads and processes that work in this folder.
    synchronized (KeptCheckpoint.class) {
      Path folder = Objects.requireNonNull(file.getParent(), "the folder of " + file);
      try {
        Files.createDirectories(folder);
        try (var channel =
                FileChannel.open(
                    folder.resolve(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            var ignored = channel.lock()) {
          Optional<SignedNote> newest = log.latestCheckpoint();
          // One of an earlier epoch, whatever its size, makes way for this epoch's.
          long kept =
              compare(log)
                  .filter(known -> known.origin().equals(log.origin()))
                  .map(Checkpoint::size)
                  .orElse(-1L);
          if (newest.isPresent() && checkpoint(newest.get()).size() >= kept) {
            write(folder, newest.get().format().getBytes(StandardCharsets.UTF_8));
          }
        }
      } catch (IOException e) {
        throw new LogRefusedException(
            "The log's checkpoint could not be kept in "
                + file
                + " ("
                + e.getClass().getSimpleName()
                + "). Check the folder's permissions and the disk's free space; what is logged goes"
                + " out with the next start.");
      }
    }
  }

  private void write(Path folder, byte[] note) throws IOException {
    Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
    try (var channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(note);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Checkpoint checkpoint(SignedNote note) throws LogRefusedException {
    try {
      return Checkpoint.parse(note.text());
    } catch (LogFormatException e) {
      throw new LogRefusedException(
          "The checkpoint of the log that is kept in "
              + file
              + " is none ("
              + e.getMessage()
              + "). Put a copy of the site's log/checkpoint in its place.");
    }
  }

  /**
   * Refuses a log that does not begin with what the kept checkpoint speaks of. Where that is one of
   * an earlier epoch, the log of that epoch is compared.
   *
   * @return the kept checkpoint; nothing where none is kept
   * @throws LogRefusedException with a sentence that says what to do
   */
  public Optional<Checkpoint> compare(LogStore newest) throws LogRefusedException {
    // The kept one is read first: what another process logs meanwhile only makes the log longer.
    Optional<SignedNote> kept = read();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    Checkpoint checkpoint = checkpoint(kept.get());
    if (!newest.isBegun()) {
      throw new LogRefusedException(
          "The database holds no log, and the checkpoint kept in "
              + file
              + " speaks of "
              + checkpoint.size()
              + " entries. Use the database that belongs to this folder, or restore its backup.");
    }
    LogStore log =
        newest.epochs().stream()
            .filter(epoch -> epoch.key().name().equals(checkpoint.origin()))
            .findFirst()
            .map(epoch -> newest.inEpoch(epoch.number()))
            .orElse(newest);
    NoteKey key = NoteKey.ofLog(log.origin(), log.publicKey());
    if (!checkpoint.origin().equals(log.origin())
        || kept.get().check(key) != SignedNote.Answer.SIGNED) {
      throw new LogRefusedException(
          "The checkpoint that is kept in "
              + file
              + " is not one of this newsroom's log, "
              + log.origin()
              + ". Use the database and the keys that belong to this folder.");
    }
    if (checkpoint.size() > log.size()) {
      throw new LogRefusedException(
          "The log in the database has "
              + entries(log.size())
              + ", and the checkpoint kept in "
              + file
              + " speaks of "
              + checkpoint.size()
              + ": the database was restored from an older backup, or entries were removed."
              + " Restore a newer backup; publishing into this one would contradict what readers"
              + " hold.");
    }
    if (!log.root(checkpoint.size()).equals(Optional.of(checkpoint.root()))) {
      throw new LogRefusedException(
          "The log in the database does not begin with the "
              + checkpoint.size()
              + " entries that the checkpoint kept in "
              + file
              + " speaks of: it was changed or written anew. Restore the database from a backup;"
              + " colophon log fsck names the first entry that is wrong.");
    }
    return Optional.of(checkpoint);
  }

  private static String entries(long number) {
    return number + (number == 1 ? " entry" : " entries");
  }
}
