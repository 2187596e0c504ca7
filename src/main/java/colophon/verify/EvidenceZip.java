package colophon.verify;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** An evidence bundle on disk. Its files are read one at a time, never more than each states. */
final class EvidenceZip implements Closeable {

  private final FileChannel channel;
  private final SortedMap<String, ZipItem> items;

  private EvidenceZip(FileChannel channel, SortedMap<String, ZipItem> items) {
    this.channel = channel;
    this.items = items;
  }

  static EvidenceZip open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new EvidenceZip(channel, ZipDirectory.read(channel));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether a file begins like a zip, or is called one. */
  static boolean looksLike(Path file) {
    if (VersionFolder.name(file).endsWith(".zip")) {
      return true;
    }
    try (InputStream in = java.nio.file.Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4 && ByteBuffer.wrap(start).getInt() == 0x504b0304;
    } catch (IOException e) {
      return false;
    }
  }

  SortedMap<String, ZipItem> items() {
    return items;
  }

  /** The whole of a file, which must not be larger than {@code most}. */
  byte[] bytes(ZipItem item, int most) throws IOException {
    if (item.size() > most) {
      throw new ZipFormatException(
          Code.BUNDLE_TOO_LARGE,
          "its file " + item.name() + " has more than the " + most + " bytes that are read");
    }
    try (InputStream in = stream(item)) {
      return in.readAllBytes();
    }
  }

  /** The bytes of a file; their number and checksum are checked at the end. */
  InputStream stream(ZipItem item) {
    InputStream region = new Region(channel, item.dataStart(), item.packed());
    if (!item.deflated()) {
      return new Checked(region, item, null);
    }
    // The inflater may ask for one byte more than there is.
    InputStream padded = new SequenceInputStream(region, new ByteArrayInputStream(new byte[1]));
    var inflater = new Inflater(true);
    return new Checked(new InflaterInputStream(padded, inflater), item, inflater);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A stretch of a file. */
  private static final class Region extends InputStream {

    private final FileChannel channel;
    private long next;
    private long left;

    Region(FileChannel channel, long start, long length) {
      this.channel = channel;
      this.next = start;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (left == 0) {
        return -1;
      }
      int count = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)), next);
      if (count > 0) {
        next += count;
        left -= count;
      }
      return count;
    }
  }

  /** Ends with an exception where there are more or fewer bytes than stated, or others. */
  private static final class Checked extends InputStream {

    private final InputStream in;
    private final ZipItem item;
    private final @Nullable Inflater inflater;
    private final CRC32 checksum = new CRC32();
    private long count;

    Checked(InputStream in, ZipItem item, @Nullable Inflater inflater) {
      this.in = in;
      this.item = item;
      this.inflater = inflater;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read;
      try {
        read = in.read(bytes, offset, length);
      } catch (IOException e) {
        throw damaged();
      }
      if (read > 0) {
        checksum.update(bytes, offset, read);
        count += read;
      }
      boolean ended = read < 0 && (count < item.size() || checksum.getValue() != item.checksum());
      if (count > item.size() || ended) {
        throw damaged();
      }
      return read;
    }

    private ZipFormatException damaged() {
      return new ZipFormatException(
          Code.BUNDLE_DAMAGED, "its file " + item.name() + " is not what the zip says it is");
    }

    @Override
    public void close() throws IOException {
      in.close();
      if (inflater != null) {
        inflater.end();
      }
    }
  }
}
