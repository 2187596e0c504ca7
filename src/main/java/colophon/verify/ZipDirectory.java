package colophon.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The directory at the end of a zip (PKWARE's APPNOTE 6.3), read strictly: plain files with plain
 * relative names, one of each, stored or deflated, one behind the other from the first byte to the
 * last, every header said twice alike. No encryption, no zip64, no links, no second disk, nothing
 * hidden between files.
 */
final class ZipDirectory {

  /** The largest zip looked at, in bytes. */
  static final long MOST_BYTES = 256L << 20;

  /** The most files in a zip, and folders with them. */
  static final int MOST_ITEMS = 2_000;

  /** The largest directory, in bytes. */
  static final int MOST_DIRECTORY_BYTES = 2 << 20;

  /** How many bytes may come of all files together when unpacked. */
  static final long MOST_UNPACKED_BYTES = 512L << 20;

  /** How many bytes may come of one packed byte, in a file above {@link #SMALL_BYTES}. */
  static final int MOST_RATIO = 200;

  static final int SMALL_BYTES = 1 << 20;

  /** The longest name, in characters. */
  static final int MOST_NAME_CHARACTERS = 200;

  private static final Pattern PLAIN_NAME =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?");

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_BYTES = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int MOST_DESCRIPTOR_BYTES = 16;
  private static final int ENCRYPTED = 0x2041;
  private static final int DESCRIPTOR = 8;
  private static final int UNIX = 3;
  private static final int KIND = 0170000;
  private static final int FILE = 0100000;
  private static final int FOLDER = 0040000;
  private static final long ZIP64 = 0xffffffffL;

  /** A header of the directory, and where the file's own header stands. */
  private record Stated(ZipItem item, int flags, int nameBytes, long start) {}

  private final FileChannel channel;
  private final long length;
  private final SortedMap<String, ZipItem> items = new TreeMap<>();
  private final SortedMap<Long, Stated> byPlace = new TreeMap<>();
  private final Set<String> names = new HashSet<>();

  private ZipDirectory(FileChannel channel, long length) {
    this.channel = channel;
    this.length = length;
  }

  /** The files of a zip by name; its folders have no say. */
  static SortedMap<String, ZipItem> read(FileChannel channel) throws IOException {
    long length = channel.size();
    if (length > MOST_BYTES) {
      throw new ZipFormatException(
          Code.BUNDLE_TOO_LARGE, "it has more than the " + MOST_BYTES + " bytes that are read");
    }
    var directory = new ZipDirectory(channel, length);
    directory.read();
    return directory.items;
  }

  private void read() throws IOException {
    if (length < END_BYTES) {
      throw malformed("it is too short for a zip");
    }
    ByteBuffer end = at(length - END_BYTES, END_BYTES);
    if (end.getInt(0) != END || end.getShort(20) != 0) {
      throw malformed("it does not end as a zip without a comment does; it may be cut off");
    }
    int count = end.getShort(10) & 0xffff;
    long size = end.getInt(12) & ZIP64;
    long start = end.getInt(16) & ZIP64;
    if (end.getInt(4) != 0 || end.getShort(8) != end.getShort(10)) {
      throw malformed("it is one of several disks");
    }
    if (count == 0xffff || size == ZIP64 || start == ZIP64) {
      throw malformed("it is of the kind for huge files (zip64)");
    }
    if (count > MOST_ITEMS || size > MOST_DIRECTORY_BYTES) {
      throw new ZipFormatException(
          Code.BUNDLE_TOO_LARGE, "it lists more than " + MOST_ITEMS + " files");
    }
    if (start + size != length - END_BYTES) {
      throw malformed("its directory does not stand where it says");
    }
    directory(at(start, (int) size), count);
    long next = 0;
    long unpacked = 0;
    for (Stated stated : byPlace.values()) {
      next = local(stated, next, start);
      unpacked += stated.item().size();
    }
    if (start - next > (anyDescriptor() ? MOST_DESCRIPTOR_BYTES : 0)) {
      throw malformed("bytes stand in it that belong to no file");
    }
    if (unpacked > MOST_UNPACKED_BYTES) {
      throw new ZipFormatException(
          Code.BUNDLE_TOO_LARGE,
          "its files come to more than " + MOST_UNPACKED_BYTES + " bytes when unpacked");
    }
  }

  private boolean anyDescriptor() {
    return !byPlace.isEmpty() && (byPlace.lastEntry().getValue().flags() & DESCRIPTOR) != 0;
  }

  private void directory(ByteBuffer headers, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      if (headers.remaining() < CENTRAL_BYTES || headers.getInt(headers.position()) != CENTRAL) {
        throw malformed("its directory breaks off");
      }
      int at = headers.position();
      int nameBytes = headers.getShort(at + 28) & 0xffff;
      int whole =
          CENTRAL_BYTES
              + nameBytes
              + (headers.getShort(at + 30) & 0xffff)
              + (headers.getShort(at + 32) & 0xffff);
      if (headers.remaining() < whole) {
        throw malformed("its directory breaks off");
      }
      central(headers, at, name(headers, at + CENTRAL_BYTES, nameBytes), nameBytes);
      headers.position(at + whole);
    }
    if (headers.hasRemaining()) {
      throw malformed("its directory holds more than it says");
    }
  }

  private void central(ByteBuffer headers, int at, String name, int nameBytes) throws IOException {
    int flags = headers.getShort(at + 8) & 0xffff;
    int method = headers.getShort(at + 10) & 0xffff;
    long packed = headers.getInt(at + 20) & ZIP64;
    long size = headers.getInt(at + 24) & ZIP64;
    long start = headers.getInt(at + 42) & ZIP64;
    if ((flags & ENCRYPTED) != 0) {
      throw malformed("its file " + name + " is encrypted");
    }
    if (method != 0 && method != 8) {
      throw malformed("its file " + name + " is packed in a way that is not known here");
    }
    if (packed == ZIP64 || size == ZIP64 || start == ZIP64) {
      throw malformed("it is of the kind for huge files (zip64)");
    }
    if (method == 0 && packed != size) {
      throw malformed("its file " + name + " states two lengths");
    }
    if (size > SMALL_BYTES && size / Math.max(1, packed) > MOST_RATIO) {
      throw new ZipFormatException(
          Code.BUNDLE_TOO_LARGE,
          "its file " + name + " grows more than " + MOST_RATIO + " times when unpacked");
    }
    kind(headers.getShort(at + 4) >> 8 & 0xff, headers.getInt(at + 38) >>> 16, name);
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw unsafe("it holds two files called " + name);
    }
    var item = new ZipItem(name, headers.getInt(at + 16) & ZIP64, packed, size, start, method == 8);
    if (byPlace.put(start, new Stated(item, flags, nameBytes, start)) != null) {
      throw malformed("two of its files begin at one place");
    }
  }

  private static void kind(int system, int mode, String name) throws ZipFormatException {
    int kind = system == UNIX ? mode & KIND : 0;
    if (kind != 0 && kind != FILE && kind != FOLDER) {
      throw unsafe("its file " + name + " is a link or a device");
    }
  }

  private static String name(ByteBuffer headers, int at, int length) throws ZipFormatException {
    byte[] bytes = new byte[length];
    headers.get(at, bytes);
    String name = new String(bytes, StandardCharsets.ISO_8859_1);
    if (length > MOST_NAME_CHARACTERS || !PLAIN_NAME.matcher(name).matches()) {
      throw unsafe("a file in it is called \"" + name + "\", which is no plain relative name");
    }
    return name;
  }

  /** Checks a file's own header; gives where its bytes end. */
  private long local(Stated stated, long next, long directory) throws IOException {
    ZipItem item = stated.item();
    long gap = stated.start() - next;
    boolean overlaps = gap < 0 || stated.start() + LOCAL_BYTES + stated.nameBytes() > directory;
    if (overlaps || gap > (next == 0 ? 0 : MOST_DESCRIPTOR_BYTES)) {
      throw malformed("its files overlap, or bytes stand between them that belong to none");
    }
    ByteBuffer header = at(stated.start(), LOCAL_BYTES + stated.nameBytes());
    boolean described = (stated.flags() & DESCRIPTOR) != 0;
    boolean alike =
        header.getInt(0) == LOCAL
            && (header.getShort(6) & 0xffff) == stated.flags()
            && header.getShort(8) == (item.deflated() ? 8 : 0)
            && (header.getShort(26) & 0xffff) == stated.nameBytes()
            && name(header, LOCAL_BYTES, stated.nameBytes()).equals(item.name())
            && (described
                || (header.getInt(14) & ZIP64) == item.checksum()
                    && (header.getInt(18) & ZIP64) == item.packed()
                    && (header.getInt(22) & ZIP64) == item.size());
    if (!alike) {
      throw malformed("it says two things of its file " + item.name());
    }
    long data = stated.start() + LOCAL_BYTES + stated.nameBytes() + (header.getShort(28) & 0xffff);
    if (data + item.packed() > directory) {
      throw malformed("its file " + item.name() + " reaches into the directory");
    }
    if (item.name().endsWith("/")) {
      if (item.size() > 0) {
        throw malformed("its folder " + item.name() + " has content");
      }
    } else {
      items.put(
          item.name(),
          new ZipItem(
              item.name(), item.checksum(), item.packed(), item.size(), data, item.deflated()));
    }
    return data + item.packed();
  }

  private ByteBuffer at(long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw malformed("it breaks off");
      }
    }
    return bytes.flip();
  }

  private static ZipFormatException malformed(String what) {
    return new ZipFormatException(Code.BUNDLE_MALFORMED, what);
  }

  private static ZipFormatException unsafe(String what) {
    return new ZipFormatException(Code.BUNDLE_UNSAFE, what);
  }
}
