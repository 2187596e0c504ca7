package colophon.article;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Strips a PDF of its text letter by letter and keeps what a reader sees: not letters in the colour
 * of their ground, tiny, transparent, painted in no mode or off the page. Text that is covered by
 * something painted later is not told apart.
 */
final class VisibleText extends PDFTextStripper {

  private static final float TINY_POINTS = 2;
  private static final int MOST_HIDDEN = 100;
  private static final int MOST_LINES = 100_000;

  private final List<PdfLine> lines = new ArrayList<>();
  private final List<HiddenText> hidden = new ArrayList<>();
  private final StringBuilder cut = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final List<TextPosition> letters = new ArrayList<>();
  private final boolean scanned;
  private String cutBy = "";
  private int glyphs;
  private @Nullable TextPosition lastCut;
  private PdfGround ground = new PdfGround();
  private PDRectangle box = new PDRectangle();

  /**
   * @param scanned whether the document's text is an invisible layer over images of its pages
   */
  VisibleText(boolean scanned) {
    this.scanned = scanned;
    addOperator(new SetNonStrokingColorSpace(this));
    addOperator(new SetNonStrokingColor(this));
    addOperator(new SetNonStrokingColorN(this));
    addOperator(new SetNonStrokingDeviceGrayColor(this));
    addOperator(new SetNonStrokingDeviceRGBColor(this));
    addOperator(new SetNonStrokingDeviceCMYKColor(this));
    setSuppressDuplicateOverlappingText(true);
  }

  /** The visible lines of the pages from {@code first} to {@code last}, in reading order. */
  List<PdfLine> lines(PDDocument document, int first, int last) throws IOException {
    setStartPage(first);
    setEndPage(last);
    writeText(document, new StringWriter());
    flushLine();
    report();
    return lines;
  }

  List<HiddenText> hidden() {
    return hidden;
  }

  /** How many shapes of letters were painted to be seen, spaces and unreadable ones among them. */
  int glyphs() {
    return glyphs;
  }

  @Override
  protected void showGlyph(Matrix place, PDFont font, int code, Vector moved) throws IOException {
    glyphs++;
    super.showGlyph(place, font, code, moved);
  }

  @Override
  protected void startPage(PDPage page) throws IOException {
    ground = new PdfGround();
    box = page.getCropBox();
  }

  @Override
  protected void endPage(PDPage page) throws IOException {
    flushLine();
    report();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    switch (operator.getName()) {
      case "re" -> rectangle(operands);
      case "m", "l", "c", "v", "y" -> points(operands);
      case "f", "F", "f*", "b", "b*", "B", "B*" -> ground.fill(colour());
      case "s", "S", "n" -> ground.end();
      case "Do", "sh", "BI" -> image();
      default -> {
        // Only what paints an area matters here.
      }
    }
    super.processOperator(operator, operands);
  }

  private void rectangle(List<COSBase> operands) {
    if (operands.size() >= 4 && operands.stream().limit(4).allMatch(COSNumber.class::isInstance)) {
      float x = number(operands, 0);
      float y = number(operands, 1);
      corner(x, y);
      corner(x + number(operands, 2), y + number(operands, 3));
    }
  }

  private void points(List<COSBase> operands) {
    for (int i = 0; i + 1 < operands.size(); i += 2) {
      if (operands.get(i) instanceof COSNumber && operands.get(i + 1) instanceof COSNumber) {
        corner(number(operands, i), number(operands, i + 1));
      }
    }
  }

  private static float number(List<COSBase> operands, int at) {
    return ((COSNumber) operands.get(at)).floatValue();
  }

  private void corner(float x, float y) {
    var point = getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
    ground.point(point.x - box.getLowerLeftX(), point.y - box.getLowerLeftY());
  }

  /** An image fills the unit square of its own space. */
  private void image() {
    ground.end();
    corner(0, 0);
    corner(1, 1);
    ground.fill(null);
  }

  private @Nullable Colour colour() {
    PDGraphicsState state = getGraphicsState();
    try {
      int rgb = state.getNonStrokingColor().toRGB();
      return new Colour(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    } catch (IOException | RuntimeException e) {
      return null; // a pattern, or a colour space that is broken
    }
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    String how = reason(letter);
    if (how == null) {
      super.processTextPosition(letter);
      return;
    }
    glyphs--;
    if (!how.equals(cutBy)) {
      report();
      cutBy = how;
    }
    cut(letter);
  }

  private @Nullable String reason(TextPosition letter) {
    if (letter.getUnicode() == null) {
      return null;
    }
    PDGraphicsState state = getGraphicsState();
    RenderingMode mode = state.getTextState().getRenderingMode();
    if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
      return scanned ? null : "invisible text";
    }
    if (state.getNonStrokeAlphaConstant() < 0.05 && mode.isFill() && !mode.isStroke()) {
      return "transparent text";
    }
    Matrix matrix = letter.getTextMatrix();
    float x = matrix.getTranslateX();
    float y = matrix.getTranslateY();
    // A letter's matrix counts from the lower left corner of the crop box.
    boolean sized = box.getWidth() > 0 && box.getHeight() > 0;
    if (sized && (x < -1 || x > box.getWidth() + 1 || y < -1 || y > box.getHeight() + 1)) {
      return "off the page";
    }
    if (Math.abs(letter.getYScale()) < TINY_POINTS && Math.abs(letter.getXScale()) < TINY_POINTS) {
      return "tiny text";
    }
    Colour colour = mode.isFill() && !mode.isStroke() ? colour() : null;
    if (colour != null && !ground.shows(colour, x, y + letter.getYScale() / 4)) {
      return colour.isLike(Colour.WHITE) ? "white text" : "text in the colour of its ground";
    }
    return null;
  }

  private void cut(TextPosition letter) {
    if (lastCut != null && cut.length() > 0) {
      float gap = letter.getXDirAdj() - lastCut.getXDirAdj() - lastCut.getWidthDirAdj();
      boolean apart = gap > lastCut.getFontSizeInPt() / 5 || gap < -lastCut.getFontSizeInPt();
      if (apart && !Character.isWhitespace(cut.charAt(cut.length() - 1))) {
        cut.append(' ');
      }
    }
    if (cut.length() < 4 * HiddenText.MOST_CHARACTERS) {
      cut.append(letter.getUnicode());
    }
    lastCut = letter;
  }

  private void report() {
    if (!cut.toString().isBlank() && hidden.size() < MOST_HIDDEN) {
      hidden.add(HiddenTexts.of(cutBy, cut.toString()));
    }
    cut.setLength(0);
    lastCut = null;
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    line.append(text);
    letters.addAll(positions);
  }

  @Override
  protected void writeWordSeparator() {
    line.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    flushLine();
  }

  private void flushLine() {
    String text = colophon.text.NormalText.line(line.toString());
    if (!text.isEmpty() && !letters.isEmpty() && lines.size() < MOST_LINES) {
      TextPosition first = letters.getFirst();
      TextPosition last = letters.getLast();
      float right = last.getXDirAdj() + last.getWidthDirAdj();
      lines.add(
          new PdfLine(
              getCurrentPageNo(),
              text,
              first.getXDirAdj(),
              first.getYDirAdj(),
              Math.max(0, right - first.getXDirAdj()),
              size(letters)));
    }
    line.setLength(0);
    letters.clear();
  }

  private static float size(List<TextPosition> letters) {
    float most = 0;
    for (TextPosition letter : letters) {
      most = Math.max(most, letter.getYScale());
    }
    return most;
  }
}
