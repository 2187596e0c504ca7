package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.kernel.Json;
import colophon.kernel.JsonReader;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What is put together from printed editions: current pages, the list of briefs, the feeds. */
class SiteTest {

  private static final String LABEL = "AI-generated: verify with the original";

  @Test
  void theCurrentPageShowsTheAttestedWordsAndPointsIntoTheirFolder() {
    Edition edition = SampleBriefs.reef().printed();
    Artefact attested = edition.artefacts().getFirst();
    Document current =
        parse(
            CurrentPage.render(
                attested, List.of(edition.plan()), List.of(), SampleBriefs.imprint()));
    assertThat(current.selectFirst("main").wholeText().strip()).startsWith(LABEL);
    assertThat(current.select(".sentence").eachText())
        .isEqualTo(parse(attested).select(".sentence").eachText());
    assertThat(current.selectFirst("link[rel=stylesheet]").attr("href"))
        .isEqualTo("../../assets/colophon.css");
    assertThat(current.selectFirst("link[rel=describedby]").attr("href"))
        .isEqualTo("v1/record.json");
    assertThat(current.select("[href]").eachAttr("href"))
        .contains("v1/index.html", "v1/brief.txt", "v1/record.tlog-proof", "#made", "#brief")
        .contains("history.prov.json")
        .noneMatch(target -> target.startsWith("../../../") || target.equals("../index.html"));
    assertThat(current.selectFirst("#check").text()).contains("permanent page");
    assertThat(current.select(".related, .earlier")).isEmpty();
  }

