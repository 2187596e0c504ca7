package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.util.HtmlUtils;

/** What an editor typed is not lost, and what was chosen stays chosen and in sight. */
class SafeWordsBrowserTest {

  private static final String DRAGONS = "Exactly 987654 dragons attended, said Nobody Atall.";

  @RegisterExtension static final BrowsedDesk DESK = new BrowsedDesk();

  @BeforeAll
  static void people() {
    // Undo takes back one's own change only, so each test has a person of its own.
    for (String login : List.of("edda", "eddi", "edna", "edwin", "edmund", "edgar", "edith")) {
      DESK.account(login, login + " Sample", Role.EDITOR);
    }
    DESK.account("ada", "Ada Sample", Role.EDITOR, Role.OPERATOR, Role.AUDITOR);
  }

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

  @Test
  void theSelectedSentenceStaysSelected() {
    Page page = DESK.visit("edith").page();
    open(page);
    List<String> ids = ids(page);
    String cut = page.locator(".copy > p:not(.standfirst) a.s").first().getAttribute("data-id");
    page.locator(at(cut)).click();
    shows(page, cut);
    page.keyboard().press("x");
    assertThat(page.locator("#notice")).containsText("Cut.");
    selected(page, ids.get(ids.indexOf(cut) + 1));
    page.keyboard().press("j");
    shows(page, ids.get(ids.indexOf(cut) + 2));
    page.keyboard().press("u");
    assertThat(page.locator("#notice")).containsText("taken back");
    selected(page, cut);
    page.keyboard().press("j");
    String here = ids.get(ids.indexOf(cut) + 1);
    shows(page, here);
    page.keyboard().press("u");
    assertThat(page.locator("#notice")).containsText(Pattern.compile("no change|last change is"));
    selected(page, here);
    Locator taking = page.getByText(Pattern.compile("^(Take it|Give it back)$"));
    taking.click();
    assertThat(page.locator("#notice")).containsText(Pattern.compile("yours|everybody"));
    selected(page, here);
    page.locator(".place summary").click();
    page.locator(".place [name=slug]").fill("placed");
    page.locator(".place button").click();
    assertThat(page.locator("#notice")).containsText("place in the queue");
    selected(page, here);
    page.locator("#decision summary", new Page.LocatorOptions().setHasText("Spike")).click();
    Locator spike = page.locator("form[action$='/spike'] textarea");
    spike.fill("  ");
    spike.press("Control+Enter");
    assertThat(page.locator("#notice")).not().containsText("place in the queue");
    shows(page, here);
    assertThat(page.locator(at(here))).hasAttribute("aria-current", "true");
    assertThat(page.evaluate("() => document.activeElement.tagName")).isNotEqualTo("BODY");
  }

  @Test
  void theSentenceAfterTheLastOneThatIsCutIsTheOneBefore() {
    Page page = DESK.visit("edith").page();
    open(page);
    List<String> ids = ids(page);
    page.locator(at(ids.getLast())).click();
    shows(page, ids.getLast());
    page.keyboard().press("x");
    assertThat(page.locator("#notice")).containsText("Cut.");
    List<String> after = ids(page);
    selected(page, after.getLast());
    page.keyboard().press("u");
    selected(page, ids.getLast());
  }

  @Test
  void theDecisionsBarHidesNothingThatIsChosen() {
    Page page = DESK.visit("edgar").page();
    open(page);
    for (int[] size : new int[][] {{1400, 900}, {1000, 640}}) {
      page.setViewportSize(size[0], size[1]);
      List<String> ids = ids(page);
      page.locator(at(ids.getFirst())).click();
      for (String id : ids) {
        shows(page, id);
        clear(page, at(id));
        page.keyboard().press("j");
      }
      page.keyboard().press("e");
      clear(page, "#edit textarea");
      page.keyboard().press("Escape");
    }
    page.setViewportSize(1400, 900);
    page.locator("#decision summary", new Page.LocatorOptions().setHasText("Spike")).click();
    page.locator("form[action$='/spike'] textarea").focus();
    assertThat(
            (Double) page.evaluate("() => document.querySelector('#decision').offsetHeight + 0.5"))
        .isLessThan(460);
    page.setViewportSize(1400, 500);
    assertThat(page.locator("#decision")).hasCSS("position", "static");
    page.setViewportSize(390, 844);
    assertThat(page.locator("#decision")).hasCSS("position", "static");
    page.locator(at(id(page, 1))).click();
    shows(page, id(page, 1));
    assertThat(page.locator("#evidence .what")).isInViewport();
  }

  @Test
  void nothingMovesSidewaysOnANarrowScreen() {
    Page page = DESK.visit("ada").page();
    open(page);
    page.keyboard().press("j");
    shows(page, id(page, 1));
    rewrite(page, "x".repeat(260) + " is a long word.");
    assertThat(page.locator("#notice")).containsText("Changed, and checked again.");
    page.setViewportSize(390, 844);
    var wide = new ArrayList<String>();
    wide(page, "review", wide);
    for (String path :
        List.of("queue", "published", "models/try", "models", "tasks", "sources", "pipelines")) {
      page.navigate(DESK.address("/desk/" + path));
      wide(page, path, wide);
    }
    assertThat(wide).isEmpty();
  }

