package colophon.edition;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.brief.Author;
import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Role;
import colophon.brief.Section;
import colophon.brief.Sentence;
import colophon.grounding.GroundingReport;
import colophon.review.ApprovedCopies;
import colophon.text.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class EditionPressTest {

  @Test
  void printsEveryFormat() {
    assertThat(SampleBriefs.reef().printed().artefacts().stream().map(Artefact::name))
        .containsExactly(
            "index.html",
            "brief.txt",
            "brief.md",
            "brief.ninjs.json",
            "brief.atom.xml",
            "brief.feed.json");
  }

  @Test
  void theSameInputGivesTheSameBytesWhereverItRuns() {
    List<Artefact> here = SampleBriefs.reef().printed().artefacts();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      List<Artefact> there = SampleBriefs.reef().printed().artefacts();
      assertThat(there.stream().map(Artefact::digest))
          .isEqualTo(here.stream().map(Artefact::digest).toList());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theLabelIsTheFirstTextAndTheSourcesAreListed() {
    Document page = page(SampleBriefs.reef());
    assertThat(page.selectFirst("main").wholeText().strip())
        .startsWith("AI-generated: verify with the original");
    assertThat(page.select(".sources ol > li")).hasSize(5);
    assertThat(page.selectFirst("#source-1").text())
        .contains("Merrow Reef regains", "Tidewater Science", "Nell Aster", "6 May 2026, 09:15");
    assertThat(page.selectFirst("#source-1 a").attr("href"))
        .isEqualTo("https://tidewater.example/2026/05/merrow-reef");
  }

  @Test
  void aSourceWithoutPublicPlaceIsOnFile() {
    Document page = page(SampleBriefs.reef());
    assertThat(page.selectFirst("#source-3").text())
        .contains("no date given", "on file with the newsroom");
    assertThat(page.selectFirst("#source-3 a")).isNull();
  }

  @Test
  void copiesOfOneOriginAreCountedOnceAndSaidToBeSo() {
    Document page = page(SampleBriefs.reef());
    assertThat(page.selectFirst(".byline").text())
        .startsWith("Brief from 5 articles, 4 independent sources");
    assertThat(page.selectFirst("#source-4").text())
        .contains("same origin as source 1 (Tidewater Science)");
  }

  @Test
  void aMarkOpensTheExactPassageInItsOwnLanguage() {
    Document page = page(SampleBriefs.reef());
    var mark = page.select("#s-d1 + .marks button").get(1);
    assertThat(mark.text()).isEqualTo("2");
    var passage = page.getElementById(mark.attr("popovertarget"));
    assertThat(passage.hasAttr("popover")).isTrue();
    assertThat(passage.selectFirst("blockquote").attr("lang")).isEqualTo("ko");
    assertThat(passage.selectFirst("mark").wholeText()).isEqualTo("경산호 피복률이 31퍼센트로 올랐다고");
    assertThat(passage.selectFirst("blockquote").wholeText())
        .startsWith("메로 산호초의 ")
        .endsWith("밝혔다.");
    assertThat(passage.text()).contains("archived 7 May 2026, 13:40 UTC+2");
  }

  @Test
  void theHeadPointsToRecordFeedsAndPermalink() {
    Document page = page(SampleBriefs.reef());
    assertThat(page.selectFirst("meta[name=description]").attr("content"))
        .isEqualTo(
            "Hard coral covers 31 per cent of Merrow Reef again, a survey published on 6 May 2026"
                + " has found. How much of it is owed to an anchoring ban, and how much to cool"
                + " summers, nobody can say yet.");
    assertThat(page.selectFirst("link[rel=canonical]").attr("href"))
        .isEqualTo("https://harbour-desk.example/briefs/merrow-reef-recovery/");
    assertThat(page.selectFirst("link[rel=describedby]").attr("href")).isEqualTo("record.json");
    assertThat(page.selectFirst("meta[name=ai-disclosure]").attr("content"))
        .isEqualTo("ai-generated");
    assertThat(page.select("link[rel=alternate]")).hasSize(5);
  }

  @Test
  void aCorrectionSaysSoAtTheTop() {
    var job = SampleBriefs.reef();
    Document page = page(job.with(SampleBriefs.correction("merrow", "The cover is 31, not 13.")));
    assertThat(page.selectFirst(".change").text())
        .isEqualTo("Correction 7 May 2026, 16:10 UTC+2 The cover is 31, not 13.");
    assertThat(page.selectFirst(".byline").text()).endsWith("version 2, corrected");
    assertThat(page.selectFirst("script[type=application/ld+json]").data())
        .contains("\"CorrectionComment\"");
  }

  @Test
  void onlySamplesAreCalledSamples() {
    var job = SampleBriefs.reef();
    assertThat(page(job).selectFirst("p.sample").text()).startsWith("SAMPLE");
    Imprint real = SampleBriefs.imprint();
    Imprint news =
        new Imprint(
            real.publisher(),
            real.responsibleEditor(),
            real.contact(),
            real.site(),
            real.zone(),
            false);
    assertThat(job.with(news).printed().artefacts())
        .allSatisfy(artefact ->
            assertThat(new String(artefact.bytes(), StandardCharsets.UTF_8))
                .doesNotContain("SAMPLE"));
  }

  @Test
  void aJapaneseBriefHasJapaneseWordsAroundIt() {
    StoryDesk desk =
        new StoryDesk()
            .article(
                "ilbo",
                "西港新報",
                "港が開いた",
                List.of("青木"),
                "2026-05-07T08:00:00+09:00",
                "https://nishiminato.example/1",
                new Language("ja"),
                "港は七日に開いた。小舟が百そう並んだ。");
    Brief brief =
        new Brief(
            new Language("ja"),
            desk.sentence("h", Role.HEADLINE, "港が開く：百そうの小舟", "ilbo", "港は七日に開いた。"),
            List.of(
                desk.sentence("d1", Role.STANDFIRST, "港は七日に開いた。", "ilbo", "港は七日に開いた。"),
                desk.sentence("d2", Role.STANDFIRST, "小舟が並んだ。", "ilbo", "小舟が百そう並んだ。")),
            List.of(desk.sentence("l1", Role.LEDE, "小舟は百そうだった。", "ilbo", "小舟が百そう並んだ。")),
            List.of());
    Document page =
        page(
            SampleBriefs.job(
                desk, brief, SampleBriefs.extractive(), SampleBriefs.NOBODY, "harbour"));
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ja");
    assertThat(page.selectFirst("main").wholeText().strip()).startsWith("AI生成：原文をご確認ください");
    assertThat(page.selectFirst("meta[name=description]").attr("content"))
        .isEqualTo("港は七日に開いた。小舟が並んだ。");
    assertThat(page.selectFirst(".byline").text()).contains("2026年5月7日 14:40 UTC+2", "第1版");
  }

  @Test
  void refusesASentenceWithoutSource() {
    assertThat(
            refusals(small(desk -> new Sentence("l1", Role.LEDE, "So be it.", List.of(), model()))))
        .containsExactly("The sentence l1 cites no source; give it one or cut it.");
  }

  @Test
  void refusesACitationThatItsSourceDoesNotBear() {
    assertThat(
            refusals(
                small(desk -> {
                  Citation cited = desk.citation("gazette", "opened");
                  Citation altered =
                      new Citation(
                          cited.articleId(),
                          cited.passage(),
                          cited.textDigest(),
                          cited.span(),
                          "closed",
                          cited.prefix(),
                          cited.suffix());
                  return new Sentence("l1", Role.LEDE, "It shut.", List.of(altered), model());
                })))
        .singleElement()
        .asString()
        .contains("l1", "does not stand in the article of Millbrook Gazette");
  }

  @Test
  void refusesCharactersThatNobodySees() {
    for (String hidden :
        List.of("\u202e", "\u2066", "\u200f", "\udb40\udc41", "\u0007", "\ufeff")) {
      assertThat(
              refusals(
                  small(desk ->
                      desk.sentence(
                          "l1", Role.LEDE, "It " + hidden + "did.", "gazette", "opened"))))
          .singleElement()
          .asString()
          .contains("U+%04X".formatted(hidden.codePointAt(0)), "never published");
    }
  }

  @Test
  void leavesThemOutOfWhatItQuotesFromASource() {
    StoryDesk desk =
        new StoryDesk()
            .article(
                "gazette",
                "Mill\u202ebrook Gazette",
                "The \u2067harbour\n opens\udb40\udc41",
                List.of("Ann\u200f Teller"),
                null,
                null,
                Language.ENGLISH,
                "The \u2066harbour\u2069 opened to boats.");
    var job =
        small(
            desk,
            d -> d.sentence("l1", Role.LEDE, "It opened.", "gazette", "harbour\u2069 opened"));
    Document page = page(job);
    assertThat(page.selectFirst("#source-1").text())
        .contains("The harbour opens", "Millbrook Gazette", "Ann Teller");
    assertThat(
            page.selectFirst(
                    "#" + page.selectFirst("#s-l1 + .marks button").attr("popovertarget") + " mark")
                .text())
        .isEqualTo("harbour opened");
  }

  @Test
  void refusesLinksThatAreNoWebAddresses() {
    for (String link :
        List.of(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://a.example/",
            "https:x")) {
      StoryDesk desk =
          new StoryDesk()
              .article(
                  "gazette", "Gazette", "T", List.of(), null, link, Language.ENGLISH, "It opened.");
      assertThat(
              refusals(
                  small(desk, d -> d.sentence("l1", Role.LEDE, "It opened.", "gazette", "opened"))))
          .as(link)
          .singleElement()
          .asString()
          .contains("neither http nor https");
    }
  }

  @Test
  void refusesAnImprintThatCannotBeReached() {
    Imprint good = SampleBriefs.imprint();
    Imprint bad =
        new Imprint(" ", "", URI.create("javascript:x"), URI.create("file:///"), good.zone(), true);
    assertThat(refusals(SampleBriefs.reef().with(bad))).hasSize(3);
  }

  @Test
  void refusesAChangeWithoutAPublicNote() {
    assertThat(refusals(SampleBriefs.reef().with(SampleBriefs.correction("merrow", " "))))
        .singleElement()
        .asString()
        .contains("Version 2", "say in one sentence what changed");
  }

  @Test
  void refusesASentenceThatWasNeverChecked() {
    var job = SampleBriefs.reef();
    var unchecked =
        ApprovedCopies.of(
            job.approved().draft(),
            new GroundingReport(
                job.approved().grounding().findings().subList(1, 11), List.of(), "rules/1"),
            SampleBriefs.EDITOR,
            SampleBriefs.PUBLISHED);
    assertThat(
            refusals(
                new SampleBriefs.Job(
                    unchecked, job.dossier(), job.plan(), job.imprint(), Map.of())))
        .containsExactly("The sentence h was not checked against its sources; check it.");
  }

  private static Author model() {
    return new Author.Model();
  }

  private static SampleBriefs.Job small(Function<StoryDesk, Sentence> lede) {
    return small(SampleBriefs.smallDesk(), lede);
  }

  private static SampleBriefs.Job small(StoryDesk desk, Function<StoryDesk, Sentence> lede) {
    Brief brief =
        new Brief(
            Language.ENGLISH,
            desk.sentence("h", Role.HEADLINE, "Harbour: Open", "gazette", "opened"),
            List.of(desk.sentence("d1", Role.STANDFIRST, "It is open.", "gazette", "opened")),
            List.of(lede.apply(desk)),
            List.<Section>of());
    return SampleBriefs.job(desk, brief, SampleBriefs.model(), SampleBriefs.EDITOR, "harbour");
  }

  private static List<String> refusals(SampleBriefs.Job job) {
    return switch (job.print()) {
      case Printing.Refused refused -> refused.reasons();
      case Printing.Printed ignored -> List.of();
    };
  }

  private static Document page(SampleBriefs.Job job) {
    return Jsoup.parse(
        new String(job.printed().artefacts().getFirst().bytes(), StandardCharsets.UTF_8));
  }
}
