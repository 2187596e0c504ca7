package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, opened as a file, with its shipped style sheet. */
class PageBrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String LABEL = "AI-generated: verify with the original";

  @TempDir private static Path site;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void openBrowser() {
    boolean continuousIntegration = "true".equals(System.getenv("CI"));
    if (!continuousIntegration) {
      assumeThat(CHROMIUM).as("Debian's chromium is not installed").exists();
    }
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

  @Test
  void shots() throws Exception {
    var job =
        SampleBriefs.reef()
            .with(
                SampleBriefs.correction(
                    "reef",
                    "An earlier version gave the cover as 13 per cent. The survey says 31."));
    Path page = write(job.printed());
    for (int width : new int[] {1200, 390}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        var context =
            browser.newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(scheme)
                    .setDeviceScaleFactor(1.5));
        Page p = context.newPage();
        p.onConsoleMessage(m -> System.out.println("console: " + m.text()));
        p.navigate(page.toUri().toString());
        p.screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("/tmp/edshots/page-" + width + "-" + scheme + ".png"))
                .setFullPage(true));
        p.locator(".lede .mark").nth(1).click();
        p.screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("/tmp/edshots/open-" + width + "-" + scheme + ".png")));
        context.close();
      }
    }
    Page p = browser.newPage();
    p.navigate(page.toUri().toString());
    p.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    p.pdf(
        new Page.PdfOptions()
            .setPath(Path.of("/tmp/edshots/print.pdf"))
            .setFormat("A4")
            .setPrintBackground(false));
    assertThat(LABEL).isNotEmpty();
  }

  private static Path write(Edition edition) throws Exception {
    Path folder =
        site.resolve("briefs")
            .resolve(edition.plan().slug().value())
            .resolve("v" + edition.plan().version());
    Files.createDirectories(folder);
    for (Artefact artefact : edition.artefacts()) {
      Files.write(folder.resolve(artefact.name()), artefact.bytes());
    }
    Path assets = Files.createDirectories(site.resolve("assets"));
    Files.write(
        assets.resolve("colophon.css"),
        PageBrowserTest.class.getResourceAsStream("colophon.css").readAllBytes());
    return folder.resolve("index.html");
  }
}
