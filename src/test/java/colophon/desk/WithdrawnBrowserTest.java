package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import colophon.tasks.TaskDesk;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desk shows of a brief that was taken back, in a real browser. */
class WithdrawnBrowserTest {

  @RegisterExtension static final BrowsedDesk DESK = new BrowsedDesk();

  @BeforeAll
  static void people() {
    DESK.account("edda", "Edda Sample", Role.EDITOR);
  }

  @Test
  void aBriefTakenBackStaysInSightAndIsNotOfferedForCorrection() {
    DeskBrowser.Visitor visitor = DESK.visit("edda");
    Page page = visitor.page();
    page.navigate(DESK.address("/desk/published"));
    Locator line = page.locator("table.lines tbody tr").first();
    String headline = line.locator("a.headline").innerText();
    String slug = line.locator("a.headline").getAttribute("href").split("/")[2];
    report(slug);
    page.navigate(DESK.address("/desk/tasks"));
    assertThat(page.locator(".task button:has-text('Correct this brief')")).hasCount(1);

    page.navigate(DESK.address("/desk/published"));
    line.locator("summary", new Locator.LocatorOptions().setHasText("Withdraw")).click();
    line.locator("form[action$=withdraw] textarea").fill("The whole of it was wrong.");
    line.locator("form[action$=withdraw] button").click();
    page.waitForURL("**/desk/published?withdrawn");
    assertThat(page.locator("[role=status]")).containsText("A notice stands in its place");
    assertThat(page.locator("#taken")).containsText(headline);
    assertThat(page.locator("#taken")).containsText("Edda Sample");
    assertThat(page.locator("#taken")).containsText("The whole of it was wrong.");
    visitor.accessible();

    page.navigate(DESK.address("/desk/tasks"));
    assertThat(page.locator(".task")).containsText("The brief was withdrawn");
    assertThat(page.locator(".task button:has-text('Correct this brief')")).hasCount(0);
    page.locator("button:has-text('Take it')").click();
    page.waitForURL("**/desk/tasks?done=taken");
    assertThat(page.locator("[role=status]")).containsText("It is yours.");
    visitor.accessible();

    page.navigate(DESK.address("/desk/published"));
    page.locator("#taken a:has-text('its notice')").first().click();
    assertThat(page.locator("main")).containsText("The whole of it was wrong.");
  }

  @Test
  void whatIsDoneByAFormIsNoAddressOfItsOwn() throws Exception {
    DeskClient editor = DESK.client("edda");
    for (String path :
        List.of(
            "/desk/published/x/withdraw",
            "/desk/published/x/revise",
            "/desk/tasks/1/take",
            "/desk/tasks/1/close")) {
      HttpResponse<String> again = editor.get(path);
      assertThat(again.statusCode()).as(path).isEqualTo(303);
      assertThat(path).startsWith(again.headers().firstValue("Location").orElse("none") + "/");
    }
    assertThat(editor.get("/favicon.ico").statusCode()).isEqualTo(200);
  }

  private static void report(String slug) {
    VersionPlan plan =
        DESK.desk().rooms().getBean(PublicationStore.class).current().stream()
            .filter(each -> each.slug().value().equals(slug))
            .findFirst()
            .orElseThrow();
    DESK.desk()
        .served()
        .context()
        .getBean(TaskDesk.class)
        .report(plan.briefId(), plan.version(), "All of it is wrong.", "");
  }
}