  @Test
  void itAddsEarlierVersionsAndAtMostFourRelatedBriefs() throws Exception {
    var job = SampleBriefs.reef();
    var second = SampleBriefs.correction("merrow-reef-recovery", "The cover is 31, not 13.");
    List<Related> related = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      related.add(Related.of(entry("other-" + i, 0)));
    }
    Document current =
        parse(
            CurrentPage.render(
                job.with(second).printed().artefacts().getFirst(),
                List.of(second, job.plan()),
                related,
                SampleBriefs.imprint()));
    assertThat(current.selectFirst(".earlier a").attr("href")).isEqualTo("v1/index.html");
    assertThat(current.selectFirst(".earlier").text()).contains("version 1 (7 May 2026, 14:40");
    assertThat(current.select(".related li")).hasSize(4);
    assertThat(current.selectFirst(".related a").attr("href")).isEqualTo("../other-1/index.html");
    assertThat(current.selectFirst(".related p").text()).startsWith("Hard coral covers 31");
    assertThat(current.selectFirst("link[rel=describedby]").attr("href"))
        .isEqualTo("v2/record.json");
  }

  @Test
  void theAttestedPageKnowsNothingOfRelatedBriefs() {
    assertThat(parse(SampleBriefs.reef().printed().artefacts().getFirst()).select(".related"))
        .isEmpty();
  }

  @Test
  void theListHasTheNewestFirstEachUnderItsLabel() throws Exception {
    Document index =
        parse(
            SiteIndex.render(
                SampleBriefs.imprint(),
                List.of(entry("older", 0), entry("newest", 7_200), entry("newer", 3_600))));
    assertThat(index.select(".brief-title a").eachAttr("href"))
        .containsExactly(
            "briefs/newest/index.html", "briefs/newer/index.html", "briefs/older/index.html");
    assertThat(index.select(".briefs li"))
        .allSatisfy(item -> assertThat(item.child(0).wholeText()).isEqualTo(LABEL));
    assertThat(Markup.foreign(index)).isEmpty();
    assertThat(
            parse(SiteIndex.render(SampleBriefs.imprint(), List.of())).selectFirst("main").text())
        .contains("Nothing has been published yet.");
  }

  @Test
  void theAtomFeedIsReadByAnotherReader() throws Exception {
    Artefact feed =
        FeedRenderer.atom(
            SampleBriefs.imprint(), List.of(artefact("older", 0, 4), artefact("newer", 60, 4)));
    SyndFeed read =
        new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed.bytes())));
    assertThat(read.getFeedType()).isEqualTo("atom_1.0");
    assertThat(read.getTitle()).isEqualTo("The Harbour Desk");
    assertThat(read.getEntries()).hasSize(2);
    assertThat(read.getEntries().getFirst().getLink())
        .isEqualTo("https://harbour-desk.example/briefs/newer/");
    assertThat(read.getEntries())
        .allSatisfy(entry -> {
          assertThat(entry.getDescription().getValue()).startsWith(LABEL);
          assertThat(Jsoup.parse(entry.getContents().getFirst().getValue()).text())
              .startsWith(LABEL);
        });
  }

  @Test
  void theJsonFeedHoldsTheSameEntries() throws Exception {
    Artefact feed =
        FeedRenderer.json(
            SampleBriefs.imprint(), List.of(artefact("older", 0, 5), artefact("newer", 60, 5)));
    Json.Obj read = JsonReader.readObject(feed.bytes(), 1 << 20);
    assertThat(read.get("version")).isEqualTo(Json.of("https://jsonfeed.org/version/1.1"));
    List<Json> items = ((Json.Arr) read.get("items")).items();
    assertThat(items).hasSize(2);
    assertThat(((Json.Obj) items.getFirst()).get("url"))
        .isEqualTo(Json.of("https://harbour-desk.example/briefs/newer/"));
  }

  @Test
  void feedsDoNotDependOnTheOrderTheyWereGiven() throws Exception {
    List<byte[]> entries = new ArrayList<>();
    String entry = new String(artefact("brief", 0, 4), StandardCharsets.UTF_8);
    for (int i = 0; i < FeedRenderer.MOST_ENTRIES + 3; i++) {
      String other =
          entry
              .replaceFirst("urn:colophon:brief:b-[0-9a-f]+", "urn:colophon:brief:b-" + i)
              .replaceFirst("<updated>2026-05-07T14", "<updated>2026-05-07T1" + i % 5);
      entries.add(other.getBytes(StandardCharsets.UTF_8));
    }
    Artefact one = FeedRenderer.atom(SampleBriefs.imprint(), entries);
    Artefact two = FeedRenderer.atom(SampleBriefs.imprint(), entries.reversed());
    assertThat(two.digest()).isEqualTo(one.digest());
    assertThat(new String(one.bytes(), StandardCharsets.UTF_8).split("<entry"))
        .hasSize(FeedRenderer.MOST_ENTRIES + 1);
  }

  @Test
  void anEmptyFeedIsAFeed() throws Exception {
    byte[] atom = FeedRenderer.atom(SampleBriefs.imprint(), List.of()).bytes();
    assertThat(
            new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(atom))).getEntries())
        .isEmpty();
    assertThat(FeedRenderer.json(SampleBriefs.imprint(), List.of()).bytes()).isNotEmpty();
  }

  @Test
  void refusesAnEntryWhoseLabelWasTakenOut() {
    String item = new String(artefact("x", 0, 5), StandardCharsets.UTF_8);
    for (String spoilt :
        List.of(
            item.replace("\"summary\":\"AI", "\"summary\":\"NI"),
            item.replace("\"content_html\":\"<p><strong>AI", "\"content_html\":\"<p><strong>NI"),
            item.replace("\"label\":\"AI-generated: verify with the original\"", "\"label\":\"\""),
            item.replace("_colophon", "_other"),
            "{}",
            "[")) {
      byte[] bytes = spoilt.getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> SiteEntry.read(bytes)).isInstanceOf(FeedFormatException.class);
      assertThatThrownBy(() -> FeedRenderer.json(SampleBriefs.imprint(), List.of(bytes)))
          .isInstanceOf(FeedFormatException.class);
    }
    String entry = new String(artefact("x", 0, 4), StandardCharsets.UTF_8);
    byte[] unlabelled =
        entry
            .replace("<summary type=\"text\">AI", "<summary type=\"text\">NI")
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> FeedRenderer.atom(SampleBriefs.imprint(), List.of(unlabelled)))
        .isInstanceOf(FeedFormatException.class);
  }

  @Test
  void aWithdrawnBriefLeavesNeitherHeadlineNorText() {
    var plan = SampleBriefs.original("merrow-reef-recovery");
    Instant at = SampleBriefs.PUBLISHED.plusSeconds(86_400);
    Artefact page =
        WithdrawnPage.current(
            SampleBriefs.imprint(), plan, "en", at, "It named <b>the wrong</b> man.");
    Document read = parse(page);
    assertThat(read.selectFirst("main").text())
        .isEqualTo(
            "This brief was withdrawn It was withdrawn on 8 May 2026, 14:40 UTC+2. The text is no"
                + " longer offered here; its record remains. Reason: It named <b>the wrong</b> man."
                + " provenance record");
    assertThat(read.text()).doesNotContain("Merrow");
    assertThat(read.selectFirst("main a").attr("href")).isEqualTo("v1/record.json");
    assertThat(
            parse(WithdrawnPage.version(SampleBriefs.imprint(), "ko", at, null))
                .selectFirst("main a")
                .attr("href"))
        .isEqualTo("record.json");
  }

  @Test
  void theSharedFilesAreThere() {
    assertThat(SiteAssets.all().stream().map(Artefact::name))
        .containsExactly("assets/colophon.css");
  }

  private static SiteEntry entry(String slug, int later) throws FeedFormatException {
    return SiteEntry.read(artefact(slug, later, 5));
  }

  private static byte[] artefact(String slug, int later, int format) {
    VersionPlan first = SampleBriefs.original(slug);
    Instant at = first.publishedAt().plusSeconds(later);
    VersionPlan plan =
        new VersionPlan(
            "b-" + "%016x".formatted(slug.hashCode() & 0xffffffffL),
            first.slug(),
            1,
            first.kind(),
            null,
            at,
            at,
            first.pipeline());
    return SampleBriefs.reef().with(plan).printed().artefacts().get(format).bytes();
  }

  private static Document parse(Artefact artefact) {
    return Jsoup.parse(new String(artefact.bytes(), StandardCharsets.UTF_8));
  }
}
