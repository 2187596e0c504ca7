package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.AccountStore;
import colophon.access.Role;
import colophon.pipeline.DefinitionStore;
import colophon.pipeline.Definitions;
import colophon.pipeline.OpenRuns;
import colophon.pipeline.Run;
import colophon.pipeline.RunLog;
import colophon.pipeline.RunWatcher;
import colophon.pipeline.SelectionPreview;
import colophon.pipeline.ServingNode;
import colophon.pipeline.Slot;
import colophon.review.ReviewStore;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator's way through the desk, in a real browser. */
class OperatorBrowserTest {

  @RegisterExtension static final BrowsedDesk DESK = new BrowsedDesk();
  private DeskBrowser.Visitor visitor;
  private Page page;

  @BeforeAll
  static void people() {
    DESK.account("olga", "Olga Sample", Role.OPERATOR);
    DESK.account("aude", "Aude Sample", Role.AUDITOR);
  }

  @BeforeEach
  void signIn() {
    visitor = DESK.visit("olga");
    page = visitor.page();
  }

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

  private static JdbcClient jdbc() {
    return DESK.desk().rooms().getBean(JdbcClient.class);
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

  private static void carry(Definitions definitions) {
    DESK.desk()
        .rooms()
        .getBean(OpenRuns.class)
        .carryOnNow(definitions.pipelines().values(), definitions.newsroom(), RunWatcher.NONE);
  }

  private static List<String> acts() {
    return DESK.desk().rooms().getBean(AccountStore.class).acts(20).stream()
        .map(AccountStore.Act::act)
        .toList();
  }

  private void press(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .press("Enter");
  }

  private Locator row(String title) {
    return page.locator("#next tbody tr", new Page.LocatorOptions().setHasText(title));
  }
}
