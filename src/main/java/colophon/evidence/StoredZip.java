package colophon.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip whose bytes follow from its entries alone: sorted by name, not packed (so that no version
 * of a packing library decides a byte), without extra fields, all of one time.
 */
final class StoredZip {

  /** The first of January would be written with an extra field. */
  private static final LocalDateTime ALL_OF = LocalDateTime.of(1980, 2, 1, 0, 0);

  private StoredZip() {}

  static byte[] of(SortedMap<String, byte[]> entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (var file : entries.entrySet()) {
        byte[] bytes = file.getValue();
        var checksum = new CRC32();
        checksum.update(bytes);
        var entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ALL_OF);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return out.toByteArray();
  }
}
