package colophon.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** A PDF file into its visible paragraphs. */
final class PdfReading {

  /** Pages beyond these are left unread. */
  static final int MOST_PAGES = 300;

  private PdfReading() {}

  static DocumentText read(byte[] bytes) throws IOException, UnreadableDocumentException {
    try (PDDocument document = load(bytes)) {
      if (!document.getCurrentAccessPermission().canExtractContent()
          && !document.getCurrentAccessPermission().canExtractForAccessibility()) {
        throw new UnreadableDocumentException(
            "The PDF file's publisher does not let its text be taken out; ask for a copy that does.");
      }
      if (document.getNumberOfPages() == 0) {
        throw new UnreadableDocumentException(
            "The PDF file is damaged: no page can be found in it; ask its publisher for a sound"
                + " copy.");
      }
      return read(document);
    }
  }

  private static PDDocument load(byte[] bytes) throws IOException, UnreadableDocumentException {
    try {
      return Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache());
    } catch (InvalidPasswordException e) {
      throw new UnreadableDocumentException(
          "The PDF file is locked with a password; ask its publisher for an open copy.");
    } catch (IOException e) {
      if (!new String(bytes, StandardCharsets.ISO_8859_1).contains("/Encrypt")) {
        throw e;
      }
      throw new UnreadableDocumentException(
          "The PDF file is encrypted in a way that this program does not know, or is damaged; ask"
              + " its publisher for an open copy.");
    }
  }

  private static DocumentText read(PDDocument document) throws IOException {
    int last = Math.min(document.getNumberOfPages(), MOST_PAGES);
    var visible = new VisibleText(false);
    List<PdfLine> lines = visible.lines(document, 1, last);
    if (lines.isEmpty()
        && visible.hidden().stream().anyMatch(h -> h.how().equals("invisible text"))) {
      visible = new VisibleText(true);
      lines = visible.lines(document, 1, last);
    }
    var layout = new PdfLayout(lines);
    PDDocumentInformation facts = document.getDocumentInformation();
    return new DocumentText(
        title(facts.getTitle(), layout.title()),
        facts.getAuthor(),
        null,
        created(facts.getCreationDate()),
        document.getDocumentCatalog().getLanguage(),
        layout.paragraphs(),
        visible.hidden(),
        PdfLack.sentence(document, visible, lines),
        null);
  }

  /** What stands in large letters is the title; the file's own is often a leftover. */
  private static @Nullable String title(@Nullable String declared, @Nullable String shown) {
    if (declared == null) {
      return shown;
    }
    boolean usable =
        !declared.isBlank()
            && !declared.matches(
                "(?i).*\\.(docx?|indd|pdf|qxd|odt|rtf|html?)|untitled.*|microsoft word.*|.*\\bslide"
                    + " 1\\b.*");
    if (!usable) {
      return shown;
    }
    return shown != null && BodyText.key(shown).equals(BodyText.key(declared)) ? shown : declared;
  }

  private static @Nullable String created(@Nullable Calendar date) {
    if (date == null) {
      return null;
    }
    int offset = date.getTimeZone().getOffset(date.getTimeInMillis()) / 1000;
    return OffsetDateTime.ofInstant(
            Instant.ofEpochMilli(date.getTimeInMillis()), ZoneOffset.ofTotalSeconds(offset))
        .toString();
  }
}
