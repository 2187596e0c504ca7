package colophon.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import colophon.access.Role;
import colophon.cli.SampleDesk;
import colophon.copydesk.CopyDesk;
import colophon.copydesk.NoteResult;
import colophon.copydesk.Person;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;

/**
 * Hundreds of payloads in titles, bylines and texts of sources, in people's words, remarks and
 * names, looked at on the desk in a real browser: nothing runs, nothing opens, nothing moves.
 */
class HostileTextBrowserTest {

  private static final Path PAYLOADS = Path.of("../shared/data/security/xss-payloads.txt");
  private static final int LEAST = 300;
  private static final int SHOWN = 360;

  @TempDir Path folder;

  @Test
  void nothingThatAnybodyWroteRunsAtTheDesk() throws Exception {
    assumeThat(PAYLOADS).as("the payloads are not on this machine").exists();
    List<String> all =
        Files.readAllLines(PAYLOADS).stream().filter(line -> !line.isBlank()).distinct().toList();
    int step = all.size() / SHOWN;
    List<String> payloads =
        IntStream.range(0, SHOWN).mapToObj(number -> all.get(number * step)).toList();
    assertThat(payloads).hasSizeGreaterThanOrEqualTo(LEAST);
    String draft = draft(all, payloads);
    try (var browser = DeskBrowser.open();
        var desk = SampleDesk.at(folder.resolve("newsroom"));
        var visitor = browser.visitor()) {
      String shown = "Eve " + payloads.getFirst();
      String password =
          desk.account("eve", shown.substring(0, Math.min(80, shown.length())), Role.EDITOR);
      remark(desk.rooms().getBean(CopyDesk.class), draft, payloads);
      visitor.signIn(desk.address(""), "eve", password);
      Page page = visitor.page();
      page.navigate(desk.address("/desk/queue?show=" + encoded(payloads.get(1))));
      harmless(visitor);
      page.navigate(
          desk.address("/desk/review/" + draft + "?sentence=" + encoded(payloads.get(2))));
      harmless(visitor);
      assertThat(page.locator(".remark")).hasCount(payloads.size());
      // Every sentence's evidence comes through the one policy that makes markup of text.
      int sentences = page.locator("a.s").count();
      for (int i = 0; i < sentences; i++) {
        page.keyboard().press("j");
        String wanted =
            page.locator("a.s").nth(Math.min(i + 1, sentences - 1)).getAttribute("data-id");
        assertThat(page.locator("#evidence")).hasAttribute("data-sentence", wanted);
      }
      harmless(visitor);
      for (int i = 0; i < 3; i++) {
        rewrite(page, payloads.subList(i * 8, i * 8 + 8));
        harmless(visitor);
      }
    }
  }

  private static void harmless(DeskBrowser.Visitor visitor) {
    Page page = visitor.page();
    assertThat(visitor.complaints()).isEmpty();
    assertThat(page.url()).contains("/desk/");
    assertThat(page.context().pages()).hasSize(1);
    Object found =
        page.evaluate(
            """
            () => [...document.querySelectorAll('*')].flatMap(e => [
              ...(['IFRAME', 'OBJECT', 'EMBED', 'STYLE', 'SVG', 'IMG', 'BASE'].includes(e.tagName.toUpperCase())
                ? [e.tagName] : []),
              ...[...e.attributes].filter(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value)
                && ['href', 'src', 'action'].includes(a.name)).map(a => a.name + '=' + a.value)])
            """);
    assertThat((List<?>) found).isEmpty();
  }

  /** Two articles on one event that carry the payloads, and the draft that is made of them. */
  private String draft(List<String> all, List<String> payloads) throws Exception {
    // The writer takes no title with markup; those without reach the headline.
    List<String> plain =
        all.stream().filter(line -> line.length() < 26 && !line.contains("<")).toList();
    String news = Files.readString(Path.of("samples/documents/quayside-reaction.txt"));
    for (int i = 0; i < 2; i++) {
      String byline = payloads.get(3 + i);
      String body =
          news.lines()
                  .filter(line -> !line.isBlank())
                  .map(line -> "<p>" + HtmlUtils.htmlEscape(line) + "</p>")
                  .collect(Collectors.joining("\n"))
              + payloads.stream()
                  .map(payload -> "<p>" + HtmlUtils.htmlEscape(payload) + "</p>")
                  .collect(Collectors.joining("\n"));
      Files.writeString(
          folder.resolve("article-" + i + ".html"),
          "<!doctype html><html lang=en><head><title>Quayside plan divides Aldermouth "
              + HtmlUtils.htmlEscape(plain.get(i))
              + "</title><meta name=author content=\""
              + HtmlUtils.htmlEscape(byline)
              + "\"></head><body><article><h1>Quayside plan divides Aldermouth</h1>"
              + body
              + "</article></body></html>");
    }
    return SampleDesk.brief(
        folder.resolve("newsroom"),
        folder.resolve("article-0.html"),
        folder.resolve("article-1.html"));
  }

  private static void remark(CopyDesk desk, String draft, List<String> payloads) {
    var mallory = new Person("mallory", "Mallory <script>alert(1)</script>");
    for (String payload : payloads) {
      assertThat(desk.comment(draft, "", payload, mallory)).isInstanceOf(NoteResult.Noted.class);
    }
  }

  private static void rewrite(Page page, List<String> payloads) {
    page.locator("a.s").first().dispatchEvent("click");
    assertThat(page.locator("#evidence")).hasAttribute("data-sentence", "h");
    page.locator("#s-h").focus();
    page.keyboard().press("e");
    String words = String.join(" ", payloads);
    page.locator("#edit textarea").fill(words.substring(0, Math.min(590, words.length())));
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#notice")).containsText("Changed, and checked again.");
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
