package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which sentence is selected, and that it and its field stay in sight. */
class SelectionBrowserTest extends ReviewedDesk {

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
}
