package colophon.attest;

import colophon.tlog.Checkpoint;
import colophon.tlog.LogFormatException;
import colophon.tlog.NoteKey;
import colophon.tlog.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The newest checkpoint this node has seen, in a file outside the database: a database that was
 * restored from an older backup, or written anew, does not agree with it and is refused before
 * anything is signed that contradicts what readers hold.
 */
public final class KeptCheckpoint {

  private final Path file;

  /**
   * Names the place.
   *
   * @param file made at the first publication
   */
  public KeptCheckpoint(Path file) {
    this.file = file;
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

  /** Keeps the newest checkpoint in place of the one before. */
  void keep(SignedNote newest) throws IOException {
    byte[] note = newest.format().getBytes(StandardCharsets.UTF_8);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder for " + file);
    }
    Files.createDirectories(folder);
    Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
    Files.write(unfinished, note);
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Refuses a log that does not begin with what the kept checkpoint speaks of.
   *
   * @throws LogRefusedException with a sentence that says what to do
   */
  void compare(LogStore log) throws LogRefusedException {
    Optional<SignedNote> kept = read();
    if (kept.isEmpty()) {
      return;
    }
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(kept.get().text());
    } catch (LogFormatException e) {
      throw new LogRefusedException(
          "The checkpoint of the log that is kept in "
              + file
              + " is none ("
              + e.getMessage()
              + "). Put a copy of the site's log/checkpoint in its place.");
    }
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
              + log.size()
              + " entries, and the checkpoint kept in "
              + file
              + " speaks of "
              + checkpoint.size()
              + ": the database was restored from an older backup, or entries were removed."
              + " Restore a newer backup; publishing into this one would contradict what readers"
              + " hold.");
    }
    if (!log.root(checkpoint.size()).equals(checkpoint.root())) {
      throw new LogRefusedException(
          "The log in the database does not begin with the "
              + checkpoint.size()
              + " entries that the checkpoint kept in "
              + file
              + " speaks of: it was changed or written anew. Restore the database from a backup;"
              + " colophon log fsck names the first entry that is wrong.");
    }
  }
}
