package colophon.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip (RFC 1952) of any number of members one after another, as WARC files are packed.
 * Strictly: every member ends with the checksum and length it states, nothing stands behind the
 * last one, and no more comes out than was allowed. Whatever is wrong is a {@link
 * GzipFormatException}. Closing it closes the stream it reads from.
 */
public final class GzipMembers extends InputStream {

  private static final int BUFFER_BYTES = 16 << 10;

  /** The longest name or comment in a member's header, in bytes. */
  private static final int MOST_NAME_BYTES = 64 << 10;

  /** The most members of one file: an empty one takes twenty bytes, and time. */
  public static final int MOST_MEMBERS = 1_000_000;

  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final InputStream in;
  private final long mostBytes;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int next;
  private int end;
  private long before;
  private boolean inside;
  private long inflated;
  private int members;

  /**
   * @param in the packed bytes
   * @param mostBytes how many bytes may come out in all
   */
  public GzipMembers(InputStream in, long mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    while (inside || header()) {
      int count = inflate(bytes, offset, length);
      if (count > 0) {
        checksum.update(bytes, offset, count);
        inflated += count;
        if (inflated > mostBytes) {
          throw new GzipFormatException(
              "expected at most " + mostBytes + " bytes after unpacking, found more");
        }
        return count;
      }
      if (inflater.finished()) {
        next = end - inflater.getRemaining();
        trailer();
        inside = false;
      } else if (inflater.needsInput()) {
        next = end;
        if (!fill()) {
          throw truncated();
        }
        inflater.setInput(buffer, next, end - next);
      } else {
        throw malformed("a preset dictionary");
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int offset, int length) throws GzipFormatException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw malformed("damaged deflate data");
    }
  }

  /** Reads the header of the next member; false at the end of the file. */
  private boolean header() throws IOException {
    if (next == end && !fill()) {
      return false;
    }
    if (++members > MOST_MEMBERS) {
      throw new GzipFormatException(
          "expected at most " + MOST_MEMBERS + " gzip members, found more");
    }
    if (one() != 0x1f || one() != 0x8b || one() != 8) {
      throw malformed("something else than a gzip member");
    }
    int flags = one();
    if ((flags & RESERVED) != 0) {
      throw malformed("reserved flags in a gzip header");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(one() | one() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(buffer, next, end - next);
    checksum.reset();
    inside = true;
    return true;
  }

  private void trailer() throws IOException {
    long stated = four();
    if (stated != checksum.getValue()) {
      throw malformed("a gzip member with a wrong checksum");
    }
    if (four() != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw malformed("a gzip member of another length than it states");
    }
  }

  private long four() throws IOException {
    return one() | one() << 8 | one() << 16 | (long) one() << 24;
  }

  private void skipText() throws IOException {
    for (int i = 0; one() != 0; i++) {
      if (i == MOST_NAME_BYTES) {
        throw malformed("a name without end in a gzip header");
      }
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      one();
    }
  }

  private int one() throws IOException {
    if (next == end && !fill()) {
      throw truncated();
    }
    return buffer[next++] & 0xff;
  }

  private boolean fill() throws IOException {
    before += end;
    next = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private GzipFormatException truncated() {
    return new GzipFormatException("expected the rest of a gzip member, found the end of the file");
  }

  private GzipFormatException malformed(String found) {
    return new GzipFormatException(
        "expected sound gzip, found " + found + " before byte " + (before + next));
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
