package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Digest;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/**
 * The files of an evidence bundle, opened and fitted together again without any of its own code.
 */
final class BundleEntries {

  private static final String MANIFEST = "manifest.json";

  private BundleEntries() {}

  static SortedMap<String, byte[]> unpacked(Path file) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getExtra()).isNull();
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  /** Writes the manifest anew, as whoever changes a bundle would. */
  static void refit(SortedMap<String, byte[]> files) {
    try {
      Json.Obj manifest = JsonReader.readObject(files.get(MANIFEST), 1 << 22);
      var list = new ArrayList<Json>();
      files.forEach((name, bytes) -> {
        if (!name.equals(MANIFEST)) {
          list.add(Json.object("path", Json.of(name), "sha256", Json.of(Digest.of(bytes).hex())));
        }
      });
      files.put(MANIFEST, CanonicalJson.bytes(manifest.with("entries", Json.array(list))));
    } catch (JsonFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
