package colophon.article;

import static colophon.article.DocumentFiles.VISIBLE;
import static colophon.article.DocumentFiles.line;
import static colophon.article.DocumentFiles.pdf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

class DocumentProcessTest {

  private static Extraction read(DocumentProcess process, byte[] document) {
    return new Extractor(process)
        .extract(Pages.captured("https://sample.example/a.pdf", document, ""));
  }

  private static void readsOn(DocumentProcess process) {
    byte[] good = pdf(page -> line(page, VISIBLE, 50, 700, 11));
    assertThat(Outcomes.article(read(process, good)).text()).isEqualTo(VISIBLE);
  }

  @Test
  void aDocumentThatNeedsTooMuchMemoryTakesTheChildDownAndNotTheHost() throws Exception {
    try (var process = new DocumentProcess(Duration.ofSeconds(60), 48)) {
      assertThat(Outcomes.reason(read(process, swelling(200))))
          .contains("needs more memory than a document is given (48 MiB)");
      readsOn(process);
    }
  }

  @Test
  void aDocumentThatNeverEndsIsGivenUpAtTheDeadline() throws Exception {
    try (var process = new DocumentProcess(Duration.ofSeconds(8), 64)) {
      readsOn(process);
      assertThat(Outcomes.reason(read(process, endless())))
          .contains("took longer than 8 s to read and was given up");
      readsOn(process);
    }
  }

  @Test
  void aChildThatIsGoneIsReplaced() throws Exception {
    try (var process = new DocumentProcess()) {
      readsOn(process);
      process.close();
      readsOn(process);
    }
  }

  @Test
  void aDocumentOfAnotherKindIsRefusedByTheChild() throws Exception {
    try (var process = new DocumentProcess()) {
      byte[] zip = DocumentFiles.zip(Map.of("mimetype", "SAMPLE"));
      assertThat(process)
          .extracting(one -> refused(one, zip))
          .isEqualTo(
              "This is a ZIP file without a Word document in it; give the DOCX file itself.");
    }
  }

  private static String refused(DocumentProcess process, byte[] document) {
    try {
      return process.read(MediaKind.DOCX, document).toString();
    } catch (UnreadableDocumentException e) {
      return e.sentence();
    }
  }

  /** A page with one string of so many mebibytes, packed small. */
  private static byte[] swelling(int mebibytes) throws Exception {
    try (var document = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      var content = new PDStream(document);
      try (var out = content.createOutputStream(COSName.FLATE_DECODE)) {
        byte[] letters = "a".repeat(1024 * 1024).getBytes(ISO_8859_1);
        out.write("BT (".getBytes(ISO_8859_1));
        for (int i = 0; i < mebibytes; i++) {
          out.write(letters);
        }
      }
      page.setContents(content);
      return DocumentFiles.saved(document);
    }
  }

  /** Forms that each paint the next one ten times, nine deep. */
  private static byte[] endless() throws Exception {
    try (var document = new PDDocument()) {
      PDFormXObject inner = form(document, "1 0 0 1 0 0 cm\n".repeat(10), null);
      for (int depth = 0; depth < 9; depth++) {
        inner = form(document, "/F Do\n".repeat(10), inner);
      }
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      var resources = new PDResources();
      resources.put(COSName.getPDFName("F"), inner);
      page.setResources(resources);
      var content = new PDStream(document);
      try (var out = content.createOutputStream()) {
        out.write("/F Do\n".getBytes(ISO_8859_1));
      }
      page.setContents(content);
      return DocumentFiles.saved(document);
    }
  }

  private static PDFormXObject form(
      PDDocument document, String operators, @org.jspecify.annotations.Nullable PDFormXObject inner)
      throws Exception {
    var form = new PDFormXObject(document);
    form.setBBox(PDRectangle.A4);
    var resources = new PDResources();
    if (inner != null) {
      resources.put(COSName.getPDFName("F"), inner);
    }
    form.setResources(resources);
    try (var out = form.getStream().createOutputStream()) {
      out.write(operators.getBytes(ISO_8859_1));
    }
    return form;
  }
}
