package colophon.capture;

/**
 * How much of a WARC file is read.
 *
 * @param mostRecords in one file
 * @param mostBlockBytes the largest block of one record: an HTTP head and a body
 * @param mostHeadBytes the largest header of a record, and the largest HTTP head in a block
 * @param mostBytes of the whole file after unpacking
 */
public record WarcLimits(int mostRecords, int mostBlockBytes, int mostHeadBytes, long mostBytes) {

  /** What the newsroom uses. */
  public static WarcLimits standard() {
    return new WarcLimits(100_000, 65 << 20, 256 << 10, 4L << 30);
  }
}
