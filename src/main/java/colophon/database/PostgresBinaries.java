package colophon.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs that travel with Colophon, unpacked once into a folder that all newsrooms
 * of this user share.
 */
final class PostgresBinaries {

  /** The version of the archive on the class path; a new version gets a new folder. */
  static final String VERSION = "18.6.0";

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private PostgresBinaries() {}

  /** The folder that holds {@code bin/postgres}; unpacked first where it is missing. */
  static Path unpacked(Path cache) throws DatabaseUnavailableException {
    Path folder = cache.resolve("postgres-" + VERSION);
    Path finished = folder.resolve("unpacked");
    if (Files.exists(finished)) {
      return folder;
    }
    try {
      Files.createDirectories(cache);
      try (var channel =
              FileChannel.open(
                  cache.resolve("unpacking.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var ignored = channel.lock()) {
        if (!Files.exists(finished)) {
          unpack(folder);
          Files.createFile(finished);
        }
      }
      return folder;
    } catch (IOException | UncheckedIOException e) {
      throw new DatabaseUnavailableException(
          "The built-in PostgreSQL could not be unpacked into "
              + folder
              + " ("
              + e.getMessage()
              + "). Free some space there (about 60 MB), or set XDG_CACHE_HOME to a folder that can"
              + " be written.");
    }
  }

  private static void unpack(Path folder) throws IOException, DatabaseUnavailableException {
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new DatabaseUnavailableException(
            "No built-in PostgreSQL for this machine ("
                + System.getProperty("os.name")
                + ", "
                + System.getProperty("os.arch")
                + "). Set COLOPHON_DATABASE_URL to a PostgreSQL 15 or newer.");
      }
      try (var tar =
          new TarArchiveInputStream(
              new XZCompressorInputStream(new BufferedInputStream(archive)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          write(folder, entry, tar);
        }
      }
    }
  }

  private static void write(Path folder, TarArchiveEntry entry, InputStream content)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive names a file outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (entry.isSymbolicLink()) {
      Files.deleteIfExists(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & 0100) != 0) {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(target, permissions);
    }
  }
}
