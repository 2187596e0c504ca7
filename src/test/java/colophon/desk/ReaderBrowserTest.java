package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import colophon.edition.VersionPlan;
import colophon.evidence.EvidenceDesk;
import colophon.publication.PublicationStore;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a reader learns who asks whether something is ours, without an account. */
class ReaderBrowserTest {

  @RegisterExtension static final BrowsedDesk DESK = new BrowsedDesk();
  private static VersionPlan plan;
  private DeskBrowser.Visitor visitor;
  private Page page;

  @BeforeAll
  static void published() {
    plan = DESK.desk().rooms().getBean(PublicationStore.class).current().getFirst();
  }

  @BeforeEach
  void goThere() {
    visitor = DESK.visit();
    page = visitor.page();
    page.navigate(DESK.address("/verify"));
  }

  @Test
  void aTextIsAnsweredSentenceBySentenceByKeyboardAlone() throws Exception {
    visitor.accessible();
    String ours = sentence();
    page.locator("#pasted").focus();
    page.keyboard()
        .insertText(
            ours
                + "\n\n"
                + ours.replaceFirst("(\\p{L}{6,})", "unheard-of")
                + "\n\nNine purple walruses applied for a fishing licence in Ulan Bator.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".matches li")).hasCount(3);
    assertThat(page.locator(".matches li").nth(0)).containsText("Word for word");
    assertThat(page.locator(".matches li").nth(1)).containsText("Edited");
    assertThat(page.locator(".matches li").nth(1).locator("ins")).containsText("unheard-of");
    assertThat(page.locator(".matches li").nth(2)).containsText("Not ours");
    assertThat(page.locator("main")).containsText("What this does not show");
    visitor.accessible();
    visitor.picture("verify-text");
  }

  @Test
  void aSavedFileIsKnownByItsBytesAndVerified() throws Exception {
    give(file("whatever-the-sender-calls-it.txt", published("brief.txt")));
    assertThat(page.locator(".outcome"))
        .containsText("Unchanged, and signed with this newsroom’s keys");
    assertThat(page.locator(".verified")).containsText(plan.slug().value());
    assertThat(page.locator(".verified")).containsText("current");
    assertThat(page.locator(".verified")).containsText("could have exchanged both");
    assertThat(page.content()).doesNotContain("colophon-given-");
    visitor.accessible();
    visitor.picture("verify-file");
  }

  @Test
  void recordProofSigstoreBundleAndFileWithItsCredentialAreVerified() throws Exception {
    for (String name : List.of("record.json", "record.tlog-proof", "record.sigstore.json")) {
      give(file(name, published(name)));
      assertThat(page.locator(".outcome .chip.ok")).isVisible();
    }
    give(file("a.txt", published("brief.txt")), file("a.txt.c2pa", published("brief.txt.c2pa")));
    assertThat(page.locator(".verified")).containsText("credential.intact");
  }

  @Test
  void anEvidenceBundleIsVerified() {
    byte[] zip = DESK.desk().rooms().getBean(EvidenceDesk.class).bundle(plan).zip();
    give(file("bundle.zip", zip));
    assertThat(page.locator(".outcome .chip")).containsText("Unchanged");
    assertThat(page.locator(".verified")).containsText("snapshot.archived");
  }

  @Test
  void whatWasChangedOrIsNotOursIsSaidToBeSo() throws Exception {
    byte[] record = published("record.json");
    byte[] changed = published("brief.txt");
    changed[changed.length - 2] ^= 1;
    give(
        file("record.json", record),
        file("brief.txt", changed),
        file("attestation.dsse.json", published("attestation.dsse.json")),
        file("record.tlog-proof", published("record.tlog-proof")));
    assertThat(page.locator(".outcome")).containsText("Not intact");
    give(file("brief.feed.json", "{}".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator(".outcome")).containsText("Nothing here can be checked");
    visitor.accessible();
  }

  @Test
  void aLoneTextWithoutProofIsAnsweredSentenceBySentence() throws Exception {
    for (String name : List.of("brief.txt", "index.html", "brief.md")) {
      String text = new String(published(name), StandardCharsets.UTF_8);
      String words = sentence().replaceAll("(?s).*?(\\p{L}+ \\p{L}+)\\P{L}*$", "$1");
      assertThat(text).contains(words);
      give(file(name, text.replace(words, words + "ish").getBytes(StandardCharsets.UTF_8)));
      assertThat(page.locator(".unproved")).containsText("No proof came with this file");
      assertThat(page.locator(".matches")).containsText("Word for word");
      assertThat(page.locator(".matches .chip:text('Edited')").first()).isVisible();
      assertThat(page.locator("main")).not().containsText("target.nothing");
    }
    visitor.accessible();
    give(file("../../evil.txt", "Nobody published this.".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator(".matches li")).containsText("Not ours");
  }

  @Test
  void whatIsNoTextIsSaidToBeNoFileOfOurs() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, (byte) 0xff};
    give(file("picture.png", picture));
    assertThat(page.locator(".unproved")).containsText("This is no file of ours:");
    assertThat(page.locator(".outcome")).hasCount(0);
    visitor.accessible();
  }

  @Test
  void theReportFormOffersTheHeadlinesThatReadersSaw() {
    page.navigate(DESK.address("/briefs/" + plan.slug() + "/"));
    String headline = page.locator("h1").first().innerText().strip();
    page.navigate(DESK.address("/report?brief=" + plan.slug()));
    assertThat(page.locator("#brief")).hasValue(headline);
    assertThat(page.locator("#out option").first()).hasAttribute("value", headline);
  }

  @Test
  void aBriefsRecordIsReadInPlainWords() {
    page.navigate(DESK.address("/briefs/" + plan.slug() + "/record"));
    assertThat(page.locator("#v1")).containsText("It was written from");
    assertThat(page.locator("#v1")).containsText("holds editorial responsibility");
    assertThat(page.locator("#v1")).containsText("No mismatch was found in");
    assertThat(page.locator("main")).containsText("That the brief is true");
    visitor.accessible();
    visitor.picture("record");
    page.navigate(DESK.address("/briefs/no-such-brief/record"));
    assertThat(page.locator("main")).containsText("No brief was published as");
  }

  @Test
  void aReportReachesTheEditorsWithoutSessionOrScript() {
    page.locator("a:has-text('Report an error')").click();
    visitor.accessible();
    page.locator("#brief").fill("nothing-of-ours");
    page.locator("#message").fill("The second figure is wrong: the agency says nine.");
    page.locator("#contact").fill("reader@example.org");
    page.locator("button").click();
    assertThat(page.locator("[role=alert]")).containsText("which brief it is");
    String headline = page.locator("#out option").first().getAttribute("value");
    page.locator("#brief").fill("  " + headline.toUpperCase(Locale.ROOT).replace(" ", "  "));
    page.locator("button").click();
    assertThat(page.locator("[role=status]")).containsText("An editor reads it");
    visitor.accessible();
    assertThat(page.context().cookies()).isEmpty();
    DESK.account("edda", "Edda Sample", Role.EDITOR);
    try (DeskBrowser.Visitor editor = DESK.another("edda")) {
      Page tasks = editor.page();
      tasks.navigate(DESK.address("/desk/tasks"));
      assertThat(tasks.locator(".task")).containsText("the agency says nine");
      assertThat(tasks.locator(".task")).containsText("reader@example.org");
      editor.accessible();
      editor.picture("tasks");
      tasks.locator("button:has-text('Take it')").click();
      assertThat(tasks.locator(".task")).containsText("You have taken it.");
      tasks.locator("button:has-text('Correct this brief')").click();
      tasks.waitForURL("**/desk/review/**");
      assertThat(tasks.locator(".review")).containsText("Correction of");
      tasks.navigate(DESK.address("/desk/tasks"));
      tasks.locator(".task textarea").fill("The agency says twelve; answered.");
      tasks.locator("button:has-text('Close it')").click();
      assertThat(tasks.locator("[role=status]")).containsText("closed");
      assertThat(tasks.locator(".empty")).containsText("Nothing waits here");
      tasks.navigate(DESK.address("/desk/tasks?share=closed"));
      assertThat(tasks.locator(".task")).containsText("answered");
      tasks.locator("summary").click();
      tasks.locator("button:has-text('Erase them')").click();
      assertThat(tasks.locator("[role=status]")).containsText("erased");
      assertThat(editor.complaints()).isEmpty();
    }
  }

  @Test
  void everyRefusalIsASentence() throws Exception {
    give(file("a.txt", new byte[(int) UploadLimit.MOST_FILE_BYTES + 1]));
    assertThat(page.locator("[role=alert]")).containsText("larger than what is looked at");
    Path large = DESK.folder().resolve("large.zip");
    try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(UploadLimit.MOST_REQUEST_BYTES + 1);
    }
    page.locator("#file").setInputFiles(large);
    page.locator("button:has-text('Verify')").click();
    assertThat(page.locator("body")).containsText("at most 16 MiB a file");
    page.navigate(DESK.address("/verify"));
    give(file("a.txt", new byte[] {1}), file("b.txt", new byte[] {2}));
    assertThat(page.locator("[role=alert]")).containsText("of one kind");
    HttpResponse<String> policy = new DeskClient(DESK.address("")).get("/verify");
    assertThat(policy.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("form-action 'self'", "default-src 'none'")
        .doesNotContain("script-src");
  }

  private void give(FilePayload... files) {
    page.locator("#file").setInputFiles(files);
    page.locator("button:has-text('Verify')").click();
    page.waitForLoadState();
  }

  private static FilePayload file(String name, byte[] bytes) {
    return new FilePayload(name, "application/octet-stream", bytes);
  }

  private static byte[] published(String name) throws Exception {
    return java.nio.file.Files.readAllBytes(
        DESK.folder()
            .resolve("newsroom/site/briefs")
            .resolve(plan.slug().value())
            .resolve("v" + plan.version())
            .resolve(name));
  }

  /** A sentence of the brief, as its text has it. */
  private static String sentence() throws Exception {
    String text = new String(published("brief.txt"), StandardCharsets.UTF_8);
    return Arrays.stream(text.split("\n\n"))
        .map(String::strip)
        .filter(part -> part.matches("(?s)[^\\[\n]{60,} \\[[0-9].*"))
        .map(part -> part.replaceAll("(?s) \\[[0-9].*", ""))
        .filter(part -> part.endsWith("."))
        .findFirst()
        .orElseThrow();
  }
}
