package colophon.verify;

import colophon.kernel.Digest;
import colophon.kernel.GzipMembers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that a WARC file (ISO 28500, WARC/1.0 and 1.1) holds, by their digests. Read strictly,
 * as an evidence bundle holds it: gzip members, {@code WARC/1.x}, named fields, a blank line, as
 * many bytes as {@code Content-Length} says, two line ends. A digest that a record states in
 * SHA-256 must be that of its bytes; other algorithms are passed by, since the record of a brief
 * names bodies by SHA-256 itself.
 */
final class ArchivedBodies {

  /** The most records read. */
  static final int MOST_RECORDS = 10_000;

  /** The largest block of a record, in bytes. */
  static final int MOST_BLOCK_BYTES = 65 << 20;

  /** The largest header of a record, in bytes. */
  static final int MOST_HEADER_BYTES = 64 << 10;

  /** The largest HTTP head in a block, in bytes. */
  static final int MOST_HEAD_BYTES = 256 << 10;

  /** How many bytes may come of the whole file when unpacked. */
  static final long MOST_BYTES = 256L << 20;

  private static final String SHA256 = "sha256:";

  private final InputStream in;
  private final SortedMap<Digest, String> bodies = new TreeMap<>();
  private int record;

  private ArchivedBodies(InputStream in) {
    this.in = in;
  }

  /**
   * The digest of every archived body, and the id of its record.
   *
   * @param packed the file, in gzip members
   */
  static SortedMap<Digest, String> read(InputStream packed)
      throws IOException, ArchiveFormatException {
    var unpacked = new GzipMembers(packed, MOST_BYTES);
    var reading = new ArchivedBodies(new BufferedInputStream(unpacked, 64 << 10));
    while (reading.next()) {
      if (reading.record == MOST_RECORDS) {
        throw malformed("it holds more than " + MOST_RECORDS + " records");
      }
    }
    return Collections.unmodifiableSortedMap(reading.bodies);
  }

  private boolean next() throws IOException, ArchiveFormatException {
    Map<String, String> fields = header();
    if (fields == null) {
      return false;
    }
    record++;
    byte[] block = block(fields);
    if (in.read() != '\r' || in.read() != '\n' || in.read() != '\r' || in.read() != '\n') {
      throw malformed("record " + record + " does not end where it says");
    }
    Digest whole = digest(block, 0);
    stated(fields, "warc-block-digest", whole);
    String type = fields.getOrDefault("warc-type", "");
    boolean response = type.equals("response");
    if (response || type.equals("resource")) {
      Digest body = response ? digest(block, bodyStart(block)) : whole;
      stated(fields, "warc-payload-digest", body);
      bodies.putIfAbsent(body, fields.getOrDefault("warc-record-id", ""));
    }
    return true;
  }

  private @Nullable Map<String, String> header() throws IOException, ArchiveFormatException {
    int[] left = {MOST_HEADER_BYTES};
    String version = line(left);
    if (version == null) {
      return null;
    }
    if (!version.equals("WARC/1.1") && !version.equals("WARC/1.0")) {
      throw malformed("behind record " + record + " no other record begins");
    }
    Map<String, String> fields = new HashMap<>();
    for (String line = line(left); line == null || !line.isEmpty(); line = line(left)) {
      int colon = line == null ? -1 : line.indexOf(':');
      if (line == null || colon < 1) {
        throw malformed("the header of record " + (record + 1) + " cannot be read");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String before = fields.put(name, line.substring(colon + 1).strip());
      if (before != null && !name.equals("warc-concurrent-to")) {
        throw malformed("record " + (record + 1) + " states its " + name + " twice");
      }
    }
    return fields;
  }

  /** The next line without its end; null at the end of the file. */
  private @Nullable String line(int[] left) throws IOException, ArchiveFormatException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (--left[0] < 0) {
        throw malformed("the header of record " + (record + 1) + " is too long");
      }
      if (c == '\n' && !line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
        return line.substring(0, line.length() - 1);
      }
      line.append((char) c);
    }
    if (!line.isEmpty()) {
      throw malformed("it breaks off behind record " + record);
    }
    return null;
  }

  private byte[] block(Map<String, String> fields) throws IOException, ArchiveFormatException {
    String stated = fields.getOrDefault("content-length", "");
    if (!stated.matches("\\d{1,9}") || Integer.parseInt(stated) > MOST_BLOCK_BYTES) {
      throw malformed("record " + record + " states no length of at most " + MOST_BLOCK_BYTES);
    }
    int length = Integer.parseInt(stated);
    byte[] block = new byte[length];
    if (in.readNBytes(block, 0, length) < length) {
      throw malformed("it breaks off in record " + record);
    }
    return block;
  }

  /** Where the body begins behind an HTTP head. */
  private int bodyStart(byte[] block) throws ArchiveFormatException {
    int most = Math.min(block.length, MOST_HEAD_BYTES);
    for (int i = 3; i < most; i++) {
      if (block[i] == '\n'
          && block[i - 1] == '\r'
          && block[i - 2] == '\n'
          && block[i - 3] == '\r') {
        return i + 1;
      }
    }
    throw malformed("the HTTP head in record " + record + " has no end");
  }

  /** Of a part of a block, which may be large: without copying it. */
  private static Digest digest(byte[] block, int from) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(block, from, block.length - from);
      return Digest.ofRaw(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void stated(Map<String, String> fields, String name, Digest digest)
      throws ArchiveFormatException {
    String stated = fields.getOrDefault(name, "");
    boolean differs =
        stated.toLowerCase(Locale.ROOT).startsWith(SHA256)
            && stated.length() == SHA256.length() + 64
            && !stated.equalsIgnoreCase(digest.toString());
    if (differs) {
      throw new ArchiveFormatException(
          Code.ARCHIVE_DIFFERS, "record " + record + " does not have the digest that it states");
    }
  }

  private static ArchiveFormatException malformed(String what) {
    return new ArchiveFormatException(Code.ARCHIVE_MALFORMED, what);
  }
}
