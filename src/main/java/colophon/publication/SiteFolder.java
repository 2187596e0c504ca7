package colophon.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.util.FileSystemUtils;

/**
 * The folder that a web server serves. A file is written beside its place, forced to disk and moved
 * into place in one step, so that a reader sees the old or the new one and never a part.
 */
final class SiteFolder {

  private static final String UNFINISHED = ".unfinished";

  /** How far below the root something unfinished may lie: {@code briefs/SLUG/v1.unfinished}. */
  private static final int DEEPEST_UNFINISHED = 3;

  private final Path root;

  SiteFolder(Path root) {
    this.root = root;
  }

  /** The file that stands there; nothing where none does. */
  Optional<byte[]> read(String relative) throws SiteNotWritableException {
    Path target = resolve(relative);
    try {
      return Files.isRegularFile(target)
          ? Optional.of(Files.readAllBytes(target))
          : Optional.empty();
    } catch (IOException e) {
      throw notWritable(target, e);
    }
  }

  /** Puts one file in place, replacing what stood there. Writes nothing where it is the same. */
  void put(String relative, byte[] content) throws SiteNotWritableException {
    Path target = resolve(relative);
    Path folder = parent(target);
    Path unfinished = folder.resolve(target.getFileName() + UNFINISHED);
    try {
      if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), content)) {
        return;
      }
      Files.createDirectories(folder);
      write(unfinished, content);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      force(folder);
    } catch (IOException e) {
      throw notWritable(target, e);
    }
  }

  /**
   * Puts a whole folder in place that never changes again: all of its files or none. What stands
   * there from before a crash is kept where it is the same and replaced where it is not whole.
   */
  void putOnce(String relative, SortedMap<String, byte[]> files) throws SiteNotWritableException {
    Path target = resolve(relative);
    try {
      if (holds(target, files)) {
        return;
      }
      Path unfinished = parent(target).resolve(target.getFileName() + UNFINISHED);
      FileSystemUtils.deleteRecursively(unfinished);
      Files.createDirectories(unfinished);
      for (var file : files.entrySet()) {
        write(unfinished.resolve(file.getKey()), file.getValue());
      }
      force(unfinished);
      FileSystemUtils.deleteRecursively(target);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      force(parent(target));
    } catch (IOException e) {
      throw notWritable(target, e);
    }
  }

  /** Takes a folder away, finished or not; one that is not there is no error. */
  void removeTree(String relative) throws SiteNotWritableException {
    Path target = resolve(relative);
    try {
      FileSystemUtils.deleteRecursively(target);
      FileSystemUtils.deleteRecursively(parent(target).resolve(target.getFileName() + UNFINISHED));
    } catch (IOException e) {
      throw notWritable(target, e);
    }
  }

  /** Takes away what a process that was killed had not finished writing. Nobody may be writing. */
  void sweep() throws SiteNotWritableException {
    if (!Files.isDirectory(root)) {
      return;
    }
    try (var paths = Files.walk(root, DEEPEST_UNFINISHED)) {
      for (Path path : paths.filter(SiteFolder::isUnfinished).toList()) {
        FileSystemUtils.deleteRecursively(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw notWritable(root, e);
    }
  }

  /** Whether a file is there and holds that text. */
  boolean mentions(String relative, String text) throws SiteNotWritableException {
    Path file = resolve(relative);
    try {
      return Files.isRegularFile(file) && Files.readString(file).contains(text);
    } catch (IOException e) {
      throw notWritable(file, e);
    }
  }

  private static boolean isUnfinished(Path path) {
    return String.valueOf(path.getFileName()).endsWith(UNFINISHED);
  }

  private Path resolve(String relative) {
    Path target = root.resolve(relative).normalize();
    if (!target.startsWith(root)) {
      throw new IllegalStateException("a place outside the site: " + relative);
    }
    return target;
  }

  /** Whether a folder holds these files, whole and nothing beside them. */
  private static boolean holds(Path folder, SortedMap<String, byte[]> files) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var found = Files.list(folder)) {
      if (found.count() != files.size()) {
        return false;
      }
    }
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var buffer = java.nio.ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalStateException("no folder above " + path);
    }
    return parent;
  }

  private static SiteNotWritableException notWritable(Path target, Exception e) {
    return new SiteNotWritableException(
        "The site's "
            + target
            + " could not be read or written ("
            + e.getClass().getSimpleName()
            + ": "
            + e.getMessage()
            + "). Check the folder's permissions and the disk's free space; what is logged goes out"
            + " with the next start.");
  }
}
