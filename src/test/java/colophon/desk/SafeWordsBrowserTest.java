package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an editor typed is not lost, and what was chosen stays chosen and in sight. */
class SafeWordsBrowserTest extends ReviewedDesk {

  @Test
  void aSessionThatEndedTakesNoWords() {
    DeskBrowser.Visitor visitor = DESK.visit("edda");
    Page page = visitor.page();
    open(page);
    page.keyboard().press("j");
    shows(page, id(page, 1));
    page.keyboard().press("e");
    page.keyboard().press("Control+a");
    page.keyboard().type("Words of the old session.");
    visitor.context().clearCookies();
    page.keyboard().press("Control+Enter");
    Locator out = page.locator("#signed-out");
    assertThat(out).containsText("You are signed out.");
    assertThat(page.locator("#edit textarea")).hasValue("Words of the old session.");
    assertThat(out.locator("a")).hasAttribute("target", "_blank");
    assertThat(out.locator("a")).hasAttribute("rel", "noopener");
    visitor.accessible();
    out.locator("button").click();
    assertThat(out).containsText("Nobody is signed in yet.");
    Page door = visitor.context().newPage();
    new DeskBrowser.Visitor(visitor.context(), door, visitor.complaints())
        .signIn(DESK.address(""), "edda", DESK.password("edda"));
    door.close();
    page.locator("#edit textarea").focus();
    page.keyboard().press("Control+Enter");
    assertThat(out).hasCount(1);
    out.locator("button").click();
    assertThat(page.locator("#notice")).containsText("You are signed in again.");
    assertThat(out).hasCount(0);
    assertThat(page.locator("#edit textarea")).isFocused();
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#notice")).containsText("Changed, and checked again.");
    assertThat(page.locator("#evidence .quoted")).hasText("Words of the old session.");
  }

  @Test
  void aPageThatOnlySaysItIsThereTellsThatTheSessionEnded() {
    DeskBrowser.Visitor visitor = DESK.visit("edda");
    Page page = visitor.page();
    open(page);
    visitor.context().clearCookies();
    page.evaluate("() => htmx.trigger('#here', 'back')");
    assertThat(page.locator("#signed-out")).containsText("You are signed out.");
    assertThat(page.locator(".copy h1")).isVisible();
  }

  @Test
  void aReasonThatWasRefusedStaysInItsField() throws Exception {
    Page page = DESK.visit("eddi").page();
    open(page);
    page.keyboard().press("j");
    String sentence = id(page, 1);
    shows(page, sentence);
    rewrite(page, DRAGONS);
    assertThat(page.locator("#notice")).containsText("Changed, and checked again.");
    elsewhere("edwin", page, sentence, "Some 12345678 dragons were seen by Nobody Atall.");
    page.locator("#accept summary").click();
    page.locator("#accept textarea").fill("Asked the dragons.");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#evidence .quoted")).containsText("12345678");
    assertThat(page.locator("#accept textarea")).hasValue("Asked the dragons.");
    assertThat(page.locator("#accept textarea")).isFocused();
    assertThat(page.locator("#accept")).hasAttribute("open", "");
    // What was shown with the refusal was not asked for, so it has to be looked at first.
    page.keyboard().press("Escape");
    page.keyboard().press("Enter");
    page.keyboard().press("a");
    page.keyboard().type("Asked the dragons again.");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#notice")).containsText("settled");
    assertThat(page.locator("#accept")).hasCount(0);
  }

  @Test
  void wordsThatWereNotSentOutliveWhateverElseIsSent() {
    Page page = DESK.visit("edna").page();
    open(page);
    page.keyboard().press("j");
    shows(page, id(page, 1));
    page.keyboard().press("e");
    page.keyboard().press("Control+a");
    page.keyboard().type("Words on their way.");
    page.locator("#evidence .card .choose summary").first().click();
    page.locator("#evidence .very textarea").first().fill("words to bind to");
    page.locator(".place summary").click();
    page.locator(".place [name=slug]").fill("on-its-way");
    page.locator("#comment summary").click();
    page.locator("#comment textarea").fill("A remark.");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#notice")).containsText("Your remark is kept.");
    assertThat(page.locator("#comment textarea")).hasValue("");
    stands(page);
    page.getByText("Take it", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("#notice")).containsText("It is yours.");
    stands(page);
    page.locator("#undo button").click();
    assertThat(page.locator("#notice")).containsText(Pattern.compile("no change|last change is"));
    stands(page);
    assertThat(prevented(page)).isTrue();
    page.locator(".place [name=slug]").press("Enter");
    assertThat(page.locator("#notice")).containsText("place in the queue");
    assertThat(page.locator(".place")).not().hasAttribute("open", "");
    assertThat(page.locator("#edit textarea")).hasValue("Words on their way.");
    page.locator("#edit textarea").press("Control+Enter");
    assertThat(page.locator("#notice")).containsText("Changed, and checked again.");
    assertThat(page.locator("#edit")).not().hasAttribute("open", "");
    page.locator("#evidence .very textarea").first().press("Escape");
    assertThat(prevented(page)).isFalse();
  }

  @Test
  void wordsForAnotherSentenceWaitUntilItIsChosenAgain() {
    Page page = DESK.visit("edwin").page();
    open(page);
    page.keyboard().press("j");
    shows(page, id(page, 1));
    rewrite(page, DRAGONS);
    assertThat(page.locator("#notice")).containsText("Changed, and checked again.");
    page.keyboard().press("j");
    shows(page, id(page, 2));
    page.keyboard().press("e");
    page.keyboard().press("End");
    page.keyboard().type(" And more.");
    String words = page.locator("#edit textarea").inputValue();
    page.locator("#undo button").click();
    shows(page, id(page, 1));
    assertThat(page.locator("#notice")).containsText("typed for another sentence is kept");
    assertThat(prevented(page)).isTrue();
    page.locator(at(id(page, 2))).click();
    shows(page, id(page, 2));
    assertThat(page.locator("#edit textarea")).hasValue(words);
    assertThat(page.locator("#edit")).hasAttribute("open", "");
  }

  @Test
  void wordsThatWerePutBackDoNotReplaceAColleaguesUnseen() throws Exception {
    Page page = DESK.visit("edmund").page();
    open(page);
    page.keyboard().press("j");
    String sentence = id(page, 1);
    shows(page, sentence);
    page.keyboard().press("e");
    page.keyboard().press("Control+a");
    page.keyboard().type("Edmund's words.");
    elsewhere("edgar", page, sentence, "Edgar's words.");
    page.getByText(Pattern.compile("^(Take it|Give it back)$")).click();
    assertThat(page.locator("#evidence .quoted")).hasText("Edgar's words.");
    assertThat(page.locator("#edit textarea")).hasValue("Edmund's words.");
    page.locator("#edit textarea").press("Control+Enter");
    assertThat(page.locator(".merge textarea")).hasValue("Edmund's words.");
    assertThat(page.locator(".merge textarea")).isFocused();
    page.locator(".merge a.button").click();
    assertThat(page.locator("#evidence .quoted")).hasText("Edgar's words.");
    assertThat(page.locator("#edit textarea")).hasValue("Edgar's words.");
    selected(page, sentence);
  }
}
