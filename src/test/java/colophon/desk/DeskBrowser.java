package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real browser at the desk, which notes whatever a page complains of. */
final class DeskBrowser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target", "pages");
  private static final boolean TAKE_PICTURES = System.getenv("COLOPHON_PICTURES") != null;
  private static final String AXE = axe();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Playwright playwright;
  private final Browser browser;

  private DeskBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Opens it; a test without one is skipped, but in CI. */
  static DeskBrowser open() throws IOException {
    if (!"true".equals(System.getenv("CI"))) {
      assumeThat(CHROMIUM).as("nobody looks at the desk: Debian's chromium is missing").exists();
    }
    Files.createDirectories(PICTURES);
    // A busy machine is slow and not wrong.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new DeskBrowser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox"))));
  }

  /** Somebody's window, with a session of its own. */
  Visitor visitor() {
    return visitor(new Browser.NewContextOptions().setViewportSize(1400, 900));
  }

  Visitor visitor(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    Page page = context.newPage();
    var complaints = new ArrayList<String>();
    page.onConsoleMessage(message -> {
      // An answer with an error is the test's to judge, and a question is dropped for the next one.
      boolean expected =
          message.text().contains("the server responded")
              || message.text().startsWith("htmx:sendAbort")
              || message.text().startsWith("htmx:afterRequest");
      if (message.type().equals("error") && !expected) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onDialog(dialog -> {
      complaints.add("dialog: " + dialog.message());
      dialog.dismiss();
    });
    return new Visitor(context, page, complaints);
  }

  /**
   * A window and what its pages complained of: errors of scripts, breaches of the content policy,
   * dialogs.
   */
  record Visitor(BrowserContext context, Page page, List<String> complaints)
      implements AutoCloseable {

    /** Signs in, by keyboard. */
    Visitor signIn(String address, String login, String password) {
      page.navigate(address + "/sign-in");
      // On a busy machine the field takes the focus a moment after the page is there.
      page.locator("input[name=login]:focus").waitFor();
      page.keyboard().type(login);
      page.keyboard().press("Tab");
      page.locator("input[name=password]:focus").waitFor();
      page.keyboard().type(password);
      page.keyboard().press("Enter");
      page.waitForURL("**/desk/**");
      return this;
    }

    /** Fails where axe finds something serious on the page as it stands. */
    void accessible() {
      page.evaluate(AXE);
      Object found =
          page.evaluate(
              """
              async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa',
                'wcag22aa']})).violations
                .filter(v => ['serious', 'critical'].includes(v.impact))
                .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', '))
              """);
      assertThat((List<?>) found).as(page.url()).isEmpty();
    }

    /** Leaves a picture to be looked at, where that is asked for. */
    void picture(String name) {
      if (TAKE_PICTURES) {
        page.screenshot(
            new Page.ScreenshotOptions().setPath(PICTURES.resolve("desk-" + name + ".png")));
      }
    }

    @Override
    public void close() {
      context.close();
    }
  }

  private static String axe() {
    try (InputStream in = DeskBrowser.class.getResourceAsStream("/axe.min.js")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    playwright.close();
  }
}
