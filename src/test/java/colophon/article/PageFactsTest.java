package colophon.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFactsTest {

  private static final String BODY =
      "<p>SAMPLE: the Orrin shipyard lent three barges to the island, and the ferry runs again.</p>";

  private static Article read(String head, String body) {
    return Outcomes.article(
        new Extractor(new DocumentProcess())
            .extract(
                Pages.html(
                    "https://news.example/story",
                    "<!DOCTYPE html><html lang=en><head>"
                        + head
                        + "</head><body>"
                        + body
                        + BODY
                        + "</body></html>")));
  }

  private static String structured(String members) {
    return "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
        + members
        + "}</script>";
  }

  @Test
  void prefersTheHeadlineThatReadersSee() {
    String head =
        "<meta property=og:title content='Barges! You will not believe what islanders did'>"
            + structured("\"headline\":\"How barges saved the ferry\"");
    assertThat(read(head, "<h1>Barges saved the ferry of Skell Island</h1>").title())
        .isEqualTo("Barges saved the ferry of Skell Island");
  }

  @Test
  void takesNoHeadingFromATrailOfLinks() {
    String head = "<meta property=og:title content='Barges saved the ferry of Skell Island'>";
    String body = "<nav class=breadcrumb><a href=/>Home</a><h1>Skell Island ferry news</h1></nav>";
    assertThat(read(head, body).title()).isEqualTo("Barges saved the ferry of Skell Island");
  }

  @Test
  void leavesTheLabelOfTheSectionOutOfTheHeadline() {
    String head = structured("\"headline\":\"Barges saved the ferry of Skell Island\"");
    assertThat(
            read(head, "<h1><b>Transport |</b> Barges saved the ferry of Skell Island</h1>")
                .title())
        .isEqualTo("Barges saved the ferry of Skell Island");
  }

  @Test
  void keepsATopicThatTheDeclaredTitlesHaveToo() {
    String head =
        "<title>Ferries: Barges saved the crossing to Skell Island</title>"
            + structured("\"headline\":\"Barges saved the crossing to Skell Island\"");
    assertThat(read(head, "<h1>Ferries: Barges saved the crossing to Skell Island</h1>").title())
        .isEqualTo("Ferries: Barges saved the crossing to Skell Island");
  }

  @Test
  void leavesTheOutletOutOfTheBrowsersTitle() {
    String head =
        "<title>Barges saved the ferry of Skell Island - Marrow Bay Messenger</title>"
            + "<meta property=og:site_name content='Marrow Bay Messenger'>";
    Article article = read(head, "");
    assertThat(article.title()).isEqualTo("Barges saved the ferry of Skell Island");
    assertThat(article.outlet()).isEqualTo("Marrow Bay Messenger");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "By Ilse Tarrant; Ilse Tarrant",
        "By Ilse Tarrant and Jory Penhale; Ilse Tarrant|Jory Penhale",
        "By Ilse Tarrant, Staff Writer; Ilse Tarrant",
        "By Ilse Tarrant, Marrow; Ilse Tarrant",
        "By Ilse Tarrant, The Orrin Record; Ilse Tarrant",
        "By Ilse Tarrant (Image: Quay Pictures, Orrin); Ilse Tarrant",
        "Von Ilse Tarrant und Jory Penhale; Ilse Tarrant|Jory Penhale",
        "By Ilse Tarrant, in News, Ferries; Ilse Tarrant"
      })
  void readsBylinesWithoutWhatIsNoName(String byline, String names) {
    assertThat(read("<title>SAMPLE</title>", "<div class=byline>" + byline + "</div>").authors())
        .isEqualTo(List.of(names.split("\\|")));
  }

  @Test
  void readsABylineThatOnlyItsWordsGiveAway() {
    String body =
        "<div>By Pell Harrow</div><h4>By<!-- --> <span><a href=/people/7>Ilse Tarrant</a></span></h4>";
    assertThat(read("<title>SAMPLE</title>", body).authors()).containsExactly("Ilse Tarrant");
  }

  @Test
  void prefersAPersonToAnOutletThatNamesItself() {
    String head =
        "<meta property=og:site_name content='Marrow Bay Messenger'>"
            + structured(
                "\"author\":{\"@type\":\"Organization\",\"name\":\"Marrow Bay Messenger\"}");
    assertThat(read(head, "<span class=author>Ilse Tarrant</span>").authors())
        .containsExactly("Ilse Tarrant");
    assertThat(read(head, "").authors()).containsExactly("Marrow Bay Messenger");
  }

  @Test
  void tellsTheTimeInTheZoneThatThePageShows() {
    String head = structured("\"datePublished\":\"2026-01-15T02:30:00Z\"");
    String body = "<p class=date>January 14, 2026 at 9:30 p.m.</p>";
    assertThat(read(head, body).published())
        .isEqualTo(OffsetDateTime.parse("2026-01-14T21:30-05:00"));
  }

  @Test
  void leavesTheZoneWhereThePageShowsAnotherMoment() {
    String head = structured("\"datePublished\":\"2026-01-15T02:30:00Z\"");
    String body = "<p class=date>January 14, 2026 at 9:47 p.m.</p>";
    assertThat(read(head, body).published()).isEqualTo(OffsetDateTime.parse("2026-01-15T02:30Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "<meta property=article:published_time content=2026-01-14T10:00:00+09:00>, 2026-01-14T10:00+09:00",
    "<meta name=date content=2026-01-14>, 2026-01-14T00:00Z",
    "<meta name=pubdate content=14.01.2026>, 2026-01-14T00:00Z",
    "<link rel=canonical href=https://a.example/news/14-01-2026/ferry>, 2026-01-14T00:00Z",
    "<link rel=canonical href=https://a.example/2026/01/14/ferry>, 2026-01-14T00:00Z"
  })
  void readsTheDateFrom(String head, String expected) {
    assertThat(read(head, "").published()).isEqualTo(OffsetDateTime.parse(expected));
  }

  @Test
  void placesWhatIsStreamedBehindThePage() {
    String move = "<script>$RC=function(a,b){};$RS=function(a,b){};";
    String body =
        "<main><template id=\"B:0\"></template></main>"
            + "<div hidden id=\"S:0\"><h1>SAMPLE</h1><template id=\"P:1\"></template></div>"
            + "<div hidden id=\"S:1\"><p>Streamed in a segment: nine ships lay in the bay.</p></div>"
            + "<div hidden id=\"S:2\"><p>PLANT that no call puts in its place, for ever</p></div>";
    String calls = "$RS(\"S:1\",\"P:1\");$RC(\"B:0\",\"S:0\")</script>";
    Article shown = read("<title>SAMPLE</title>", body + move + calls);
    assertThat(shown.text()).contains("Streamed in a segment").doesNotContain("PLANT");
    Article unmoved = read("<title>SAMPLE</title>", body + "<script>" + calls);
    assertThat(unmoved.text()).doesNotContain("Streamed in a segment");
  }
}