  @Test
  void whatWasSeenIsCountedAtOnceAndAnEditIsSeenWhereItIsShown() {
    Page page = DESK.visit("ada").page();
    open(page);
    int before = Integer.parseInt(page.locator(".receipt .opened").innerText());
    List<String> ids = ids(page);
    page.locator(at(ids.getLast())).click();
    shows(page, ids.getLast());
    assertThat(page.locator(".receipt .opened")).hasText(String.valueOf(before + 1));
    rewrite(page, DRAGONS);
    assertThat(page.locator("#notice")).containsText("Changed, and checked again.");
    assertThat(page.locator(".receipt .opened")).hasText(String.valueOf(before + 1));
    page.keyboard().press("a");
    page.keyboard().type("Counted twice.");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#notice")).containsText("settled");
    page.keyboard().press("u");
    assertThat(page.locator("#notice")).containsText("taken back");
  }

  @Test
  void aKeyThatIsTakenIsRefusedInWords() {
    Page page = DESK.visit("ada").page();
    open(page);
    page.keyboard().press("?");
    Locator edit = page.locator(".key[data-action=edit]");
    edit.click();
    page.keyboard().press("j");
    assertThat(page.locator("#keys-notice")).containsText("“j” is taken already");
    assertThat(edit).hasText("e");
    edit.click();
    page.keyboard().press("Tab");
    assertThat(page.locator("#keys-notice")).containsText("Tab moves between fields");
    assertThat(edit).hasText("e");
    edit.click();
    page.keyboard().press("w");
    assertThat(edit).hasText("w");
    assertThat(page.locator("#keys-notice")).hasText("");
  }

  /** Opens the first draft of the queue. */
  private static void open(Page page) {
    page.navigate(DESK.address("/desk/queue"));
    page.locator("#queue a.headline").first().click();
    page.waitForURL("**/desk/review/**");
    // The keys are there once the page has shown what they are.
    page.waitForFunction("() => window.htmx && window.deskWords");
  }

  private static List<String> ids(Page page) {
    return page.locator("a.s").all().stream().map(each -> each.getAttribute("data-id")).toList();
  }

  private static String id(Page page, int place) {
    return page.locator("a.s").nth(place).getAttribute("data-id");
  }

  /** Finds a sentence, whose id may hold a full stop. */
  private static String at(String sentence) {
    return "[id='s-" + sentence + "']";
  }

  private static void rewrite(Page page, String words) {
    page.keyboard().press("e");
    page.keyboard().press("Control+a");
    page.keyboard().type(words);
    page.keyboard().press("Control+Enter");
  }

  private static void shows(Page page, String sentence) {
    assertThat(page.locator("#evidence")).hasAttribute("data-sentence", sentence);
  }

  private static void selected(Page page, String sentence) {
    shows(page, sentence);
    assertThat(page.locator("a.s[aria-current=true]")).hasAttribute("data-id", sentence);
    assertThat(page.locator(at(sentence))).isFocused();
  }

  /** What was typed in three forms and sent by none of them. */
  private static void stands(Page page) {
    assertThat(page.locator("#edit textarea")).hasValue("Words on their way.");
    assertThat(page.locator("#edit")).hasAttribute("open", "");
    assertThat(page.locator("#evidence .very textarea").first()).hasValue("words to bind to");
    assertThat(page.locator(".place [name=slug]")).hasValue("on-its-way");
    assertThat(page.locator(".place")).hasAttribute("open", "");
  }

  /** Whether the page asks before it is left. */
  private static boolean prevented(Page page) {
    return (Boolean)
        page.evaluate("() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))");
  }

  private static void clear(Page page, String selector) {
    page.waitForFunction(
        """
        selector => {
          const chosen = document.querySelector(selector).getBoundingClientRect();
          const bar = document.querySelector('#decision').getBoundingClientRect();
          return chosen.top >= 0 && chosen.bottom <= Math.min(bar.top, innerHeight);
        }
        """,
        selector,
        new Page.WaitForFunctionOptions().setTimeout(5_000));
  }

  private static void wide(Page page, String name, List<String> found) {
    Object width = page.evaluate("() => document.documentElement.scrollWidth");
    if (((Number) width).intValue() > 390) {
      Object widest =
          page.evaluate(
              """
              () => [...document.querySelectorAll('main *')]
                .filter(each => each.getBoundingClientRect().right > 391)
                .map(each => each.tagName + '.' + each.className).slice(0, 6).join(' ')
              """);
      found.add(name + " " + width + ": " + widest);
    }
  }

  /** A colleague changes a sentence of the draft that the page shows. */
  private static void elsewhere(String login, Page page, String sentence, String words)
      throws Exception {
    var other = DESK.client(login);
    String draft = page.locator(".review").getAttribute("data-root");
    String evidence = other.get("/desk/review/" + draft + "/evidence/" + sentence).body();
    other.post(
        "/desk/review/" + draft + "/rewrite",
        Map.of(
            "seen",
            value(evidence, "seen"),
            "sentence",
            sentence,
            "before",
            HtmlUtils.htmlUnescape(value(evidence, "before")),
            "text",
            words));
  }

  private static String value(String page, String name) {
    return page.replaceAll("(?s).*?name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
  }
}
