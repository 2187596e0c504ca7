package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What editors do after publication and together, in a real browser. */
class RevisionBrowserTest {

  /** It is sent every two seconds where it changed, and a busy machine takes its time. */
  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

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
  void aBriefThatIsOutIsCorrectedByKeyboard() {
    page.navigate(DESK.address("/desk/published"));
    Locator line = page.locator("table.lines tbody tr").first();
    String headline = line.locator("a.headline").innerText();
    int version =
        Integer.parseInt(
            line.locator("td").nth(1).innerText().replaceAll("(?s)\\D*(\\d+).*", "$1"));
    line.locator("summary", new Locator.LocatorOptions().setHasText("Correct")).focus();
    page.keyboard().press("Enter");
    line.locator("form[action$=revise] textarea").waitFor();
    visitor.accessible();
    line.locator("form[action$=revise] textarea").focus();
    page.keyboard().type("An earlier version said less.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL("**/desk/review/**");
    String address = page.url();
    assertThat(page.locator(".taken"))
        .containsText("Correction of “" + headline + "”, version " + version);
    assertThat(page.locator(".taken")).containsText("An earlier version said less.");
    assertThat(page.locator("#approve-why")).containsText("Nothing differs");
    visitor.accessible();
    visitor.picture("correction");

    page.keyboard().press("j");
    assertThat(page.locator("#evidence")).hasAttribute("data-sentence", "d1");
    String before = page.locator("#evidence .quoted").innerText();
    page.keyboard().press("e");
    page.keyboard().press("Control+a");
    page.keyboard().type("So it stands: " + before);
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#notice")).containsText("Changed, and checked again.");

    page.locator("a", new Page.LocatorOptions().setHasText("Compare with what is out")).focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/compare");
    assertThat(page.locator(".compare .changed ins").first()).containsText("So it stands");
    assertThat(page.locator("main")).containsText("1 changed, 0 new, 0 cut");
    visitor.accessible();
    visitor.picture("compare");

    try (var other = DESK.another("eddi")) {
      other.page().navigate(DESK.address("/desk/published"));
      assertThat(other.page().locator("table.lines tbody tr").first())
          .containsText("Taken up by Edda Sample");
      assertThat(other.complaints()).isEmpty();
    }
    page.navigate(address);
    settleAndApprove();
    assertThat(page.locator("#notice")).containsText("published as version " + (version + 1));
    page.navigate(DESK.address("/desk/published"));
    Locator again = page.locator("tr", new Page.LocatorOptions().setHasText(headline));
    assertThat(again).containsText("version " + (version + 1));
    again.locator("a", new Locator.LocatorOptions().setHasText("what changed")).focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/compare");
    assertThat(page.locator(".note")).containsText("An earlier version said less.");
    assertThat(page.locator(".compare .changed")).hasCount(1);
    visitor.accessible();
  }

  @Test
  void twoWhoHaveADraftOpenSeeEachOtherAndWhatTheOtherChanged() {
    page.navigate(DESK.address("/desk/queue"));
    page.locator("#queue a.headline").last().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/desk/review/**");
    String address = page.url();
    assertThat(page.locator("#present")).hasText("");
    // Nothing is asked for: what colleagues do comes by the stream that the page has opened.
    var asked = new ArrayList<String>();
    page.onRequest(request -> asked.add(request.method() + " " + request.url()));
    try (var other = DESK.another("eddi")) {
      Page theirs = other.page();
      theirs.navigate(address);
      assertThat(theirs.locator("#present")).containsText("Edda Sample has it open too.");
      assertThat(page.locator("#present")).containsText("Eddi Sample has it open too.", SOON);
      visitor.accessible();
      visitor.picture("together");
      theirs.keyboard().press("j");
      assertThat(theirs.locator("#evidence")).hasAttribute("data-sentence", "d1");
      bindToSelectedWords(theirs);
      assertThat(page.locator("#present"))
          .containsText("Eddi Sample changed this draft since you opened it.", SOON);
      assertThat(asked).allMatch(request -> request.matches(".*/(ahead/h|stream\\?.*|here)"));
      theirs.navigate(DESK.address("/desk/queue"));
      assertThat(theirs.locator("#queue")).containsText("open: Edda Sample, Eddi Sample");
      other.accessible();
      assertThat(other.complaints()).isEmpty();
    }
    page.locator("#present a").click();
    page.locator(".history summary").click();
    assertThat(page.locator(".history")).containsText("to other words of the sources");
  }

  /** Selects the first words of a passage and binds the sentence to just these. */
  private static void bindToSelectedWords(Page page) {
    Locator card = page.locator("#evidence .card").first();
    card.locator("summary").click();
    card.locator(".pick").first().waitFor();
    Object words =
        card.locator(".pick")
            .first()
            .evaluate(
                """
                pick => {
                  const text = pick.firstChild;
                  const end = text.data.split(" ").slice(0, 4).join(" ").length;
                  getSelection().setBaseAndExtent(text, 0, text, end);
                  return text.data.slice(0, end);
                }
                """);
    assertThat(card.locator("textarea[name=quote]")).hasValue(words.toString());
    card.locator("button", new Locator.LocatorOptions().setHasText("Bind to these words")).click();
    assertThat(page.locator("#notice")).containsText("Bound to other words, and checked again.");
    assertThat(page.locator("#evidence mark")).hasText(words.toString());
  }

  /** Looks at each sentence, lets what stands on it stand, and approves. */
  private void settleAndApprove() {
    int sentences = page.locator("a.s").count();
    for (int i = 0; i < sentences; i++) {
      if (i > 0) {
        page.keyboard().press("j");
      }
      String id = page.locator("a.s").nth(i).getAttribute("data-id");
      assertThat(page.locator("#evidence")).hasAttribute("data-sentence", id);
      if (page.locator("#accept").count() > 0) {
        page.keyboard().press("a");
        page.keyboard().type("Read against its sources.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#notice")).containsText("settled");
        assertThat(page.locator("#accept")).hasCount(0);
        page.locator("#s-" + id).focus();
      }
    }
    while (page.locator(".copy > .mark.open").count() > 0) {
      int open = page.locator(".copy > .mark.open").count();
      page.locator(".copy > .mark.open input[name=reason]").first().focus();
      page.keyboard().type("Asked and answered.");
      page.keyboard().press("Enter");
      assertThat(page.locator(".copy > .mark.open")).hasCount(open - 1);
    }
    assertThat(page.locator("#approve")).isEnabled();
    page.locator("#approve").focus();
    page.keyboard().press("Enter");
  }
}
