package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.access.AccountStore;
import colophon.access.Role;
import colophon.edition.VersionPlan;
import colophon.publication.PublicationStore;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor's way from a word of a brief to the proof of it, in a real browser. */
class AuditorBrowserTest {

  @RegisterExtension static final BrowsedDesk DESK = new BrowsedDesk();
  private static VersionPlan plan;
  private DeskBrowser.Visitor visitor;
  private Page page;

  @BeforeAll
  static void people() {
    DESK.account("audrey", "Audrey Sample", Role.AUDITOR);
    plan =
        DESK.desk().rooms().getBean(PublicationStore.class).current().stream()
            .filter(each -> each.version() > 1)
            .findFirst()
            .orElseThrow();
  }

  @BeforeEach
  void signIn() {
    visitor = DESK.visit("audrey");
    page = visitor.page();
  }

  @Test
  void aWordOfABriefLeadsToItByKeyboard() {
    assertThat(page.locator("h1")).hasText("Audit");
    assertThat(page.locator("#found tbody tr").first()).isVisible();
    visitor.accessible();
    page.locator("input[name=words]").focus();
    page.keyboard().type(plan.slug().value().split("-")[0]);
    page.keyboard().press("Enter");
    page.waitForURL("**words=**");
    assertThat(page.locator("#found tbody tr").first()).containsText("version");
    visitor.picture("audit");
    page.locator("#found a.headline").first().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/desk/audit/**");
    assertThat(page.locator(".timeline")).containsText("Published: version 1");
  }

  @Test
  void searchesNarrowAndSayWhatTheyFound() {
    search("words=nosuchwordanywhere");
    assertThat(page.locator("[role=status]")).containsText("0 versions found");
    search("outcome=withdrawn");
    int withdrawn = page.locator("#found tbody tr").count();
    assertThat(page.locator("#found .chip:text('withdrawn')")).hasCount(withdrawn);
    search("outcome=published&words=" + plan.slug().value().split("-")[0]);
    assertThat(page.locator("#found .chip:text('current')").first()).isVisible();
    search("outcome=corrected");
    assertThat(page.locator("#found .chip:text('corrected')").first()).isVisible();
    search("model=extractive&from=2000-01-01&to=2999-01-01");
    assertThat(page.locator("#found tbody tr").first()).isVisible();
    search("person=Nobody+Of+This+Name");
    assertThat(page.locator("[role=status]")).containsText("0 versions");
    search("from=2999-13-45");
    assertThat(page.locator("[role=alert]")).containsText("is no day");
    search("from=2026-11-30&to=2026-11-01");
    assertThat(page.locator("[role=alert]")).containsText("Give the earlier day first");
    assertThat(page.locator("#found tbody tr").first()).isVisible();
  }

  @Test
  void versionsAreFoundByTheirLabel() {
    search("");
    String label = page.locator("#found tbody tr").first().locator(".soft").last().innerText();
    page.locator("select[name=label]").selectOption(label);
    page.locator("button:has-text('Search')").click();
    page.waitForURL("**label=**");
    assertThat(page.locator("#found tbody tr").first()).containsText(label);
    search("label=No+Such+Label");
    assertThat(page.locator("[role=status]")).containsText("0 versions");
  }

  @Test
  void aScriptWithoutSpacesIsSearchedAndTheTableIsMadeAgainWhereItLacks() {
    var jdbc = DESK.desk().rooms().getBean(JdbcClient.class);
    search("");
    jdbc.sql(
            "update audit_version set words = '日銀は金利を引き上げた。' where brief_id = :brief and version = 1")
        .param("brief", plan.briefId())
        .update();
    search("words=%E9%87%91%E5%88%A9");
    assertThat(page.locator("[role=status]")).containsText("1 version found");
    jdbc.sql("delete from audit_version").update();
    search("words=%E9%87%91%E5%88%A9");
    assertThat(page.locator("[role=status]")).containsText("0 versions found");
    search("words=" + plan.slug().value().split("-")[0]);
    assertThat(page.locator("#found tbody tr").first()).isVisible();
  }

  @Test
  void theExportIsATableAndTakingItIsNoted() throws Exception {
    var client = DESK.client("audrey");
    HttpResponse<String> csv =
        client.get("/desk/audit.csv?words=" + plan.slug().value().split("-")[0]);
    assertThat(csv.body()).startsWith("\"brief\",\"version\"").contains(plan.slug().value());
    assertThat(acts()).contains("exported a search");
  }

  @Test
  void aHistoryShowsEachVersionAndVerifiesIt() {
    page.navigate(DESK.address("/desk/audit/" + plan.slug()));
    assertThat(page.locator("#v1")).containsText("sha256:");
    assertThat(page.locator("#v2")).containsText("archived copy");
    visitor.accessible();
    visitor.picture("history");
    page.locator("#v1 button:has-text('Verify')").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".outcome")).containsText("Intact");
    assertThat(page.locator(".verified")).containsText("What this does not show");
    visitor.accessible();
    visitor.picture("history-verified");
    page.locator("#v2 button:has-text('receipt')").click();
    assertThat(page.locator("#receipt")).containsText("Sentences opened");
    assertThat(acts()).contains("looked at a review receipt");
    page.locator("#v1 a:has-text('archived copy')").first().click();
    assertThat(page.locator("h1")).hasText("Archived copy");
  }

  @Test
  void whatIsAskedByAFormIsNoAddressOfItsOwn() throws Exception {
    for (String asked : java.util.List.of("verify", "receipt", "bundle")) {
      HttpResponse<String> again =
          DESK.client("audrey").get("/desk/audit/" + plan.slug() + "/2/" + asked);
      assertThat(again.statusCode()).isEqualTo(303);
      assertThat(again.headers().firstValue("Location").orElse(""))
          .endsWith("/desk/audit/" + plan.slug() + "#v2");
    }
  }

  @Test
  void aChangedFileOnTheSiteIsFound() throws Exception {
    Path text =
        DESK.folder()
            .resolve("newsroom/site/briefs")
            .resolve(plan.slug().value())
            .resolve("v1")
            .resolve("brief.txt");
    byte[] before = Files.readAllBytes(text);
    try {
      Files.write(text, "Something else.\n".getBytes(StandardCharsets.UTF_8));
      page.navigate(DESK.address("/desk/audit/" + plan.slug()));
      page.locator("#v1 button:has-text('Verify')").click();
      assertThat(page.locator(".outcome")).containsText("Not intact");
      assertThat(page.locator(".verified")).containsText("artefact.changed");
      assertThat(page.content()).doesNotContain(DESK.folder().toString());
    } finally {
      Files.write(text, before);
    }
  }

  @Test
  void theEvidenceBundleIsHandedOutAndThatIsNoted() throws Exception {
    page.navigate(DESK.address("/desk/audit/" + plan.slug()));
    Download bundle =
        page.waitForDownload(() -> page.locator("#v2 button:has-text('bundle')").click());
    assertThat(bundle.suggestedFilename()).isEqualTo(plan.slug() + "-v2.evidence.zip");
    assertThat(Files.readAllBytes(bundle.path())).startsWith('P', 'K');
    assertThat(acts()).contains("took an evidence bundle");
  }

  @Test
  void theLogShowsInclusionAndConsistency() {
    page.navigate(DESK.address("/desk/log"));
    assertThat(page.locator("#entries tbody tr").first()).containsText("sha256:");
    assertThat(page.locator("#checkpoints .chip.ok").first()).isVisible();
    page.locator("input[name=entry]").fill("0");
    page.keyboard().press("Enter");
    assertThat(page.locator(".answer")).containsText("Yes.");
    visitor.accessible();
    visitor.picture("log");
    page.locator("input[name=from]").fill("1");
    page.locator("input[name=to]").fill("3");
    page.keyboard().press("Enter");
    assertThat(page.locator(".answer"))
        .containsText("Nothing was changed, taken out or put between");
    page.locator("input[name=from]").fill("5");
    page.locator("input[name=to]").fill("3");
    page.keyboard().press("Enter");
    assertThat(page.locator(".answer")).containsText("not shown");
    visitor.accessible();
  }

  @Test
  void thePictureShowsWhereABriefComesFromAndItsPartsOpen() {
    page.navigate(DESK.address("/desk/audit/" + plan.slug()));
    page.locator("a:has-text('as a picture')").click();
    page.waitForURL("**/picture");
    assertThat(page.locator("svg .version")).hasCount(plan.version());
    assertThat(page.locator("svg .source").first()).isVisible();
    assertThat(page.locator("svg .model").first()).isVisible();
    assertThat(page.locator("#provenance-list"))
        .containsText("signed and logged: version Version 1");
    visitor.accessible();
    visitor.picture("provenance");
    page.setViewportSize(1280, 900);
    assertThat(page.evaluate("() => document.querySelector('.picture').scrollWidth"))
        .isEqualTo(page.evaluate("() => document.querySelector('.picture').clientWidth"));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    visitor.accessible();
    visitor.picture("provenance-dark");
    page.locator("svg a.copy").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Archived copy");
  }

