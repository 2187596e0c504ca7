package colophon.kernel;

/**
 * A stretch of text, counted in Unicode code points from the start of the text.
 *
 * @param start the first code point, from 0
 * @param end the code point after the last one; never before {@code start}
 */
public record TextSpan(int start, int end) {

  public TextSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a span runs forward from 0, found " + start + ".." + end);
    }
  }

  /** The number of code points. */
  public int length() {
    return end - start;
  }

  /** The characters of {@code text} that this span covers. */
  public String in(String text) {
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, length()));
  }

  /** Whether every code point of {@code other} lies inside this span. */
  public boolean contains(TextSpan other) {
    return start <= other.start && other.end <= end;
  }

  /** The same stretch, {@code by} code points further on. */
  public TextSpan moved(int by) {
    return new TextSpan(start + by, end + by);
  }

  /** A span from UTF-16 indexes of {@code text}. */
  public static TextSpan ofUtf16(String text, int from, int to) {
    int start = text.codePointCount(0, from);
    return new TextSpan(start, start + text.codePointCount(from, to));
  }
}
