package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.Role;
import colophon.cli.SampleDesk;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody new, who knows nothing but what the pages say, from the first password to a decision.
 */
class NewcomerBrowserTest {

  @TempDir Path folder;

  @Test
  void fromTheFirstPasswordToOneDraftPublishedAndOneSpiked() throws Exception {
    try (var browser = DeskBrowser.open();
        var desk = SampleDesk.open(folder.resolve("newsroom"));
        var visitor = browser.visitor()) {
      String first = desk.newAccount("newcomer", "Nora Sample", Role.EDITOR);
      Page page = visitor.page();
      page.navigate(desk.address("/desk"));
      visitor.accessible();
      page.getByLabel("Login").fill("newcomer");
      page.getByLabel("Password").fill(first);
      press(page, "Sign in");
      assertThat(page.locator("main")).containsText("Choose one of your own");
      visitor.accessible();
      page.getByLabel("Present password").fill(first);
      page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
          .fill("a password of my own");
      page.getByLabel("New password, once more").fill("a password of my own");
      press(page, "Change it");
      assertThat(page.locator("h1")).hasText("Queue");

      // The flawed one cannot be approved unseen: its mark wants a reason.
      page.locator("#queue a.headline").nth(1).click();
      assertThat(page.locator("#approve")).isDisabled();
      assertThat(page.locator("#approve-why")).containsText("single source");
      page.getByLabel("Why it may stand").first().fill("The bank itself announced it.");
      press(page, "Settle");
      assertThat(page.locator("#notice")).containsText("The mark is settled.");
      assertThat(page.locator("#approve")).isEnabled();
      page.keyboard().press("j");
      assertThat(page.locator("#evidence")).hasAttribute("data-sentence", "d1");
      page.keyboard().press("j");
      assertThat(page.locator("#evidence")).not().hasAttribute("data-sentence", "d1");
      page.locator("form[action$=approve]").getByLabel("accuracy").check();
      press(page, "Approve and publish");
      assertThat(page.locator("#notice")).containsText("Approved and published as version 1");
      visitor.accessible();
      String notice = page.locator("#notice").innerText();
      page.navigate(desk.address(notice.substring(notice.indexOf("/briefs/"))));
      assertThat(page.locator("body")).containsText("AI-generated");
      assertThat(page.locator("body")).containsText("Nora Sample");
      String record = page.request().get(page.url() + "v1/record.json").text();
      assertThat(record).contains("Nora Sample", "\"d1\"", "\"checksTicked\":[\"accuracy\"]");

      page.navigate(desk.address("/desk/queue"));
      page.locator("#queue a.headline").first().click();
      page.getByText("Spike…").click();
      page.getByLabel("Why it is not wanted").fill("A lawyer has to see it first.");
      page.locator(".acts details[open] button").click();
      assertThat(page.locator("main")).containsText("Spiked by Nora Sample");
      page.navigate(desk.address("/desk/published"));
      visitor.accessible();
      visitor.picture("published");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }
}
