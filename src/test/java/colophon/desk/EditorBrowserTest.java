package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.util.HtmlUtils;

/** An editor's way through the desk, by keyboard, in a real browser. */
class EditorBrowserTest {

  private static final String AT_HAND = ".review[data-at-hand]:not([data-at-hand='0'])";

  @RegisterExtension static final BrowsedDesk DESK = new BrowsedDesk();
  private DeskBrowser.Visitor visitor;
  private Page page;

  @BeforeAll
  static void people() {
    DESK.account("edda", "Edda Sample", Role.EDITOR);
    DESK.account("eddi", "Eddi Sample", Role.EDITOR);
  }

  @BeforeEach
  void signIn() {
    visitor = DESK.visit("edda");
    page = visitor.page();
  }

  @Test
  void theQueueTellsWhatWaitsAndWhy() {
    assertThat(page.locator("h1")).hasText("Queue");
    assertThat(page.locator("#queue tbody tr").first()).containsText("to settle");
    visitor.accessible();
    visitor.picture("queue");
  }

  @Test
  void aSentenceIsOneKeyFromTheWordsItRestsOn() {
    first();
    visitor.accessible();
    page.keyboard().press("j");
    Locator evidence = page.locator("#evidence");
    assertThat(evidence).hasAttribute("data-sentence", "d1");
    assertThat(evidence.locator("mark").first()).not().isEmpty();
    String quote = evidence.locator("mark").first().innerText();
    assertThat(evidence.locator(".words").first()).containsText(quote);
    assertThat(evidence.locator(".checks")).containsText("passages");
    visitor.picture("review");
    page.keyboard().press("k");
    assertThat(evidence).hasAttribute("data-sentence", "h");
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    visitor.accessible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys")).isHidden();
  }

  @Test
  void evidenceThatIsAtHandIsShownWithoutAskingAndOnlyThenCountsAsSeen() {
    page.navigate(DESK.address("/desk/queue"));
    page.locator("#queue a.headline").last().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/desk/review/**");
    String address = page.url();
    page.locator(AT_HAND).waitFor();
    page.navigate(address);
    assertThat(page.locator(".receipt")).containsText("You opened 0 of");
    page.locator(AT_HAND).waitFor();
    page.route("**/evidence/*", route -> route.abort());
    page.waitForResponse("**/looked", () -> page.keyboard().press("j"));
    assertThat(page.locator("#evidence")).hasAttribute("data-sentence", "d1");
    assertThat(page.locator("#s-d1")).hasClass(java.util.regex.Pattern.compile("looked"));
    page.unroute("**/evidence/*");
    page.navigate(address);
    assertThat(page.locator(".receipt")).containsText("You opened 1 of");
  }

  @Test
  void evidenceAtHandThatAColleagueChangedIsNotLeftStanding() throws Exception {
    page.navigate(DESK.address("/desk/queue"));
    page.locator("#queue a.headline").nth(1).focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/desk/review/**");
    page.locator(AT_HAND).waitFor();
    var other = DESK.client("eddi");
    String draft = page.url().replaceAll(".*/review/([^?]+).*", "$1");
    String evidence = other.get("/desk/review/" + draft + "/evidence/d1").body();
    other.post(
        "/desk/review/" + draft + "/rewrite",
        Map.of(
            "seen",
            evidence.replaceAll("(?s).*?name=\"seen\" value=\"([^\"]+)\".*", "$1"),
            "sentence",
            "d1",
            "before",
            HtmlUtils.htmlUnescape(
                evidence.replaceAll("(?s).*?name=\"before\" value=\"([^\"]+)\".*", "$1")),
            "text",
            "Eddi has other words for it."));
    page.keyboard().press("j");
    assertThat(page.locator("#evidence .quoted")).hasText("Eddi has other words for it.");
    assertThat(page.locator("#notice")).hasText("");
  }

