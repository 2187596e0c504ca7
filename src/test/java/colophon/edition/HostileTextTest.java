package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Brief;
import colophon.brief.Role;
import colophon.brief.Section;
import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import colophon.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whatever a source or a model writes comes out as text. */
class HostileTextTest {

  private static final List<String> OWN =
      List.of(
          "<script>alert(1)</script>",
          "</script><script>alert(1)</script>",
          "</title><img src=x onerror=alert(1)>",
          "\"><svg onload=alert(1)>",
          "' onmouseover='alert(1)",
          "<!--<script>",
          "]]></content><entry>",
          "{{constructor.constructor('alert(1)')()}}",
          "${7*7} #{7*7} @template.edition.page() !{var x = 1;}",
          "[click](javascript:alert(1)) ![x](data:text/html,x) <javascript:alert(1)>",
          "# heading\u00a0`code` *a* _b_ ~~c~~ | d |",
          "&lt;script&gt;alert(1)&lt;/script&gt; &amp;#60;",
          "\\u003c/script\\u003e \\\" \\",
          "AI-generated: verify with the original");

  @Test
  void comesOutAsText() throws Exception {
    for (String text : OWN) {
      assertHarmless(text);
    }
  }

  @Test
  void publishedAttacksComeOutAsText() throws Exception {
    List<String> attacks =
        Files.readAllLines(TestData.file("security/xss-payloads.txt"), StandardCharsets.UTF_8);
    int printed = 0;
    for (int i = 0; i < attacks.size(); i += 31) {
      String attack = attacks.get(i).strip();
      if (!attack.isEmpty() && CleanText.firstForbidden(attack).isEmpty()) {
        assertHarmless(attack);
        printed++;
      }
    }
    assertThat(printed).isGreaterThan(50);
  }

  private static void assertHarmless(String text) throws Exception {
    List<Artefact> artefacts = hostile(text).printed().artefacts();
    String html = new String(artefacts.getFirst().bytes(), StandardCharsets.UTF_8);
    Document page = Jsoup.parse(html);
    assertInert(page, text);
    assertThat(page.getElementById("s-h").wholeText()).isEqualTo(text);
    assertThat(page.getElementById("s-l1").wholeText()).isEqualTo(text);
    assertThat(page.selectFirst(".passage mark").wholeText()).isEqualTo(text);
    assertThat(page.selectFirst("#source-1 a").wholeText()).isEqualTo(CleanText.line(text));
    Json.Obj data =
        JsonReader.readObject(
            page.selectFirst("script").data().getBytes(StandardCharsets.UTF_8), 1 << 20);
    assertThat(data.get("headline")).isEqualTo(Json.of(text));

    Json.Obj item = JsonReader.readObject(artefacts.getLast().bytes(), 1 << 20);
    assertInert(Jsoup.parse(((Json.Str) item.get("content_html")).value()), text);
    AtomEntry entry = AtomEntry.read(artefacts.get(4).bytes());
    assertInert(Jsoup.parse(entry.content()), text);
    assertThat(SiteEntry.read(artefacts.getLast().bytes()).title()).isEqualTo(text);

    SiteEntry listed = SiteEntry.read(artefacts.getLast().bytes());
    Artefact index = SiteIndex.render(SampleBriefs.imprint(), List.of(listed));
    assertInert(Jsoup.parse(new String(index.bytes(), StandardCharsets.UTF_8)), text);
    Artefact current =
        CurrentPage.render(
            artefacts.getFirst(),
            List.of(SampleBriefs.original("hostile")),
            List.of(Related.of(listed)),
            SampleBriefs.imprint());
    assertInert(Jsoup.parse(new String(current.bytes(), StandardCharsets.UTF_8)), text);
  }

  private static void assertInert(Document page, String because) {
    var alive = new ArrayList<String>();
    for (Element element : page.getAllElements()) {
      boolean data = element.attr("type").equals("application/ld+json");
      if (element.nameIs("script") && !data || element.nameIs("img") || element.nameIs("svg")) {
        alive.add(element.outerHtml());
      }
      for (Attribute attribute : element.attributes()) {
        String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
        boolean link = attribute.getKey().equals("href") && value.startsWith("javascript:");
        if (attribute.getKey().startsWith("on") || attribute.getKey().equals("style") || link) {
          alive.add(element.outerHtml());
        }
      }
    }
    assertThat(alive).as(because).isEmpty();
  }

  static SampleBriefs.Job hostile(String text) {
    StoryDesk desk =
        new StoryDesk()
            .article(
                "gazette",
                text,
                text,
                List.of(text),
                null,
                "https://gazette.example/?q=%22%3E&a='b'",
                Language.ENGLISH,
                "Before " + text + " after.");
    Brief brief =
        new Brief(
            Language.ENGLISH,
            desk.sentence("h", Role.HEADLINE, text, "gazette", text),
            List.of(desk.sentence("d1", Role.STANDFIRST, text, "gazette", text)),
            List.of(desk.sentence("l1", Role.LEDE, text, "gazette", text)),
            List.of(
                new Section(
                    desk.sentence("s1", Role.SUBHEAD, text, "gazette", text),
                    List.of(List.of(desk.sentence("s1p1.1", Role.BODY, text, "gazette", text))))));
    return SampleBriefs.job(desk, brief, SampleBriefs.model(), SampleBriefs.NOBODY, "hostile");
  }
}
