package colophon.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Copies that carry their credential inside, whole and spoilt in one way each. */
class InlineProofTest {

  private static final String CREDENTIAL = "<script type=\"application/c2pa\">AAAA  </script>";
  private static final String UNSEEN = "\uFEFF\uFE03\uFE0F" + Character.toString(0xE01EF);
  private static final String LABEL = "AI-generated: verify with the original";

  private static Edition edition;
  private static Imprint imprint;

  @BeforeAll
  static void print() {
    var job = SampleBriefs.reef();
    edition = job.printed();
    imprint = job.imprint();
  }

  @Test
  void aPageWithNothingButACredentialInTheHeadIsInOrder() {
    assertThat(page(copy(page()))).isEmpty();
  }

  @Test
  void aPageThatDiffersInAnythingElseIsNot() {
    String copy = copy(page());
    assertThat(page(page())).containsExactly("The page has no credential in its head.");
    assertThat(page(page().replaceFirst("<main", CREDENTIAL + "<main"))).isNotEmpty();
    assertThat(page(copy.replace("</head>", CREDENTIAL + "</head>"))).isNotEmpty();
    assertThat(page(copy.replace(LABEL, "Written by our reporters"))).isNotEmpty();
    assertThat(page(copy.replace("</p>", " </p>"))).isNotEmpty();
    assertThat(page(copy.replace("AAAA", "AA\"A"))).isNotEmpty();
  }

  @Test
  void aLabelThatWasGoneBeforeIsFoundMissing() {
    String spoilt = page().replace("<p class=\"label-short\">", "<p class=\"label-short\" hidden>");
    assertThat(read(copy(spoilt), PageRenderer.NAME, spoilt))
        .contains("index.html: the label is hidden.");
    String text = text().replaceFirst(LABEL, "By our reporters");
    assertThat(read(text + UNSEEN, TextRenderer.NAME, text)).isNotEmpty();
  }

  @Test
  void aTextWithNothingButACredentialBehindItIsInOrderAndNoOther() {
    assertThat(text(text() + UNSEEN)).isEmpty();
    for (String other :
        List.of(
            text(),
            text() + "x" + UNSEEN,
            text() + UNSEEN + "x",
            text() + UNSEEN + "\u202E",
            UNSEEN + text(),
            text().replaceFirst("generated", "assisted") + UNSEEN)) {
      assertThat(text(other))
          .containsExactly("The text is not the published one with a credential behind it.");
    }
  }

  private static String copy(String page) {
    return page.replaceFirst("<link rel=\"c2pa-manifest\"[^>]*>", CREDENTIAL);
  }

  private static List<String> page(String copy) {
    return read(copy, PageRenderer.NAME, page());
  }

  private static List<String> text(String copy) {
    return read(copy, TextRenderer.NAME, text());
  }

  private static List<String> read(String copy, String name, String published) {
    return InlineProof.read(
        copy.getBytes(UTF_8),
        new Artefact(name, "text/html; charset=utf-8", published.getBytes(UTF_8)),
        edition.label(),
        edition.approved().draft().brief(),
        edition.dossier(),
        imprint);
  }

  private static String page() {
    return published(PageRenderer.NAME);
  }

  private static String text() {
    return published(TextRenderer.NAME);
  }

  private static String published(String name) {
    return edition.artefacts().stream()
        .filter(artefact -> artefact.name().equals(name))
        .map(artefact -> new String(artefact.bytes(), UTF_8))
        .findFirst()
        .orElseThrow();
  }
}