  @Test
  void anEditedSentenceIsCheckedAtOnceAndTakenBackWithOneKey() {
    first();
    page.keyboard().press("j");
    assertThat(page.locator("#evidence")).hasAttribute("data-sentence", "d1");
    String before = page.locator("#evidence .quoted").innerText();
    page.keyboard().press("e");
    page.keyboard().press("Control+a");
    page.keyboard().type("Exactly 987654 dragons attended, said Nobody Atall.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#notice")).containsText("Changed, and checked again.");
    assertThat(page.locator("#s-d1")).hasClass(java.util.regex.Pattern.compile("unsupported"));
    assertThat(page.locator("#evidence .checks")).containsText("987654");
    assertThat(page.locator("#approve")).isDisabled();
    visitor.picture("edited");
    page.locator("#s-d1").focus();
    page.keyboard().press("u");
    assertThat(page.locator("#notice")).containsText("taken back");
    assertThat(page.locator("#s-d1")).containsText(before);
    page.locator(".history summary").click();
    assertThat(page.locator(".history"))
        .containsText("Edda Sample replaced “" + before.substring(0, 20));
  }

  @Test
  void aMarkIsLetStandOnlyWithAReasonAfterItsEvidenceWasSeen() {
    first();
    assertThat(page.locator("#approve")).isDisabled();
    assertThat(page.locator("#approve-why")).containsText("stand");
  }

  @Test
  void aSectionIsWrittenAgainShownBesideTheOldOneAndTaken() {
    page.locator("#queue a.headline").getByText("Mill Lane Footbridge").click();
    Locator section = page.locator(".copy h2 ~ p:not(.again)").first();
    String before = section.textContent();
    page.locator(".again a").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#proposal")).containsText("Nobody has asked");
    visitor.accessible();
    page.locator("textarea[name=note]").fill("what it costs and who pays");
    page.getByText("Write it again").click();
    Locator take = page.locator("#proposal").getByText("Take it");
    assertThat(take).isVisible();
    assertThat(page.locator("#proposal .trialed li").first()).containsText("subhead");
    visitor.accessible();
    visitor.picture("section");
    take.click();
    assertThat(page.locator(".history")).containsText("had the section");
    assertThat(section).not().hasText(before);
    page.locator("#undo button").click();
    assertThat(section).hasText(before);
  }

  @Test
  void twoPeopleWhoChangeOneSentenceLoseNothing() {
    String address = first();
    page.keyboard().press("j");
    assertThat(page.locator("#evidence")).hasAttribute("data-sentence", "d1");
    try (var other = DESK.another("eddi")) {
      other.page().navigate(address);
      other.page().keyboard().press("j");
      assertThat(other.page().locator("#evidence")).hasAttribute("data-sentence", "d1");
      rewrite(other.page(), "Eddi wrote this sentence.");
      assertThat(other.page().locator("#notice")).containsText("Changed");
      rewrite(page, "Edda wrote that sentence.");
      assertThat(page.locator(".merge")).containsText("Eddi wrote this sentence.");
      assertThat(page.locator(".merge textarea")).hasValue("Edda wrote that sentence.");
      visitor.accessible();
      visitor.picture("merge");
      assertThat(other.complaints()).isEmpty();
    }
  }

  @Test
  void whatAnEditorKnowsBecomesASourceOfASentence() {
    page.navigate(DESK.address("/desk/queue"));
    page.locator("#queue a.headline").last().click();
    page.waitForURL("**/desk/review/**");
    String words = "The harbour master <script>alert(1)</script> counted 41 ferries at the quay.";
    page.locator("#desknote > summary").click();
    page.locator("#desknote textarea").fill(words);
    page.locator("#desknote [name=who]").fill("the harbour master");
    page.locator("#desknote [name=learnt]").fill("2026-01-14T08:15");
    page.locator("#desknote [name=confirmed]").fill("Asked the harbour master again.");
    page.locator("#desknote button").click();
    assertThat(page.locator("#notice")).containsText("without naming who knows it");
    assertThat(page.locator("#desknote textarea")).hasValue(words);
    visitor.accessible();
    page.locator("#desknote [name=confirmed]").fill("Heard by two of us, apart.");
    page.locator("#desknote button").click();
    assertThat(page.locator("#notice")).containsText("is kept, and the sentence rests on it");
    Locator card = page.locator("#evidence .card.desknote");
    assertThat(card.locator(".desknote-mark")).hasText("Desk note, off the record");
    assertThat(card.locator(".words mark")).hasText(words);
    assertThat(card).containsText("written down by Edda Sample");
    visitor.accessible();
    card.scrollIntoViewIfNeeded();
    visitor.picture("desknote");
  }

  private static void rewrite(Page page, String words) {
    page.keyboard().press("e");
    page.keyboard().press("Control+a");
    page.keyboard().type(words);
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
  }

  /** Opens the first draft of the queue. */
  private String first() {
    page.navigate(DESK.address("/desk/queue"));
    page.locator("#queue a.headline").first().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/desk/review/**");
    return page.url();
  }
}
