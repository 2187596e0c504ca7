package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.SelectionPreview;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An operator's way through the desk, in a real browser. */
class OperatorBrowserTest extends OperatorsDesk {

  @Test
  void todayTellsWhatRunsWhatComesWhatFailedAndWhatWaits() {
    assertThat(page.locator("h1")).hasText("Today");
    assertThat(page.locator("#running")).containsText("Nothing runs.");
    assertThat(row("Sample newsroom")).containsText("UTC, ");
    assertThat(row("Sample newsroom")).containsText("published");
    assertThat(page.locator("main")).containsText("with marks to settle");
    assertThat(page.locator("#needs")).containsText("The signing keys were made on this machine");
    assertThat(page.locator("main")).containsText("the built-in writer, which costs nothing");
    visitor.accessible();
    visitor.picture("today");
  }

  @Test
  void aPipelineIsPausedAndResumedByNameAndItsPageTellsWhoDidIt() {
    row("Sample newsroom").locator("a.headline").click();
    page.waitForURL("**/desk/pipelines/samples");
    assertThat(page.locator("#drift")).containsText("agree");
    assertThat(page.locator("#versions tbody tr")).hasCount(1);
    assertThat(page.locator("main")).containsText("The clocks of Asia/Seoul do not change.");
    visitor.accessible();
    visitor.picture("pipeline");
    press("Pause: Sample newsroom");
    assertThat(page.locator("#state")).containsText("Paused by Olga Sample");
    assertThat(page.locator("main")).containsText("These pass without a run");
    visitor.accessible();
    page.navigate(DESK.address("/desk/today"));
    assertThat(row("Sample newsroom")).containsText("paused");
    press("Resume: Sample newsroom");
    page.waitForURL("**/desk/pipelines/samples");
    assertThat(page.locator("#state")).containsText("Resumed by Olga Sample");
    assertThat(page.locator("#acts tbody tr").first()).containsText("pipeline resumed");
    assertThat(acts()).contains("pipeline paused", "pipeline resumed");
  }

  @Test
  void whatAPipelineWouldPickIsToldWithoutDecidingIt() {
    page.navigate(DESK.address("/desk/pipelines/samples"));
    page.getByText("What it would pick now").click();
    assertThat(page.locator("main")).containsText("nothing was fetched for this page");
    assertThat(page.locator(".empty")).containsText("There is no story");
    visitor.accessible();
    var preview = DESK.desk().rooms().getBean(SelectionPreview.class);
    var samples = DESK.desk().rooms().getBean(Definitions.class).pipelines().get("samples");
    Instant evening = Instant.parse("2026-01-14T09:00:00Z");
    var then = preview.at(samples, evening);
    assertThat(then.stories())
        .isNotEmpty()
        .allMatch(story -> !story.title().isBlank() && !story.why().isBlank());
    assertThat(then.stories())
        .extracting(SelectionPreview.Candidate::fate)
        .contains(SelectionPreview.Fate.SKIP)
        .doesNotContain(SelectionPreview.Fate.NEW);
    assertThat(preview.at(samples, evening)).isEqualTo(then);
  }

  @Test
  void versionsOfADefinitionAreComparedLineByLine() {
    var store = DESK.desk().rooms().getBean(DefinitionStore.class);
    String first = new String(store.body("pipeline", "public-feeds").orElseThrow(), UTF_8);
    store.apply(
        "pipeline",
        "public-feeds",
        first.replace("title:", "# fewer\ntitle:").getBytes(UTF_8),
        "test");
    page.navigate(DESK.address("/desk/pipelines/public-feeds"));
    page.getByText("from the one before").click();
    assertThat(page.locator("main")).containsText("1 line added, 0 removed.");
    assertThat(page.locator("#difference ins")).hasText("# fewer");
    assertThat(page.locator("#difference")).containsText("lines that stand in both");
    visitor.accessible();
    visitor.picture("difference");
    store.apply("pipeline", "public-feeds", first.getBytes(UTF_8), "test");
    page.navigate(DESK.address("/desk/pipelines/public-feeds/difference?before=x&after=y"));
    assertThat(page.locator("main")).containsText("has no version \"x\"");
  }

