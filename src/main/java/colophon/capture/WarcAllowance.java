package colophon.capture;

import java.io.IOException;
import java.io.InputStream;

/**
 * Hands out bytes until the reader has had as many as it was allowed: a header without end, which a
 * parser would collect in memory, ends here.
 */
final class WarcAllowance extends InputStream {

  private final InputStream in;
  private long inAll;
  private long left;

  /**
   * @param inAll how many bytes may be read altogether
   */
  WarcAllowance(InputStream in, long inAll) {
    this.in = in;
    this.inAll = inAll;
  }

  /** From now on that many bytes may be read. */
  void allow(long bytes) {
    left = bytes;
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
    if (left <= 0) {
      throw new IOException("a header is longer than any that is read");
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    inAll -= Math.max(0, count);
    if (inAll < 0) {
      throw new IOException("the file is longer than any that is read");
    }
    return count;
  }
}
