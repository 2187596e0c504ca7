package colophon.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pages made to be slow, deep or large: each ends in an article or a sentence. */
class HostilePagesTest {

  private static final String SENTENCE =
      "SAMPLE: the keeper of the Orrin light counted nine ships on Thursday before the fog came in. ";

  private static Extraction read(String page) {
    return new Extractor(new DocumentProcess()).extract(Pages.html(page));
  }

  private static String page(String body) {
    return "<!DOCTYPE html><html lang=en><head><title>SAMPLE</title></head><body>"
        + body
        + "</body></html>";
  }

  @Test
  void readsTextBelowAHundredThousandNestedTags() {
    int depth = 100_000;
    for (String tag : new String[] {"div", "b", "table", "li"}) {
      String deep = ("<" + tag + ">").repeat(depth) + SENTENCE + ("</" + tag + ">").repeat(depth);
      Article article = Outcomes.article(read(page("<p>" + SENTENCE + "</p>" + deep)));
      assertThat(article.text()).contains("nine ships");
    }
  }

  @Test
  void readsTenMegabytesInOneLine() {
    Article article = Outcomes.article(read(page("<p>" + SENTENCE.repeat(105_000) + "</p>")));
    assertThat(article.passages()).hasSize(1);
    assertThat(article.text().length()).isGreaterThan(9_000_000);
  }

  @Test
  void turnsAwayAPageAboveTheLimitUnread() {
    String page = page("<p>" + SENTENCE + "</p>" + " ".repeat(HtmlExtractor.MOST_BYTES));
    assertThat(Outcomes.reason(read(page))).contains("larger than 16 MiB");
    byte[] text = SENTENCE.repeat(100_000).getBytes(UTF_8);
    assertThat(
            Outcomes.reason(
                new Extractor(new DocumentProcess())
                    .extract(Pages.captured("https://sample.example/a.txt", text, "text/plain"))))
        .contains("larger than 8 MiB");
  }

  @Test
  void leavesOutPassagesBeyondTheLimitAndSaysSo() {
    var body = new StringBuilder();
    for (int i = 0; i < ArticleAssembly.MOST_PASSAGES + 50; i++) {
      body.append("<p>").append(i).append(' ').append(SENTENCE).append("</p>");
    }
    Article article = Outcomes.article(read(page("<article>" + body + "</article>")));
    assertThat(article.passages()).hasSize(ArticleAssembly.MOST_PASSAGES);
    assertThat(article.hidden()).anyMatch(hidden -> hidden.how().startsWith("beyond 2000"));
  }

  @Test
  void resolvesNoEntitiesOfAPage() {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"ha ha ha ha ha ha ha ha ha\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
            + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>"
            + SENTENCE
            + "&b;&f;</p></body></html>";
    assertThat(Outcomes.article(read(bomb)).text()).doesNotContain("root:", "ha ha ha ha");
  }

  @Test
  void endsAtStyleSheetsMadeToBeSlow() {
    var css = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      css.append("div div div div div div p.c").append(i % 7).append("{display:none}\n");
      css.append("div > [a] ~ p:not(.x), div [data-x^=y] p { color: #fff }\n");
    }
    css.append("{".repeat(50_000)).append("@media (((((((".repeat(2_000));
    String body = ("<div>".repeat(200) + "<p class=c9>" + SENTENCE + "</p>").repeat(30);
    Article article =
        Outcomes.article(read(page("<style>" + css + "</style><p>" + SENTENCE + "</p>" + body)));
    assertThat(article.text()).contains("nine ships");
  }

  @Test
  void countsHiddenPiecesBeyondThoseItLists() {
    var body = new StringBuilder("<article><p>" + SENTENCE + "</p>");
    for (int i = 0; i < HiddenMarkup.MOST_REPORTED + 7; i++) {
      body.append("<p hidden>PLANT number ").append(i).append(" of a long row</p>");
    }
    Article article = Outcomes.article(read(page(body + "</article>")));
    assertThat(article.hidden()).hasSize(HiddenMarkup.MOST_REPORTED + 1);
    assertThat(article.hidden().getLast())
        .isEqualTo(new HiddenText("further hidden text", "7 more pieces, not listed"));
  }

  @Test
  void countsHiddenTextOfAPageThatIsOneForm() {
    Article article =
        Outcomes.article(
            read(
                page(
                    "<form><main><p>"
                        + SENTENCE
                        + "</p><p hidden>PLANT in the form that wraps"
                        + " the page</p></main></form>")));
    assertThat(article.hidden()).hasSize(1);
  }

  @Test
  void showsNoDirectionControlsToTheEditor() {
    Article article =
        Outcomes.article(
            read(
                page(
                    "<p>"
                        + SENTENCE
                        + "</p><p hidden>PLANT that \u202eturns round\u202c"
                        + " what the editor reads</p>")));
    assertThat(article.hidden().getFirst().text())
        .isEqualTo("PLANT that turns round what the editor reads");
  }
}
