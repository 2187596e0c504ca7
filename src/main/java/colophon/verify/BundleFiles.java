package colophon.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the files of an evidence bundle, within the limits of its verification. */
public final class BundleFiles {

  private BundleFiles() {}

  /**
   * Every file by its path in the bundle. Nothing is checked but the zip; verify it first.
   *
   * @throws IOException where it cannot be read, or is no zip of the plain kind
   */
  public static SortedMap<String, byte[]> read(Path bundle) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var zip = EvidenceZip.open(bundle)) {
      for (ZipItem item : zip.items().values()) {
        files.put(item.name(), zip.bytes(item, Integer.MAX_VALUE));
      }
    }
    return files;
  }
}
