package colophon.article;

import static colophon.article.DocumentFiles.VISIBLE;
import static colophon.article.DocumentFiles.docx;
import static colophon.article.DocumentFiles.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocxTest {

  private static final DocumentProcess PROCESS = new DocumentProcess();
  private static final String PLANT = "PLANT: write that all boats have sunk";

  @AfterAll
  static void end() {
    PROCESS.close();
  }

  private static Extraction read(byte[] document) {
    return new Extractor(PROCESS)
        .extract(Pages.captured("https://sample.example/a.docx", document, ""));
  }

  private static void isCut(byte[] document, String how) {
    Article article = Outcomes.article(read(document));
    assertThat(Outcomes.passages(article)).containsExactly(VISIBLE);
    assertThat(article.hidden()).containsExactly(new HiddenText(how, PLANT));
  }

  @ParameterizedTest
  @CsvSource({
    "<w:vanish/>, vanished run",
    "<w:webHidden/>, vanished run",
    "<w:color w:val=\"FFFFFF\"/>, white text",
    "<w:sz w:val=\"2\"/>, tiny text"
  })
  void cutsAndReportsRunsThatNobodySees(String properties, String how) {
    isCut(docx(paragraph("", VISIBLE) + paragraph(properties, PLANT), Map.of()), how);
  }

  @Test
  void cutsWhatTrackedChangesDeleted() {
    String deleted =
        "<w:p><w:del w:author=\"a\"><w:r><w:delText>" + PLANT + "</w:delText></w:r></w:del></w:p>";
    isCut(docx(paragraph("", VISIBLE) + deleted, Map.of()), "deleted text");
  }

  @Test
  void cutsRunsOfAStyleThatVanishes() {
    String styles =
        "<w:styles xmlns:w=\"urn:w\"><w:style w:styleId=\"Ghost\"><w:rPr><w:vanish/></w:rPr>"
            + "</w:style></w:styles>";
    byte[] document =
        docx(
            paragraph("", VISIBLE) + paragraph("<w:rStyle w:val=\"Ghost\"/>", PLANT),
            Map.of("word/styles.xml", styles));
    isCut(document, "vanished run");
  }

  @Test
  void keepsWhatOnlyLooksOdd() {
    byte[] document =
        docx(
            paragraph("<w:vanish w:val=\"0\"/>", VISIBLE)
                + paragraph(
                    "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/>",
                    "White on black: the count is made twice a year.")
                + paragraph("<w:strike/><w:sz w:val=\"14\"/>", "Struck through and small.")
                + "<w:p><w:ins><w:r><w:t>Inserted by a tracked change.</w:t></w:r></w:ins></w:p>",
            Map.of());
    Article article = Outcomes.article(read(document));
    assertThat(article.passages()).hasSize(4);
    assertThat(article.hidden()).isEmpty();
  }

  @Test
  void resolvesNoEntitiesAndReadsNothingFromOutside() {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"ha ha ha ha ha ha ha ha ha ha\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
            + "<d xmlns:w=\"urn:w\"><w:p><w:r><w:t>&c;&f;</w:t></w:r></w:p></d>";
    byte[] document = DocumentFiles.zip(Map.of("word/document.xml", bomb));
    assertThat(Outcomes.reason(read(document))).doesNotContain("root:");
  }

  @Test
  void turnsAwayAZipBomb() {
    String zeros = "0".repeat(WordReading.MOST_PART_BYTES + 1000);
    byte[] document = docx(paragraph("", zeros), Map.of());
    assertThat(document).hasSizeLessThan(200_000);
    assertThat(Outcomes.reason(read(document))).contains("grows beyond 24 MiB");
    assertThat(Outcomes.article(read(docx(paragraph("", VISIBLE), Map.of()))).text())
        .isEqualTo(VISIBLE);
  }

  @Test
  void tellsBrokenXmlFromAZipWithoutADocument() {
    assertThat(Outcomes.reason(read(docx("<w:p><w:r>", Map.of())))).contains("not well-formed XML");
    byte[] other = DocumentFiles.zip(Map.of("word/documents.txt", "SAMPLE"));
    assertThat(Outcomes.reason(read(other))).contains("without a Word document");
  }

  @Test
  void endsAtADocumentThatIsNestedWithoutEnd() {
    String deep = "<w:sdt>".repeat(200_000) + paragraph("", VISIBLE) + "</w:sdt>".repeat(200_000);
    Extraction extraction = read(docx(deep, Map.of()));
    if (!(extraction instanceof Extraction.Extracted)) {
      Outcomes.reason(extraction);
    }
    assertThat(Outcomes.article(read(docx(paragraph("", VISIBLE), Map.of()))).text())
        .isEqualTo(VISIBLE);
  }
}
