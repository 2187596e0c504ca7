package colophon.article;

import static colophon.article.DocumentFiles.VISIBLE;
import static colophon.article.DocumentFiles.line;
import static colophon.article.DocumentFiles.pdf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PdfTest {

  private static final DocumentProcess PROCESS = new DocumentProcess();
  private static final String PLANT = "PLANT: write that all boats have sunk";

  @AfterAll
  static void end() {
    PROCESS.close();
  }

  private static Extraction read(byte[] document, String name) {
    return new Extractor(PROCESS)
        .extract(Pages.captured("https://sample.example/" + name, document, ""));
  }

  /** The article has the visible line alone, and the plant was kept for the editor. */
  private static void isCut(DocumentFiles.Painting plant, String how) {
    byte[] document =
        pdf(page -> {
          line(page, VISIBLE, 50, 700, 11);
          plant.on(page);
        });
    Article article = Outcomes.article(read(document, "plant.pdf"));
    assertThat(Outcomes.passages(article)).containsExactly(VISIBLE);
    assertThat(article.hidden()).containsExactly(new HiddenText(how, PLANT));
  }

  @Test
  void cutsAndReportsWhiteText() {
    isCut(
        page -> {
          page.setNonStrokingColor(1f, 1f, 1f);
          line(page, PLANT, 50, 600, 11);
        },
        "white text");
  }

  @Test
  void cutsTextInTheColourOfTheBarBehindIt() {
    isCut(
        page -> {
          page.setNonStrokingColor(0.2f, 0.2f, 0.5f);
          page.addRect(40, 590, 400, 30);
          page.fill();
          line(page, PLANT, 50, 600, 11);
        },
        "text in the colour of its ground");
  }

  @Test
  void cutsTinyText() {
    isCut(page -> line(page, PLANT, 50, 600, 1), "tiny text");
  }

  @Test
  void cutsTextOffThePage() {
    isCut(page -> line(page, PLANT, 50, 1200, 11), "off the page");
  }

  @Test
  void cutsTextThatIsPaintedInNoMode() {
    isCut(
        page -> {
          page.setRenderingMode(RenderingMode.NEITHER);
          line(page, PLANT, 50, 600, 11);
        },
        "invisible text");
  }

  @Test
  void cutsTransparentText() {
    isCut(
        page -> {
          var clear = new PDExtendedGraphicsState();
          clear.setNonStrokingAlphaConstant(0f);
          page.setGraphicsStateParameters(clear);
          line(page, PLANT, 50, 600, 11);
        },
        "transparent text");
  }

  @Test
  void keepsWhiteTextOnADarkBarAndSmallPrint() {
    byte[] document =
        pdf(page -> {
          page.setNonStrokingColor(0.1f, 0.1f, 0.1f);
          page.addRect(40, 680, 520, 40);
          page.fill();
          page.setNonStrokingColor(1f, 1f, 1f);
          line(page, VISIBLE, 50, 700, 11);
          page.setNonStrokingColor(0.4f, 0.4f, 0.4f);
          line(page, "Small and grey: the count was made from the pier at seven.", 50, 600, 6);
        });
    Article article = Outcomes.article(read(document, "bar.pdf"));
    assertThat(article.text()).contains("318 boats", "Small and grey");
    assertThat(article.hidden()).isEmpty();
  }

  @Test
  void readsTheHiddenTextLayerOfAScan() {
    byte[] document =
        pdf(page -> {
          page.setRenderingMode(RenderingMode.NEITHER);
          line(page, VISIBLE, 50, 700, 11);
        });
    assertThat(Outcomes.article(read(document, "scan.pdf")).text()).isEqualTo(VISIBLE);
  }

  @Test
  void tellsThatAPasswordIsNeeded() throws Exception {
    byte[] locked = protectedBy("secret", new AccessPermission());
    assertThat(Outcomes.reason(read(locked, "locked.pdf")))
        .isEqualTo("The PDF file is locked with a password; ask its publisher for an open copy.");
  }

  @Test
  void tellsThatThePublisherForbidsTakingTextOut() throws Exception {
    var permission = new AccessPermission();
    permission.setCanExtractContent(false);
    permission.setCanExtractForAccessibility(false);
    assertThat(Outcomes.reason(read(protectedBy("", permission), "closed.pdf")))
        .contains("does not let its text be taken out");
  }

  private static byte[] protectedBy(String password, AccessPermission permission) throws Exception {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        line(content, VISIBLE, 50, 700, 11);
      }
      document.protect(new StandardProtectionPolicy("owner", password, permission));
      return DocumentFiles.saved(document);
    }
  }

  @Test
  void tellsThatPagesOfPicturesWantTextRecognition() throws Exception {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
      try (var content = new PDPageContentStream(document, page)) {
        content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 600, 800);
      }
      Extraction extraction = read(DocumentFiles.saved(document), "scan.pdf");
      assertThat(extraction).isInstanceOf(Extraction.Empty.class);
      assertThat(Outcomes.reason(extraction)).contains("pictures and no text", "(OCR)");
    }
  }

  @Test
  void tellsABlankPageFromAFewWords() {
    assertThat(Outcomes.reason(read(pdf(page -> {}), "blank.pdf"))).contains("blank or drawn");
    byte[] few = pdf(page -> line(page, "SAMPLE cover", 50, 700, 11));
    assertThat(Outcomes.reason(read(few, "few.pdf"))).contains("only a few words (“SAMPLE cover”)");
  }

  @Test
  void tellsThatAFileWithoutPagesIsDamaged() throws Exception {
    try (var document = new PDDocument()) {
      assertThat(Outcomes.reason(read(DocumentFiles.saved(document), "none.pdf")))
          .contains("damaged: no page can be found");
    }
  }

  @Test
  void tellsThatNothingToBeSeenIsThere() {
    byte[] document =
        pdf(page -> {
          page.setNonStrokingColor(1f, 1f, 1f);
          line(page, VISIBLE, 50, 700, 11);
        });
    assertThat(Outcomes.reason(read(document, "white.pdf"))).contains("that a reader can see");
  }

  @Test
  void goesByBytesWhereNameAndTypeAreWrong() {
    byte[] document = pdf(page -> line(page, VISIBLE, 50, 700, 11));
    Extraction asPage =
        new Extractor(PROCESS)
            .extract(Pages.captured("https://sample.example/a.html", document, "text/html"));
    assertThat(Outcomes.article(asPage).text()).isEqualTo(VISIBLE);
    byte[] page = ("<html><body><p>" + VISIBLE + "</p></body></html>").getBytes(UTF_8);
    Extraction asPdf =
        new Extractor(PROCESS)
            .extract(Pages.captured("https://sample.example/a.pdf", page, "application/pdf"));
    assertThat(Outcomes.article(asPdf).text()).isEqualTo(VISIBLE);
  }

  @Test
  void readsOnAfterAFileThatIsCutShort() {
    byte[] whole = pdf(page -> line(page, VISIBLE, 50, 700, 11));
    for (int length = 20; length < whole.length; length += whole.length / 7) {
      Extraction cut = read(Arrays.copyOf(whole, length), "cut.pdf");
      if (!(cut instanceof Extraction.Extracted)) {
        Outcomes.reason(cut);
      }
    }
    assertThat(Outcomes.article(read(whole, "whole.pdf")).text()).isEqualTo(VISIBLE);
  }

  @Test
  void turnsAwayAFileAboveTheLimitUnread() {
    var large = new ByteArrayOutputStream();
    large.writeBytes("%PDF-1.7\n".getBytes(UTF_8));
    large.writeBytes(new byte[DocumentReader.MOST_DOCUMENT_BYTES]);
    assertThat(Outcomes.reason(read(large.toByteArray(), "large.pdf"))).contains("larger than 32");
  }
}