  @Test
  void anOperatorIsOfferedNoDraftThatOnlyOthersMayOpen() {
    page.navigate(DESK.address("/desk/queue"));
    assertThat(page.locator("#queue tbody tr").first()).isVisible();
    assertThat(page.locator("#queue a[href^='/desk/review/']")).hasCount(0);
    visitor.accessible();
    try (var reading = DESK.another("aude")) {
      reading.page().navigate(DESK.address("/desk/queue"));
      assertThat(reading.page().locator("#queue a[href^='/desk/review/']").first()).isVisible();
    }
  }

  @Test
  void theListOfPipelinesAndTheSourcesTellHowTheyStand() {
    page.navigate(DESK.address("/desk/pipelines"));
    assertThat(page.locator("#pipelines")).containsText("when flagged");
    visitor.accessible();
    visitor.picture("pipelines");
    page.locator("#pipelines").getByText("Public science and government news").click();
    assertThat(page.locator("main")).containsText("The clocks of Europe/London change on");
    page.getByText("Times around the clock change").click();
    assertThat(page.locator("details[open] tbody tr")).hasCount(10);
    page.navigate(DESK.address("/desk/sources"));
    assertThat(page.locator("#samples-wire")).containsText("new or changed");
    assertThat(page.locator("main")).containsText("Not polled yet.");
    visitor.accessible();
    visitor.picture("sources");
  }

  @Test
  void anAuditorReadsTheSamePagesAndIsOfferedNoAct() {
    try (var reading = DESK.another("aude")) {
      for (String path :
          List.of(
              "/desk/today",
              "/desk/runs",
              "/desk/pipelines/samples",
              "/desk/sources",
              "/desk/models",
              "/desk/health")) {
        reading.page().navigate(DESK.address(path));
        assertThat(reading.page().locator("h1")).isVisible();
        assertThat(reading.page().locator("main form[method=post]")).hasCount(0);
      }
      assertThat(reading.complaints()).isEmpty();
    }
  }

