package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages in a real browser, opened as files and without script, as a reader may open them. Where
 * {@code COLOPHON_PICTURES} is set, pictures are left in {@code target/pages} to be looked at.
 */
class PageBrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final boolean TAKE_PICTURES = System.getenv("COLOPHON_PICTURES") != null;
  private static final Path PICTURES = Path.of("target", "pages");
  private static final String LABEL = "AI-generated: verify with the original";

  /** The least contrast between text and what lies behind it, WCAG 2.2 level AA. */
  private static final double LEAST_CONTRAST = 4.5;

  /** For each selector the contrast of its text with the nearest painted background. */
  private static final String CONTRASTS =
      """
      selectors => {
        const rgb = c => c.match(/[0-9.]+/g).map(Number);
        const lum = c => { const [r, g, b] = rgb(c).slice(0, 3).map(v => v / 255)
          .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const back = e => { for (let at = e; at; at = at.parentElement) {
          const c = getComputedStyle(at).backgroundColor;
          const parts = rgb(c); if (parts.length < 4 || parts[3] > 0) return c; }
          return 'rgb(255, 255, 255)'; };
        return selectors.map(s => { const e = document.querySelector(s);
          const a = lum(getComputedStyle(e).color), b = lum(back(e));
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); });
      }
      """;

  private static final List<String> TEXTS =
      List.of(
          ".masthead-name span",
          ".masthead-sample",
          "p.sample",
          ".label-short",
          ".label-how",
          ".label a",
          "h1",
          ".standfirst",
          ".byline",
          ".change time",
          ".lede",
          ".mark",
          ".sources-note",
          ".sources li a",
          ".source-facts",
          ".passage .number",
          ".passage-facts",
          ".passage blockquote",
          ".passage mark",
          ".passage-foot a",
          ".close",
          ".about dt",
          ".foot",
          ".related p",
          ".earlier");

  @TempDir private static Path site;
  private static Playwright playwright;
  private static Browser browser;
  private static Path version;
  private static Path current;

  @BeforeAll
  static void openBrowser() throws IOException {
    if (!"true".equals(System.getenv("CI"))) {
      assumeThat(CHROMIUM).as("no page is looked at: Debian's chromium is missing").exists();
    }
    buildSite();
    Files.createDirectories(PICTURES);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void closeBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"1200, LIGHT", "1200, DARK", "390, LIGHT", "390, DARK", "320, LIGHT"})
  void theLabelIsTheFirstTextSeenAndEverythingCanBeRead(int width, ColorScheme scheme) {
    try (BrowserContext context = context(width, scheme)) {
      for (Path path : List.of(version, current)) {
        Page page = open(context, path);
        assertLabelled(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as("the page is not wider than the screen")
            .isEqualTo(width);
      }
      assertContrast(context.pages().getLast());
      picture(context.pages().getFirst(), "brief-" + width + "-" + scheme, true);
      picture(context.pages().getLast(), "current-" + width + "-" + scheme, true);
    }
  }

  @ParameterizedTest
  @CsvSource({"1200, LIGHT", "390, DARK"})
  void aMarkOpensItsPassageWithoutScript(int width, ColorScheme scheme) {
    try (BrowserContext context = context(width, scheme)) {
      Page page = open(context, width > 1_000 ? version : current);
      Locator passage = page.locator(".passage:popover-open");
      assertThat(passage.count()).isZero();
      page.locator("#s-l2 + .marks .mark").first().click();
      assertThat(passage.locator("mark").allInnerTexts())
          .containsExactly(
              "up from 12 per cent after the heatwave of 2021",
              "The gain is the largest in a five-year span since counting began in 1998");
      picture(page, "passage-" + width + "-" + scheme, false);
      page.keyboard().press("Escape");
      assertThat(passage.count()).isZero();
      page.locator("#s-d2 + .marks .mark").focus();
      page.keyboard().press("Enter");
      assertThat(passage.innerText())
          .contains("Saltmarsh Institute", "on file with the newsroom")
          .doesNotContain("Read the original");
      passage.locator(".close").click();
      assertThat(passage.count()).isZero();
    }
  }

  @Test
  void thePrintedPageShowsLabelAndEveryPassage() {
    try (BrowserContext context = context(800, ColorScheme.LIGHT)) {
      Page page = open(context, version);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertLabelled(page);
      List<Locator> passages = page.locator(".passage").all();
      assertThat(passages).hasSizeGreaterThan(10).allMatch(Locator::isVisible);
      assertThat(page.locator(".close").first().isVisible()).isFalse();
    }
  }

  @Test
  void aHostileBriefRunsNothingAndKeepsItsLabel() throws IOException {
    String attack =
        "<script>alert(1)</script><img src=x onerror=alert(1)><style>.label{display:none}</style>";
    Path hostile = write(HostileTextTest.hostile(attack).printed(), "v1");
    try (BrowserContext context = browser.newContext()) {
      List<String> alarms = new ArrayList<>();
      Page page = context.newPage();
      page.onDialog(dialog -> {
        alarms.add(dialog.message());
        dialog.dismiss();
      });
      page.onConsoleMessage(message -> alarms.add(message.text()));
      page.navigate(hostile.toUri().toString());
      assertLabelled(page);
      assertThat(page.locator("h1").innerText()).isEqualTo(attack);
      assertThat(alarms).isEmpty();
    }
  }

  @Test
  void theListAndAWithdrawnPageLookRight() throws IOException {
    try (BrowserContext context = context(1200, ColorScheme.LIGHT)) {
      Page page = open(context, site.resolve("index.html"));
      assertThat(page.locator(".briefs li").first().innerText()).startsWith(LABEL);
      picture(page, "index-1200-LIGHT", true);
      Path withdrawn = site.resolve("briefs/withdrawn/index.html");
      Files.createDirectories(withdrawn.getParent());
      Files.write(
          withdrawn,
          WithdrawnPage.current(
                  SampleBriefs.imprint(),
                  SampleBriefs.original("withdrawn"),
                  "en",
                  SampleBriefs.PUBLISHED,
                  "A source took its report back.")
              .bytes());
      Page gone = open(context, withdrawn);
      assertThat(gone.locator("main").innerText()).startsWith("This brief was withdrawn");
      picture(gone, "withdrawn-1200-LIGHT", true);
    }
  }

  private static void assertLabelled(Page page) {
    assertThat(page.locator("main").innerText().strip()).startsWith(LABEL + "\n");
    Locator label = page.locator(".label-short");
    assertThat(label.isVisible()).isTrue();
    var box = label.boundingBox();
    assertThat(box.width).isGreaterThan(200);
    assertThat(box.height).isGreaterThan(14);
    assertThat(box.x).isGreaterThanOrEqualTo(0);
    assertThat(box.y).isBetween(0.0, 400.0);
    assertThat(label.evaluate("e => getComputedStyle(e).opacity")).isEqualTo("1");
  }

  private static void assertContrast(Page page) {
    @SuppressWarnings("unchecked")
    List<Number> contrasts = (List<Number>) page.evaluate(CONTRASTS, TEXTS);
    for (int i = 0; i < TEXTS.size(); i++) {
      assertThat(contrasts.get(i).doubleValue())
          .as(TEXTS.get(i))
          .isGreaterThanOrEqualTo(LEAST_CONTRAST);
    }
  }

  private static BrowserContext context(int width, ColorScheme scheme) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setJavaScriptEnabled(false)
            .setViewportSize(width, 860)
            .setColorScheme(scheme)
            .setDeviceScaleFactor(1.5));
  }

  private static Page open(BrowserContext context, Path path) {
    Page page = context.newPage();
    page.navigate(path.toUri().toString());
    return page;
  }

  private static void picture(Page page, String name, boolean whole) {
    if (!TAKE_PICTURES) {
      return;
    }
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(whole));
  }

  private static void buildSite() throws IOException {
    var job = SampleBriefs.reef();
    String slug = job.plan().slug().value();
    VersionPlan second =
        SampleBriefs.correction(
            slug, "Version 1 gave the cover as 13 per cent. The survey says 31.");
    Edition edition = job.with(second).printed();
    version = write(edition, "v2");
    current = version.getParent().resolveSibling("index.html");
    var related =
        List.of(
            new Related(
                "Skerries Race: Lantern Bay Holds Off the Tide",
                "The crew of Lantern Bay won the Skerries race by a boat's length on 3 May 2026."
                    + " A new rule on tides decided more than the wind did.",
                SampleBriefs.original("skerries-race").slug(),
                "en"),
            new Related(
                "Averland Rate: A Quarter Point, and a Warning",
                "Averland's central bank raised its rate to 3.25 per cent on 30 April 2026."
                    + " Borrowers will feel it from June.",
                SampleBriefs.original("averland-rate").slug(),
                "en"));
    Files.write(
        current,
        CurrentPage.render(
                edition.artefacts().getFirst(), List.of(job.plan(), second), related, job.imprint())
            .bytes());
    for (Artefact shared : SiteAssets.all()) {
      Path file = site.resolve(shared.name());
      Files.createDirectories(file.getParent());
      Files.write(file, shared.bytes());
    }
    try {
      SiteEntry entry = SiteEntry.read(edition.artefacts().getLast().bytes());
      Files.write(
          site.resolve("index.html"),
          SiteIndex.render(job.imprint(), List.of(entry, entry)).bytes());
    } catch (FeedFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static Path write(Edition edition, String folderName) throws IOException {
    Path folder = site.resolve("briefs").resolve(edition.plan().slug().value()).resolve(folderName);
    Files.createDirectories(folder);
    for (Artefact artefact : edition.artefacts()) {
      Files.write(folder.resolve(artefact.name()), artefact.bytes());
    }
    return folder.resolve("index.html");
  }
}
