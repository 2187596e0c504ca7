package colophon.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the files of a folder, within limits. Links are not followed. */
final class VersionFolder {

  /** The largest file read, in bytes. */
  static final int MOST_FILE_BYTES = 16 * 1024 * 1024;

  /** The most bytes read of one folder. */
  static final int MOST_FOLDER_BYTES = 48 * 1024 * 1024;

  /** The most files looked at in one folder. */
  static final int MOST_FILES = 200;

  private VersionFolder() {}

  /** Every file of the folder by name; what cannot be read is a finding. */
  static SortedMap<String, byte[]> read(Path folder, Findings findings) {
    return read(folder, name -> true, findings);
  }

  /** The files of the folder that are wanted, by name; the others are not opened. */
  static SortedMap<String, byte[]> read(Path folder, Predicate<String> wanted, Findings findings) {
    var files = new TreeMap<String, byte[]>();
    long left = MOST_FOLDER_BYTES;
    for (Path path : list(folder, MOST_FILES, findings)) {
      String name = name(path);
      if (!wanted.test(name)) {
        continue;
      }
      if (name.startsWith(".")) {
        findings.add(Code.FILE_IGNORED, name, "Hidden files are not looked at.");
      } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        findings.add(
            Code.ARTEFACT_UNEXPECTED,
            name,
            "This is a folder or a link and no file, and the signed record does not list it.");
      } else {
        byte[] bytes = read(path, name, findings);
        if (bytes != null) {
          left -= bytes.length;
          if (left < 0) {
            findings.add(
                Code.FOLDER_TOO_LARGE,
                name,
                "The files of this folder come to more than " + MOST_FOLDER_BYTES + " bytes.");
            return files;
          }
          files.put(name, bytes);
        }
      }
    }
    return files;
  }

  /** The bytes of a file, or null after a finding. */
  static byte @Nullable [] read(Path path, String name, Findings findings) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_FILE_BYTES + 1);
      if (bytes.length <= MOST_FILE_BYTES) {
        return bytes;
      }
      findings.add(
          Code.FILE_TOO_LARGE, name, "The file has more than " + MOST_FILE_BYTES + " bytes.");
    } catch (IOException e) {
      findings.add(
          Code.FILE_UNREADABLE,
          name,
          "The file cannot be read (" + e.getClass().getSimpleName() + ").");
    }
    return null;
  }

  /** The bytes of a file that need not be there; null where it is not. */
  static byte @Nullable [] readIfThere(Path path, String name, Findings findings) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? read(path, name, findings) : null;
  }

  /** What stands in a folder, sorted by name. */
  static List<Path> list(Path folder, int most, Findings findings) {
    var paths = new ArrayList<Path>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path path : entries) {
        if (paths.size() == most) {
          findings.add(
              Code.FOLDER_TOO_LARGE,
              name(folder),
              "More than " + most + " entries stand in this folder.");
          break;
        }
        paths.add(path);
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      findings.add(
          Code.FILE_UNREADABLE,
          name(folder),
          "The folder cannot be read (" + e.getClass().getSimpleName() + ").");
    }
    paths.sort(null);
    return paths;
  }

  /** The last part of a path. */
  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** The number of a version's folder, {@code v1} and up, or 0 for any other name. */
  static int version(String name) {
    if (name.length() < 2 || name.length() > 7 || name.charAt(0) != 'v' || name.charAt(1) == '0') {
      return 0;
    }
    int version = 0;
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      version = version * 10 + c - '0';
    }
    return version;
  }
}