  @Test
  void withoutScriptEverythingStillWorks() {
    try (var plain =
        DESK.browser()
            .visitor(new Browser.NewContextOptions().setJavaScriptEnabled(false))
            .signIn(DESK.address(""), "olga", DESK.password("olga"))) {
      assertThat(plain.page().locator("#running")).containsText("Running now");
      plain.page().navigate(DESK.address("/desk/pipelines/documents"));
      plain.page().getByText("Pause", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(plain.page().locator("#state")).containsText("Paused by Olga Sample");
    }
  }

  @Test
  void aSignalIsDecidedOnWithAReasonAndADocumentSetAsideIsTriedAgain() {
    OddDocument.keep(jdbc());
    page.navigate(DESK.address("/desk/sources"));
    assertThat(page.locator("#samples-wire")).containsText("x-robots-tag: noai");
    page.getByText("Use it with a reason").click();
    visitor.accessible();
    page.locator("textarea[name=reason]").fill("We hold a licence of 2026.");
    page.getByText("Keep this decision").click();
    assertThat(page.locator("#samples-wire .decision"))
        .containsText("Used in spite of it, Olga Sample, ");
    assertThat(page.locator("#samples-wire .decision")).containsText("We hold a licence of 2026.");
    press("Take back: wire, x-robots-tag");
    assertThat(page.locator("#samples-wire")).containsText("nobody has said why");
    assertThat(page.locator("#samples-wire .decision")).hasCount(0);
    page.getByText("Set aside (1)").click();
    press("Try again: https://odd.example/x");
    assertThat(page.locator("[role=status]")).containsText("is read again with the next run");
    assertThat(page.locator("main")).not().containsText("https://odd.example/x: It is no document");
    assertThat(acts())
        .contains("rights signal overridden", "rights override taken back", "document tried again");
    OddDocument.settle(jdbc());
  }

  @Test
  void anAddressIsLookedAtUnderTheRulesOfSources() {
    page.navigate(DESK.address("/desk/sources"));
    page.getByText("Add a source").click();
    page.locator("input[name=address]").fill("http://127.0.0.1/");
    page.getByText("Look what is there").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not a public address");
    visitor.accessible();
    page.locator("input[name=address]").fill("ftp://example.org/");
    page.getByText("Look what is there").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("a feed on the web");
  }

  @Test
  void aPromptIsTriedOnAStoryAndNothingOfItIsQueued() {
    long drafts = jdbc().sql("select count(*) from draft").query(Long.class).single();
    long waiting = jdbc().sql("select count(*) from review_state").query(Long.class).single();
    page.navigate(DESK.address("/desk/models"));
    assertThat(page.locator("#models")).containsText("the built-in writer (extractive)");
    assertThat(page.locator("#prompts")).containsText("in its file now");
    visitor.accessible();
    visitor.picture("models");
    page.navigate(DESK.address("/desk/models/try?pipeline=samples"));
    assertThat(page.locator("main")).containsText("follows no prompt");
    visitor.accessible();
    page.locator("textarea[name=text]").fill("Write shorter.");
    page.getByText("Write a draft for comparison").click();
    page.waitForURL("**/desk/models/trials/t-*");
    assertThat(page.locator("main")).containsText("brief, experiment");
    assertThat(page.locator(".trialed")).hasCount(2);
    assertThat(page.locator("main")).containsText("USD 0.00, ");
    visitor.accessible();
    visitor.picture("trial");
    page.getByText("Take away what was written").click();
    assertThat(page.locator("main")).containsText("What was written was taken away.");
    assertThat(page.locator(".trialed")).hasCount(1);
    assertThat(jdbc().sql("select count(*) from draft").query(Long.class).single())
        .isEqualTo(drafts);
    assertThat(jdbc().sql("select count(*) from review_state").query(Long.class).single())
        .isEqualTo(waiting);
    assertThat(acts()).contains("prompt tried", "trial taken away");
  }

  @Test
  void healthShowsWhatIsNeededAndTheLastThirtyDays() {
    page.navigate(DESK.address("/desk/health"));
    assertThat(page.locator("#ready")).containsText("The signing keys can be used.");
    assertThat(page.locator("main")).containsText("Nobody is told of trouble");
    assertThat(page.locator("#charts svg")).hasCount(4);
    assertThat(page.locator("#charts")).containsText("Flags raised: ");
    assertThat(page.locator("#charts svg rect").first()).isVisible();
    page.getByText("Briefs published as a table").click();
    assertThat(page.locator("details[open] tbody tr")).hasCount(30);
    visitor.accessible();
    visitor.picture("health");
  }

  @Test
  void machinesAreToldHowItIsInWordsAndInFigures() throws Exception {
    var stranger = new DeskClient(DESK.address(""));
    assertThat(stranger.get("/health/live").body()).contains("alive");
    var ready = stranger.get("/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body())
        .contains("\"status\":\"ready\"", "The signing keys can be used.")
        .doesNotContain(DESK.folder().toString());
    var metrics = stranger.get("/metrics");
    assertThat(metrics.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain;version=0.0.4");
    assertThat(metrics.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(metrics.body())
        .contains("# TYPE colophon_runs_total counter")
        .containsPattern("colophon_runs_total\\{outcome=\"done\",pipeline=\"samples\"} [1-9]")
        .containsPattern(
            "colophon_briefs_published_total\\{kind=\"original\",pipeline=\"samples\"} [1-9]")
        .containsPattern("colophon_drafts_waiting [1-9]")
        .containsPattern("colophon_drafts_blocked [0-9]")
        .containsPattern("colophon_log_entries [1-9]")
        .containsPattern("colophon_last_brief_age_seconds\\{pipeline=\"samples\"} [0-9]")
        .containsPattern("colophon_source_failures_in_a_row\\{source=\"wire\"} 0")
        .containsPattern("colophon_model_calls_total\\{model=\"extractive\",outcome=\"answered\"")
        .contains("colophon_publication_pending{state=\"logged\"} 0")
        .contains("colophon_schedule_ticking 1");
  }
}
