package colophon.c2pa;

/** A range of bytes in a file. */
public record ByteRange(long start, long length) {

  public ByteRange {
    if (start < 0 || length < 0 || start + length < 0) {
      throw new IllegalArgumentException("a range starts at 0 or later and is not negative");
    }
  }

  /** The first byte after it. */
  public long end() {
    return start + length;
  }
}
