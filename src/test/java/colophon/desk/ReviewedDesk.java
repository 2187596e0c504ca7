package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.util.HtmlUtils;

/** The samples' desk with a draft open in it. */
abstract class ReviewedDesk {

  static final String DRAGONS = "Exactly 987654 dragons attended, said Nobody Atall.";

  @RegisterExtension static final BrowsedDesk DESK = new BrowsedDesk();

  @BeforeAll
  static void people() {
    // Undo takes back one's own change only, so each test has a person of its own.
    for (String login : List.of("edda", "eddi", "edna", "edwin", "edmund", "edgar", "edith")) {
      DESK.account(login, login + " Sample", Role.EDITOR);
    }
    DESK.account("ada", "Ada Sample", Role.EDITOR, Role.OPERATOR, Role.AUDITOR);
  }

  /** Opens the first draft of the queue. */
  static void open(Page page) {
    page.navigate(DESK.address("/desk/queue"));
    page.locator("#queue a.headline").first().click();
    page.waitForURL("**/desk/review/**");
    // The keys are there once the page has shown what they are.
    page.waitForFunction("() => window.htmx && window.deskWords");
  }

  static List<String> ids(Page page) {
    return page.locator("a.s").all().stream().map(each -> each.getAttribute("data-id")).toList();
  }

  static String id(Page page, int place) {
    return page.locator("a.s").nth(place).getAttribute("data-id");
  }

  /** Finds a sentence, whose id may hold a full stop. */
  static String at(String sentence) {
    return "[id='s-" + sentence + "']";
  }

  static void rewrite(Page page, String words) {
    page.keyboard().press("e");
    page.keyboard().press("Control+a");
    page.keyboard().type(words);
    page.keyboard().press("Control+Enter");
  }

  static void shows(Page page, String sentence) {
    assertThat(page.locator("#evidence")).hasAttribute("data-sentence", sentence);
  }

  static void selected(Page page, String sentence) {
    shows(page, sentence);
    assertThat(page.locator("a.s[aria-current=true]")).hasAttribute("data-id", sentence);
    assertThat(page.locator(at(sentence))).isFocused();
  }

  /** What was typed in three forms and sent by none of them. */
  static void stands(Page page) {
    assertThat(page.locator("#edit textarea")).hasValue("Words on their way.");
    assertThat(page.locator("#edit")).hasAttribute("open", "");
    assertThat(page.locator("#evidence .very textarea").first()).hasValue("words to bind to");
    assertThat(page.locator(".place [name=slug]")).hasValue("on-its-way");
    assertThat(page.locator(".place")).hasAttribute("open", "");
  }

  /** Whether the page asks before it is left. */
  static boolean prevented(Page page) {
    return (Boolean)
        page.evaluate("() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))");
  }

  static void clear(Page page, String selector) {
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

  static void wide(Page page, String name, List<String> found) {
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
  static void elsewhere(String login, Page page, String sentence, String words) throws Exception {
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

  static String value(String page, String name) {
    return page.replaceAll("(?s).*?name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
  }
}
