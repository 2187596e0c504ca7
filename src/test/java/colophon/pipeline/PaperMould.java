package colophon.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Lays a generated text out as a file that is no page: plain text, DOCX or PDF. */
final class PaperMould {

  private static final int LINE_CHARACTERS = 92;
  private static final int LINES_A_PAGE = 52;
  private static final float MARGIN = 62;
  private static final float LEADING = 14;

  private final byte[] word;

  private PaperMould(byte[] word) {
    this.word = word;
  }

  static PaperMould of(Path samples) throws IOException {
    return new PaperMould(
        Files.readAllBytes(samples.resolve("sources/saltmarsh-institute/nara-backgrounder.docx")));
  }

  byte[] text(NewsText text) {
    return (text.title()
            + "\n\n"
            + text.outlet()
            + "\nBy "
            + text.author()
            + ", "
            + text.outlet()
            + "\nPublished: "
            + text.iso()
            + "\n\n"
            + String.join("\n\n", text.paragraphs())
            + "\n\n"
            + SampleText.NOTICE
            + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The sample's package with another document and other properties in it. */
  byte[] docx(NewsText text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(word));
        var out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        var written = new ZipEntry(entry.getName());
        written.setTime(0);
        out.putNextEntry(written);
        String made =
            switch (entry.getName()) {
              case "word/document.xml" -> document(part, text);
              case "docProps/core.xml" -> properties(part, text);
              default -> part;
            };
        out.write(made.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static String document(String sample, NewsText text) {
    StringBuilder body = new StringBuilder(sample.substring(0, sample.indexOf("<w:p>")));
    body.append("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>").append(run(text.title()));
    body.append("</w:p><w:p>").append(run(text.outlet() + " · Briefing")).append("</w:p><w:p>");
    body.append(run(text.author() + ", " + text.shown())).append("</w:p>");
    for (String paragraph : text.paragraphs()) {
      body.append("<w:p>").append(run(paragraph)).append("</w:p>");
    }
    body.append("<w:p>").append(run(SampleText.NOTICE)).append("</w:p>");
    return body.append(sample.substring(sample.lastIndexOf("</w:p>") + 6)).toString();
  }

  private static String run(String text) {
    return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
  }

  private static String properties(String sample, NewsText text) {
    return element(
        element(
            element(element(sample, "dc:title", text.title()), "dc:creator", text.author()),
            "dc:publisher",
            text.outlet()),
        "dcterms:created",
        text.published().toInstant().toString());
  }

  private static String element(String xml, String name, String value) {
    int open = xml.indexOf("<" + name);
    int from = xml.indexOf('>', open) + 1;
    return xml.substring(0, from) + escaped(value) + xml.substring(xml.indexOf("</", from));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  byte[] pdf(NewsText text) throws IOException {
    List<String> lines = new ArrayList<>(List.of(text.title(), ""));
    lines.addAll(List.of("By " + text.author(), text.outlet() + ", " + text.shown(), ""));
    for (String paragraph : text.paragraphs()) {
      wrap(paragraph, lines);
      lines.add("");
    }
    wrap(SampleText.NOTICE, lines);
    try (var document = new PDDocument()) {
      var bytes = new ByteArrayOutputStream();
      var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      for (int from = 0; from < lines.size(); from += LINES_A_PAGE) {
        page(document, font, lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE)));
      }
      var about = document.getDocumentInformation();
      about.setTitle(text.title());
      about.setAuthor(text.author());
      about.setCreationDate(GregorianCalendar.from(text.published().toZonedDateTime()));
      document.setDocumentId(0L);
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void page(PDDocument document, PDFont font, List<String> lines)
      throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(font, 10);
      content.setLeading(LEADING);
      content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
      for (String line : lines) {
        content.showText(line.replaceAll("[^\\x20-\\x7E\\u2013\\u2014\\u2018-\\u201D]", "?"));
        content.newLine();
      }
      content.endText();
    }
  }

  private static void wrap(String paragraph, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ")) {
      if (line.length() + word.length() > LINE_CHARACTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
  }
}