  @Test
  void everyPartOfThePictureOpensSomething() throws Exception {
    page.navigate(DESK.address("/desk/audit/" + plan.slug() + "/picture"));
    var client = DESK.client("audrey");
    Object all =
        page.evaluate(
            "Array.from(document.querySelectorAll('svg a')).map(each => each.getAttribute('href'))");
    assertThat((java.util.List<?>) all).isNotEmpty();
    for (Object each : (java.util.List<?>) all) {
      String address = String.valueOf(each);
      if (address.startsWith("/")) {
        assertThat(client.get(address.replaceFirst("#.*", "")).statusCode())
            .as(address)
            .isEqualTo(200);
      }
    }
  }

  @Test
  void anEarlierVersionIsShownAsItWasKnownThen() {
    page.navigate(DESK.address("/desk/audit/" + plan.slug()));
    page.locator("#v1 a:has-text('as it was known then')").click();
    assertThat(page.locator("#stood")).containsText("current");
    assertThat(page.locator("#stood li")).hasCount(1);
    assertThat(page.locator("main")).containsText("first proved this one");
    assertThat(page.locator("#files")).containsText("brief.txt");
    visitor.accessible();
  }

  @Test
  void aPeriodIsReportedAndLookingIsNoted() throws Exception {
    page.navigate(DESK.address("/desk/report?from=2000-01-01&to=2999-01-01"));
    assertThat(page.locator("#kinds")).containsText("Versions");
    assertThat(page.locator("#reviews")).containsText("nobody: a rule of the pipeline");
    assertThat(page.locator("#corrections tbody tr").first()).isVisible();
    visitor.accessible();
    visitor.picture("period");
    assertThat(acts()).contains("read the report of a period");
    page.navigate(DESK.address("/desk/report?from=2026-13-01"));
    assertThat(page.locator("[role=alert]")).containsText("Give two days");
    page.navigate(DESK.address("/desk/report?from=1999-01-01&to=1999-01-02"));
    assertThat(page.locator("main")).containsText("Nothing was published in these days");
    var client = DESK.client("audrey");
    assertThat(client.get("/desk/report.csv?from=2000-01-01&to=2999-01-01").body())
        .startsWith("\"brief\",\"version\"")
        .contains(plan.slug().value());
    assertThat(acts()).contains("exported the report of a period");
  }

  private void search(String query) {
    page.navigate(DESK.address("/desk/audit?" + query));
  }

  private static java.util.List<String> acts() {
    return DESK.desk().rooms().getBean(AccountStore.class).acts(50).stream()
        .map(AccountStore.Act::act)
        .toList();
  }
}
