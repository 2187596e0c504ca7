package colophon.article;

/**
 * A line of visible text on a page of a PDF.
 *
 * @param page from 1
 * @param x the left end, in points from the left of the page
 * @param y the base line, in points from the top of the page
 * @param width in points
 * @param size of the letters, in points
 */
record PdfLine(int page, String text, float x, float y, float width, float size) {

  float right() {
    return x + width;
  }
}
