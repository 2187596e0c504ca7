package colophon.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.brief.Author;
import colophon.brief.Brief;
import colophon.brief.Citation;
import colophon.brief.Role;
import colophon.brief.Section;
import colophon.brief.Sentence;
import colophon.kernel.Digest;
import colophon.kernel.TextSpan;
import colophon.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrounderTest {

  private static final Article SOURCE =
      Stories.article(
          "talks",
          "President Lee Jae-myung and Prime Minister Takaichi Sanae met in Nara on Tuesday.",
          "They spoke for 25 minutes. “We will go forward together,” Lee said.");

  @Test
  void everySentenceGetsAVerdictInReadingOrder() {
    Brief brief =
        new Brief(
            Language.ENGLISH,
            Stories.sentence("h", Role.HEADLINE, "Nara Summit: Lee and Takaichi Met", SOURCE),
            List.of(
                Stories.sentence(
                    "d1",
                    Role.STANDFIRST,
                    "Lee and Takaichi met in Nara on 13 January 2026.",
                    SOURCE)),
            List.of(
                Stories.sentence("l1", Role.LEDE, "They spoke for 40 minutes in Nara.", SOURCE)),
            List.of(
                new Section(
                    Stories.sentence("s1", Role.SUBHEAD, "They spoke together", SOURCE),
                    List.of(
                        List.of(
                            Stories.sentence(
                                "s1p1.1",
                                Role.BODY,
                                "“We will go forward together,” Lee said.",
                                SOURCE))))));
    GroundingReport report =
        Grounder.check(brief, Stories.dossier(SOURCE), new WordBagEmbedder(), Thresholds.DEFAULT);
    assertThat(report.findings())
        .extracting(SentenceFinding::sentenceId)
        .containsExactly("h", "d1", "l1", "s1", "s1p1.1");
    assertThat(report.clean()).isFalse();
    assertThat(
            report.findings().stream()
                .filter(finding -> !(finding.verdict() instanceof Verdict.NoMismatch))
                .toList())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.sentenceId()).isEqualTo("l1");
          assertThat(finding.verdict())
              .isEqualTo(
                  new Verdict.Unsupported(
                      Check.FIGURES,
                      "The figure \"40 minutes\" does not stand in the cited passages, which"
                          + " have \"25 minutes\"."));
          assertThat(finding.checks()).hasSize(6);
        });
    assertThat(report.grounder()).isEqualTo(Grounder.VERSION);
  }

  @Test
  void aSentenceWithoutCitationIsUnsupported() {
    Sentence bare = new Sentence("l1", Role.LEDE, "They met.", List.of(), new Author.Model());
    assertThat(verdict(bare))
        .isEqualTo(new Verdict.Unsupported(Check.PASSAGES_EXIST, "It cites no passage."));
  }

  @Test
  void aCitationMustMatchArticleTextAndQuote() {
    Citation good = Citation.of(SOURCE, 2, SOURCE.passage(2).span());
    assertThat(verdict(citing(good))).isEqualTo(new Verdict.NoMismatch());
    assertThat(why(new Citation("a-gone", 2, good.textDigest(), good.span(), good.quote(), "", "")))
        .contains("not among the story's sources");
    assertThat(
            why(
                new Citation(
                    good.articleId(),
                    2,
                    Digest.ofText("other"),
                    good.span(),
                    good.quote(),
                    "",
                    "")))
        .contains("another version");
    assertThat(
            why(
                new Citation(
                    good.articleId(), 9, good.textDigest(), good.span(), good.quote(), "", "")))
        .contains("passage 9")
        .contains("which has 2");
    assertThat(
            why(
                new Citation(
                    good.articleId(), 1, good.textDigest(), good.span(), good.quote(), "", "")))
        .contains("outside passage 1");
    assertThat(
            why(
                new Citation(
                    good.articleId(), 2, good.textDigest(), good.span(), "made up", "", "")))
        .contains("do not stand at that place");
    TextSpan empty = new TextSpan(good.span().start(), good.span().start());
    assertThat(why(new Citation(good.articleId(), 2, good.textDigest(), empty, "", "", "")))
        .contains("do not stand at that place");
  }

  @Test
  void whatIsFarFromItsPassagesIsWeakOrUnsupported() {
    Sentence far = Stories.sentence("Heavy rain flooded several roads.", SOURCE);
    assertThat(verdict(far))
        .isInstanceOfSatisfying(
            Verdict.Unsupported.class,
            verdict -> assertThat(verdict.decidedBy()).isEqualTo(Check.SIMILARITY));
    Sentence loose = Stories.sentence("They spoke, and heavy rain flooded roads.", SOURCE);
    assertThat(verdict(loose)).isInstanceOf(Verdict.Weak.class);
  }

  @Test
  void anAttributedQuotationNeedsNoNameInThePassage() {
    Sentence quoted =
        Stories.sentence("“We will go forward together,” the Harbour Post reported.", SOURCE);
    assertThat(verdict(quoted)).isEqualTo(new Verdict.NoMismatch());
  }

  @Test
  void theSameBriefGivesTheSameReport() {
    Sentence sentence = Stories.sentence("They spoke for 40 minutes.", SOURCE);
    assertThat(report(sentence)).isEqualTo(report(sentence));
  }

  /** Whatever stands in a sentence or a source, the checks answer. */
  @Test
  void oddTextNeverStopsTheChecks() {
    String[] parts = {
      " ",
      "13",
      "1,2",
      "3.5",
      "12:61",
      "99/0",
      "½",
      "$",
      "US$",
      "-",
      "–",
      "'",
      "\"",
      "“",
      "”",
      "「",
      "」",
      "a",
      "half",
      "two",
      "third",
      "hundred",
      "and",
      "m",
      "bn",
      "%",
      "°",
      "Lee",
      "U.S.",
      "the",
      "of",
      "Jan.",
      "31",
      "February",
      "30",
      "2월",
      "31일",
      "억",
      "千",
      "第",
      "́",
      "\u200b",
      "…",
      "[",
      "]",
      "No.",
      "#",
      "2026-02-30",
      "0",
      "00000000000000000001",
      "99999999999999999999999",
      "1990s",
      "F-16",
      "ß",
      "İ",
      "😀",
      ".",
      ",",
      ":"
    };
    var random = new java.util.SplittableRandom(20260113);
    for (int round = 0; round < 400; round++) {
      Article source = Stories.article("odd", odd(parts, random), odd(parts, random));
      Sentence sentence = Stories.sentence("h", Role.HEADLINE, odd(parts, random), source);
      assertThat(
              Grounder.check(
                      Stories.brief(Language.ENGLISH, sentence),
                      Stories.dossier(source),
                      new WordBagEmbedder(),
                      Thresholds.DEFAULT)
                  .findings())
          .hasSize(1);
    }
  }

  private static String odd(String[] parts, java.util.random.RandomGenerator random) {
    var text = new StringBuilder("x");
    for (int i = random.nextInt(1, 14); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
    }
    return text.append('.').toString();
  }

  private static String why(Citation citation) {
    Verdict verdict = verdict(citing(citation));
    assertThat(verdict).isInstanceOf(Verdict.Unsupported.class);
    return ((Verdict.Unsupported) verdict).why();
  }

  private static Sentence citing(Citation citation) {
    return new Sentence(
        "l1", Role.LEDE, "They spoke for 25 minutes.", List.of(citation), new Author.Model());
  }

  private static Verdict verdict(Sentence sentence) {
    return report(sentence).findings().getFirst().verdict();
  }

  private static GroundingReport report(Sentence sentence) {
    Brief brief = Stories.brief(Language.ENGLISH, sentence);
    return Grounder.check(
        brief, Stories.dossier(SOURCE), new WordBagEmbedder(), Thresholds.DEFAULT);
  }
}
