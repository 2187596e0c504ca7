package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.pipeline.Definitions;
import colophon.pipeline.Run;
import colophon.pipeline.RunLog;
import colophon.pipeline.ServingNode;
import colophon.pipeline.Slot;
import colophon.review.ReviewStore;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How runs are begun, followed and accounted for, in a real browser. */
class RunsBrowserTest extends OperatorsDesk {

  @Test
  void aRunsPageNamesEveryItemAndWhatBecameOfIt() {
    page.navigate(DESK.address("/desk/runs"));
    page.locator("#runs tbody tr", new Page.LocatorOptions().setHasText("13 Jan 2026 21:00"))
        .locator("a")
        .press("Enter");
    page.waitForURL("**/desk/runs/**");
    assertThat(page.locator("#stages tbody tr")).hasCount(7);
    assertThat(page.locator("#stages")).containsText("Source check");
    assertThat(page.locator("#cost")).containsText("USD 0.00, ");
    assertThat(page.locator("#retries")).hasText("none");
    assertThat(page.locator("#stages")).containsText("articles");
    assertThat(page.locator("#progress")).containsText("Every article is accounted for: ");
    assertThat(page.locator("#progress")).containsText("Of their stories: ");
    Locator read = page.locator("details.items:has(summary:text('Read: '))");
    read.locator("summary").focus();
    page.keyboard().press("Enter");
    assertThat(read.locator("tbody tr").first()).isVisible();
    // Words, not ids, and the archived copy is one step away.
    assertThat(page.locator("#items").textContent()).doesNotContainPattern("[asd]-[0-9a-f]{16}");
    read.locator("td a").first().click();
    page.waitForURL("**/desk/copies/*");
    page.goBack();
    visitor.accessible();
    visitor.picture("run");
    page.navigate(DESK.address("/desk/runs?pipeline=samples&outcome=done"));
    assertThat(page.locator("#runs tbody tr").first()).containsText("samples, ");
    visitor.accessible();
    visitor.picture("runs");
    page.navigate(DESK.address("/desk/runs?outcome=running"));
    assertThat(page.locator(".empty")).containsText("No run fits.");
    page.navigate(DESK.address("/desk/runs/r-none"));
    assertThat(page.locator("main")).containsText("There is no run \"r-none\"");
  }

  @Test
  void aWindowIsShownBeforeItIsMadeUpFor() {
    page.navigate(DESK.address("/desk/pipelines/samples"));
    page.getByText("Backfill a window").click();
    page.locator("input[name=from]").fill("2026-01-14T15:00");
    page.locator("input[name=until]").fill("2026-01-14T18:00");
    page.getByText("Show its times").click();
    assertThat(page.locator("#open")).containsText("2026-01-14T15:00+09:00");
    assertThat(page.locator("main")).containsText("Had their run already (1)");
    visitor.accessible();
    page.getByText("Begin 1 run").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Start colophon serve again.");
    page.navigate(
        DESK.address(
            "/desk/pipelines/samples/backfill?from=2026-01-14T15:00&until=2999-01-01T00:00"));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("ends in the future");
    page.navigate(DESK.address("/desk/pipelines/samples/backfill?from=soon&until="));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Give both times");
  }

  @Test
  void aRunIsLeftToTheProcessThatServesAndShowsItself() {
    var definitions = DESK.desk().rooms().getBean(Definitions.class);
    page.navigate(DESK.address("/desk/pipelines/samples"));
    press("Run now: Sample newsroom");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Start colophon serve again.");
    visitor.accessible();
    try (var node =
        ServingNode.announce(
            DESK.desk().rooms().getBean(DataSource.class), definitions.pipelines().values())) {
      press("Run now: Sample newsroom");
      page.waitForURL("**/desk/runs/**");
      String run = page.url();
      assertThat(page.locator("main")).containsText("started by desk");
      assertThat(page.locator("#note")).containsText("It waits for the process that serves");
      assertThat(page.locator("#progress")).not().containsText("not ended");
      visitor.accessible();
      page.navigate(DESK.address("/desk/today"));
      assertThat(page.locator("#running")).containsText("waits for the process that serves");
      visitor.accessible();
      visitor.picture("today-running");
      page.navigate(DESK.address("/desk/pipelines/samples"));
      press("Run now: Sample newsroom");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("has not ended");
      page.navigate(DESK.address("/desk/today"));
      carry(definitions);
      // The part that moves is sent anew.
      assertThat(page.locator("#running")).containsText("Nothing runs.");
      assertThat(row("Sample newsroom").locator("a[href='" + URI.create(run).getPath() + "']"))
          .isVisible();
      assertThat(acts()).contains("run asked for");
    }
  }

  @Test
  void aRunWhoseProcessDiedSaysWhoTakesItUpAndItsPageFollowsIt() {
    var definitions = DESK.desk().rooms().getBean(Definitions.class);
    Instant then = Instant.parse("2026-01-15T09:00:00Z");
    Run run =
        DESK.desk()
            .rooms()
            .getBean(RunLog.class)
            .begin(
                definitions.pipelines().get("documents"), new Slot(then.toString(), then), "test");
    jdbc()
        .sql(
            "insert into run_stage (run_id, stage, finished_at, summary)"
                + " values (:run, 'fetch', now(), '5 new')")
        .param("run", run.id())
        .update();
    page.navigate(DESK.address("/desk/runs/" + run.id()));
    assertThat(page.locator("h1")).hasText("documents, 15 Jan 2026 09:00 UTC");
    assertThat(page.locator("#note")).containsText("The next start of colophon serve takes it up");
    assertThat(page.locator("#items")).containsText("when it is over");
    carry(definitions);
    // Nobody loads the page again.
    assertThat(page.locator("#note")).hasCount(0);
    assertThat(page.locator("#progress")).containsText("Every article is accounted for: ");
    assertThat(page.locator("#items details").first()).isVisible();
  }

  @Test
  void whatIsOpenToEverybodyHereHoldsNoWordOfADraft() throws Exception {
    var waiting = DESK.desk().rooms().getBean(ReviewStore.class).waiting();
    assertThat(waiting).isNotEmpty();
    var stranger = new DeskClient(DESK.address(""));
    var paths = new ArrayList<>(List.of("/status", "/api/status", "/api/runs"));
    DESK.desk()
        .rooms()
        .getBean(RunLog.class)
        .latest(50)
        .forEach(run -> paths.add("/api/runs/" + run.id()));
    for (String path : paths) {
      String body = stranger.get(path).body();
      for (var draft : waiting) {
        assertThat(body).as(path).doesNotContain(draft.draft().brief().headline().text());
        draft.flags().forEach(flag -> assertThat(body).as(path).doesNotContain(flag.reason()));
      }
    }
    assertThat(stranger.get("/api/status").body())
        .contains("\"reasons\":" + waiting.getFirst().flags().size());
    assertThat(stranger.get(paths.getLast()).body()).contains("\"outcomes\":{");
    page.navigate(DESK.address("/status"));
    visitor.accessible();
  }
}
