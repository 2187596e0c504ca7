package colophon.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests inside of what they speak of: pages (A.7) and plain text (A.8). */
class EmbeddedManifestTest {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>SAMPLE Réef</title>
      </head><body><main>AI-generated: verify with the original</main></body></html>
      """;

  private static final String TEXT = "SAMPLE Cover rose to 31 per cent, says the E\u0301tude.\n";

  @ParameterizedTest
  @ValueSource(ints = {0, HtmlManifest.TIME_STAMP_ROOM})
  void aPageCarriesItsManifestInItsHead(int room) throws C2paFormatException {
    HtmlManifest signed = sign(PAGE, room);
    String page = new String(signed.bytes(), StandardCharsets.UTF_8);

    assertThat(state(page)).isEqualTo(ManifestState.TRUSTED);
    assertThat(page)
        .containsPattern(
            "title>\\s*<script type=\"application/c2pa\">[A-Za-z0-9+/]+=* *</script></head>");
    assertThat(page.replaceFirst("<script.*</script>", "")).isEqualTo(PAGE);
  }

  @Test
  void aLinkToTheManifestBesideGivesWay() throws C2paFormatException {
    String link = HtmlManifest.link("index.html.c2pa");
    assertThat(link)
        .isEqualTo(
            "<link rel=\"c2pa-manifest\" href=\"index.html.c2pa\" type=\"application/c2pa\">");
    String page =
        new String(
            sign(PAGE.replace("</title>", "</title>" + link), 0).bytes(), StandardCharsets.UTF_8);
    assertThat(page).doesNotContain("c2pa-manifest").contains("</title><script type=");
    assertThat(state(page)).isEqualTo(ManifestState.TRUSTED);
    assertThatThrownBy(() -> HtmlManifest.link("\"><script>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPageWithALinkIsSignedWholeBesideItsManifest() {
    byte[] page =
        PAGE.replace("</title>", "</title>" + HtmlManifest.link("x.c2pa"))
            .getBytes(StandardCharsets.UTF_8);
    ManifestStore store =
        ManifestStore.sign(SampleCredentials.content(), page, SampleCredentials.credential());
    assertThat(SampleCredentials.validator().sidecar(store.bytes(), page).state())
        .isEqualTo(ManifestState.TRUSTED);
    assertThat(codes(SampleCredentials.validator().html(page)))
        .containsExactly(StatusCode.CLAIM_MISSING);
  }

  @Test
  void whateverChangesInThePageIsNoticed() throws C2paFormatException {
    byte[] page = sign(PAGE, 0).bytes();
    int start = new String(page, StandardCharsets.ISO_8859_1).indexOf("<script");
    int end = new String(page, StandardCharsets.ISO_8859_1).indexOf("</script>");
    for (int at = 0; at < page.length; at += at > start + 40 && at < end - 40 ? 97 : 1) {
      byte[] changed = page.clone();
      changed[at] ^= 1;
      ManifestState state = SampleCredentials.validator().html(changed).state();
      assertThat(state)
          .as("byte " + at + " '" + (char) page[at] + "'")
          .isEqualTo(ManifestState.INVALID);
    }
  }

  /** The hash leaves the element out, so nothing that a browser acts on may stand in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script src=x type=\"application/c2pa\">",
        "<script x=' type=\"application/c2pa\">",
        "<script  type=\"application/c2pa\">",
        "<SCRIPT type=\"application/c2pa\">"
      })
  void theElementOfTheManifestHoldsNothingElse(String open) throws C2paFormatException {
    String page = new String(sign(PAGE, 600).bytes(), StandardCharsets.UTF_8);
    String spaces = " ".repeat(open.length() - HtmlCarrier.OPEN.length());
    String changed =
        page.replace(HtmlCarrier.OPEN, open).replaceFirst(spaces + "</script>", "</script>");
    assertThat(changed).hasSameSizeAs(page);
    CredentialReport report =
        SampleCredentials.validator().html(changed.getBytes(StandardCharsets.UTF_8));
    assertThat(codes(report)).containsExactly(StatusCode.ASSERTION_DATA_HASH_MISMATCH);
  }

  @Test
  void twoManifestsOrAManifestAndALinkAreOneTooMany() throws C2paFormatException {
    String page = new String(sign(PAGE, 0).bytes(), StandardCharsets.UTF_8);
    for (String more :
        List.of(
            HtmlCarrier.OPEN + "AAAA" + HtmlCarrier.CLOSE,
            HtmlManifest.link("x.c2pa"),
            "<SCRIPT type = 'application/c2pa' >")) {
      CredentialReport report =
          SampleCredentials.validator()
              .html(page.replace("<title>", more + "<title>").getBytes(StandardCharsets.UTF_8));
      assertThat(codes(report)).containsExactly(StatusCode.MANIFEST_HTML_MULTIPLE_MANIFESTS);
      assertThat(report.state()).isEqualTo(ManifestState.INVALID);
    }
  }

  @Test
  void aPageThatCannotBeSignedIsRefusedWithItsReason() throws C2paFormatException {
    assertThatThrownBy(() -> sign("<p>SAMPLE", 0))
        .hasMessageContaining("expected a page with </head>");
    String signed = new String(sign(PAGE, 0).bytes(), StandardCharsets.UTF_8);
    assertThatThrownBy(() -> sign(signed, 0))
        .hasMessageContaining("expected a page without a manifest");
    String links = PAGE.replace("<title>", HtmlManifest.link("a").repeat(2) + "<title>");
    assertThatThrownBy(() -> sign(links, 0)).hasMessageContaining("at most one link");
  }

  @Test
  void textCarriesItsManifestInCharactersNobodySees() throws C2paFormatException {
    String signed =
        TextManifest.sign(TEXT, SampleCredentials.content(), SampleCredentials.credential());
    assertThat(signed).startsWith(Normalizer.normalize(TEXT, Normalizer.Form.NFC));
    assertThat(signed.codePoints().skip(TEXT.codePoints().count() - 1))
        .allMatch(point ->
            point == 0xFEFF
                || (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0100 && point <= 0xE01EF));
    CredentialReport report =
        SampleCredentials.validator().text(signed.getBytes(StandardCharsets.UTF_8));
    assertThat(report.state()).isEqualTo(ManifestState.TRUSTED);
    assertThat(report.record()).contains(SampleCredentials.RECORD);
  }

  /** Systems that text is pasted into may decompose it. */
  @Test
  void anotherNormalFormIsTheSameText() throws C2paFormatException {
    String signed =
        TextManifest.sign(TEXT, SampleCredentials.content(), SampleCredentials.credential());
    String decomposed = Normalizer.normalize(signed, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(signed);
    assertThat(
            SampleCredentials.validator().text(decomposed.getBytes(StandardCharsets.UTF_8)).state())
        .isEqualTo(ManifestState.TRUSTED);
  }

  @Test
  void changedCutAndDoubledTextIsNoticed() throws C2paFormatException {
    String signed =
        TextManifest.sign(TEXT, SampleCredentials.content(), SampleCredentials.credential());
    assertThat(codes(text(signed.replace("31", "32"))))
        .contains(StatusCode.ASSERTION_DATA_HASH_MISMATCH);
    assertThat(codes(text("More. " + signed))).contains(StatusCode.ASSERTION_DATA_HASH_MISMATCH);
    assertThat(codes(text(signed + "More."))).contains(StatusCode.ASSERTION_DATA_HASH_MISMATCH);
    assertThat(codes(text(signed.substring(0, signed.length() - 2))))
        .containsExactly(StatusCode.MANIFEST_TEXT_CORRUPTED_WRAPPER);
    assertThat(codes(text(signed + "\uFE00")))
        .containsExactly(StatusCode.MANIFEST_TEXT_CORRUPTED_WRAPPER);
    assertThat(codes(text(signed + signed)))
        .containsExactly(StatusCode.MANIFEST_TEXT_MULTIPLE_WRAPPERS);
    assertThat(codes(text(TEXT + "\uFEFF\uFE0F"))).containsExactly(StatusCode.CLAIM_MISSING);
    assertThat(text(signed + "x").state()).isEqualTo(ManifestState.INVALID);
  }

  /** Putting thousands of marks in order would take minutes. */
  @Test
  void textThatCannotBeNormalisedInTimeIsNotRead() {
    String hostile = "a" + "\u0301\u0323".repeat(500_000);
    assertThat(codes(text(hostile))).containsExactly(StatusCode.GENERAL_ERROR);
    assertThatThrownBy(() ->
            TextManifest.sign(hostile, SampleCredentials.content(), SampleCredentials.credential()))
        .hasMessageContaining("at most 30 marks on one character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script ", "<script type", "<link rel=\"a", "<link rel='c2pa-manifest"})
  void pagesOfUnfinishedTagsAreReadOnce(String tag) {
    byte[] page = tag.repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    assertThat(SampleCredentials.validator().html(page).state()).isEqualTo(ManifestState.INVALID);
  }

  @Test
  void manyTextsFindALengthThatFits() throws C2paFormatException {
    for (int i = 0; i < 20; i++) {
      String signed =
          TextManifest.sign(
              "SAMPLE " + "x".repeat(i * 37),
              SampleCredentials.content(List.of()),
              SampleCredentials.credential());
      assertThat(text(signed).state()).isEqualTo(ManifestState.TRUSTED);
    }
  }

  private static HtmlManifest sign(String page, int room) throws C2paFormatException {
    return HtmlManifest.sign(
        page.getBytes(StandardCharsets.UTF_8),
        SampleCredentials.content(),
        SampleCredentials.credential(),
        room);
  }

  private static ManifestState state(String page) {
    return SampleCredentials.validator().html(page.getBytes(StandardCharsets.UTF_8)).state();
  }

  private static CredentialReport text(String text) {
    return SampleCredentials.validator().text(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<StatusCode> codes(CredentialReport report) {
    return report.findings().stream().map(CredentialFinding::code).toList();
  }
}
