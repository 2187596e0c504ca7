package colophon.verify;

import static colophon.fuzz.FuzzTarget.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.evidence.EvidenceBundle;
import colophon.fuzz.FuzzTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Evidence zips of anybody. */
public final class ZipTargets {

  private static final int MOST_BYTES = 1 << 20;

  private ZipTargets() {}

  public static List<FuzzTarget> all() {
    return List.of(new FuzzTarget("zip", ZipTargets::seeds, ZipTargets::zip));
  }

  private static SortedMap<String, byte[]> files() {
    return new TreeMap<>(
        java.util.Map.of(
            "README.txt", "What this is.".getBytes(UTF_8),
            "briefs/a/v1/index.html", "<p>The harbour opened.</p>".repeat(20).getBytes(UTF_8),
            "empty", new byte[0]));
  }

  /** As we write them, and packed, with a data descriptor behind each file. */
  private static List<byte[]> seeds() {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed, UTF_8)) {
      for (var file : files().entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(new EvidenceBundle(null, files()).zip(), packed.toByteArray());
  }

  /** Whatever is read can be written as our own bundles are, and is read as the same. */
  private static void zip(byte[] input) throws IOException {
    Path file = Files.createTempFile("fuzz", ".zip");
    try {
      SortedMap<String, byte[]> files;
      try {
        files = read(Files.write(file, input));
      } catch (ZipFormatException e) {
        return;
      }
      SortedMap<String, byte[]> again =
          read(Files.write(file, new EvidenceBundle(null, files).zip()));
      require(again.keySet().equals(files.keySet()), "a zip that was written is read");
      files.forEach(
          (name, bytes) -> require(Arrays.equals(bytes, again.get(name)), name + " is the same"));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static SortedMap<String, byte[]> read(Path file) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var zip = EvidenceZip.open(file)) {
      for (ZipItem item : zip.items().values()) {
        byte[] bytes = zip.bytes(item, MOST_BYTES);
        require(bytes.length == item.size(), "a file has as many bytes as the zip states");
        files.put(item.name(), bytes);
      }
    }
    return files;
  }
}
