package colophon.publication;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * The folder that a web server serves. A file is written beside its place, forced to disk and moved
 * into place in one step, so that a reader sees the old or the new one and never a part.
 */
final class SiteFolder {

  private static final String UNFINISHED = ".unfinished";

  private final Path root;

  SiteFolder(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** Whether a file stands there. */
  boolean has(String relative) {
    return Files.exists(resolve(relative), LinkOption.NOFOLLOW_LINKS);
  }

  /** Puts one file in place, replacing what stood there. Writes nothing where it is the same. */
  void put(String relative, byte[] content) throws SiteNotWritableException {
    Path target = resolve(relative);
    try {
      if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), content)) {
        return;
      }
      Path folder = parent(target);
      Files.createDirectories(folder);
      Path unfinished = folder.resolve(target.getFileName() + UNFINISHED);
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
      deleteTree(unfinished);
      Files.createDirectories(unfinished);
      for (var file : files.entrySet()) {
        write(unfinished.resolve(file.getKey()), file.getValue());
      }
      force(unfinished);
      deleteTree(target);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      force(parent(target));
    } catch (IOException e) {
      throw notWritable(target, e);
    }
  }

  /** Takes a file away; one that is not there is no error. */
  void remove(String relative) throws SiteNotWritableException {
    Path target = resolve(relative);
    try {
      Files.deleteIfExists(target);
    } catch (IOException e) {
      throw notWritable(target, e);
    }
  }

  /** The names of the files in a folder, sorted; empty where there is none. */
  List<String> names(String relative) throws SiteNotWritableException {
    Path folder = resolve(relative);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var paths = Files.list(folder)) {
      return paths.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  private Path resolve(String relative) {
    Path target = root.resolve(relative).normalize();
    if (!target.startsWith(root)) {
      throw new IllegalStateException("a place outside the site: " + relative);
    }
    return target;
  }

  private static boolean holds(Path folder, SortedMap<String, byte[]> files) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        return false;
      }
    }
    return Files.isDirectory(folder);
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

  private static void deleteTree(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var paths = Files.walk(path)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static SiteNotWritableException notWritable(Path target, IOException e) {
    return new SiteNotWritableException(
        "The site's "
            + target
            + " could not be written ("
            + e.getClass().getSimpleName()
            + ": "
            + e.getMessage()
            + "). Check the folder's permissions and the disk's free space; what is logged goes out"
            + " with the next start.");
  }
}
