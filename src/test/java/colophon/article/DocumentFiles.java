package colophon.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** PDF and DOCX files that tests build part by part. All text in them is a SAMPLE. */
final class DocumentFiles {

  /** Text enough for an article. */
  static final String VISIBLE =
      "SAMPLE: the harbour office of Orrin counted 318 boats in the basin on Monday morning.";

  static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  private DocumentFiles() {}

  /** What a test paints on the one page of its PDF. */
  interface Painting {
    void on(PDPageContentStream page) throws IOException;
  }

  /** A PDF of one page. */
  static byte[] pdf(Painting painting) {
    try (var document = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        painting.on(content);
      }
      return saved(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] saved(PDDocument document) throws IOException {
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  /** A line of text in the colour and mode that the page has now. */
  static void line(PDPageContentStream page, String text, float x, float y, float size)
      throws IOException {
    page.beginText();
    page.setFont(FONT, size);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  /** A DOCX file with that body and those further parts. */
  static byte[] docx(String body, Map<String, String> more) {
    var parts = new TreeMap<String, String>(more);
    parts.put(
        "word/document.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w="
            + "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + body
            + "</w:body></w:document>");
    return zip(parts);
  }

  static byte[] zip(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A paragraph of one run with those properties. */
  static String paragraph(String properties, String text) {
    return "<w:p><w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r></w:p>";
  }
}
