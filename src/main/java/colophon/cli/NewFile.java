package colophon.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that a command is asked to write: it appears whole or not at all. */
final class NewFile {

  /** Writes the content. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  private NewFile() {}

  static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(target)) {
      throw new CommandFailure(
          ExitCode.CANNOT_WRITE,
          "The file " + file + " cannot be written: name a file in a folder that is there.");
    }
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        content.write(out);
      }
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
