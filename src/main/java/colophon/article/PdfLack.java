package colophon.article;

import colophon.text.NormalText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/**
 * Why a PDF file without running text has none. Each kind has its own sentence, since each wants
 * something else done: a scan wants text recognition, a form wants printing, a drawing wants
 * nothing.
 */
final class PdfLack {

  /** Pages looked at for pictures; the first tell what kind of file it is. */
  private static final int PAGES_LOOKED_AT = 20;

  private static final int LONGEST_SHOWN = 60;

  /** Fewer letters than this prove nothing about a file's fonts. */
  private static final int FEWEST_GLYPHS = 25;

  private PdfLack() {}

  /** The sentence to give, should the document's text be too little for an article. */
  static String sentence(PDDocument document, VisibleText visible, List<PdfLine> lines) {
    String text = lines.stream().map(PdfLine::text).collect(Collectors.joining(" ")).strip();
    long told = text.codePoints().filter(PdfLack::hasMeaning).count();
    if (visible.glyphs() >= FEWEST_GLYPHS && told * 2 < visible.glyphs()) {
      return "The PDF file's fonts do not say which letters they show, so its text cannot be read;"
          + " put it through text recognition (OCR) first.";
    }
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      return "The PDF file shows only a few words (“"
          + excerpt(text)
          + "”), too little for an article; check that it is the file you mean.";
    }
    if (hasImages(document)) {
      return "The PDF file holds pictures and no text; put it through text recognition (OCR)"
          + " first.";
    }
    if (hasFields(document)) {
      return "The PDF file is a form without text of its own, and what is filled into its fields is"
          + " not read; print it to a new PDF file first.";
    }
    return hasNotes(document)
        ? "The PDF file holds notes and no text of its own, and notes are not read; print it to a"
            + " new PDF file first."
        : "The PDF file holds no text; its pages are blank or drawn.";
  }

  private static String excerpt(String raw) {
    String text = NormalText.line(NormalText.withoutInvisible(raw));
    return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN - 1)).strip() + "…";
  }

  /** Private and unknown characters stand for shapes nobody can name. */
  private static boolean hasMeaning(int c) {
    int type = Character.getType(c);
    return c != 0xFFFD && type != Character.PRIVATE_USE && type != Character.UNASSIGNED;
  }

  private static boolean hasImages(PDDocument document) {
    int looked = 0;
    for (PDPage page : document.getPages()) {
      if (looked++ >= PAGES_LOOKED_AT) {
        break;
      }
      PDResources resources = page.getResources();
      if (resources != null) {
        for (COSName name : resources.getXObjectNames()) {
          if (resources.isImageXObject(name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean hasFields(PDDocument document) {
    PDAcroForm form = document.getDocumentCatalog().getAcroForm();
    return form != null && !form.getFields().isEmpty();
  }

  private static boolean hasNotes(PDDocument document) {
    int looked = 0;
    try {
      for (PDPage page : document.getPages()) {
        if (looked++ >= PAGES_LOOKED_AT) {
          break;
        }
        if (!page.getAnnotations().isEmpty()) {
          return true;
        }
      }
    } catch (IOException e) {
      return false; // broken notes are no notes
    }
    return false;
  }
}
