package colophon.review;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.brief.Brief;
import colophon.grounding.Check;
import colophon.grounding.Conflict;
import colophon.grounding.GroundingReport;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Stories;
import colophon.grounding.Verdict;
import colophon.story.Dossier;
import colophon.story.Origin;
import colophon.story.StoryRevision;
import colophon.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagsTest {

  private static final Article ONE =
      Stories.article("one", "Harbour Post", Language.ENGLISH, null, "The talk lasted 25 minutes.");
  private static final Article TWO =
      Stories.article(
          "two", "Northern Mail", Language.ENGLISH, null, "The talk lasted 40 minutes.");

  @Test
  void twoIndependentSourcesAndNoMismatchRaiseNothing() {
    Brief brief = Drafts.brief("The talk", "The leaders met.", ONE, TWO);
    assertThat(flags(brief, Drafts.clean(brief), ReviewPolicy.WHEN_FLAGGED, ONE, TWO)).isEmpty();
  }

  @Test
  void aPipelineThatWantsReviewIsAReason() {
    Brief brief = Drafts.brief("The talk", "The leaders met.", ONE, TWO);
    assertThat(kinds(brief, Drafts.clean(brief), ReviewPolicy.ALWAYS, ONE, TWO))
        .containsExactly(Flag.Kind.POLICY);
  }

  @Test
  void onlyCitedSourcesCount() {
    Brief brief = Drafts.brief("The talk", "The leaders met.", ONE);
    List<Flag> flags = flags(brief, Drafts.clean(brief), ReviewPolicy.NEVER, ONE, TWO);
    assertThat(flags)
        .containsExactly(
            new Flag(Flag.Kind.SINGLE_SOURCE, "It rests on one independent source, Harbour Post."));
  }

  @Test
  void aPassageThatWasKeptFromTheWriterIsShownToTheEditor() {
    Article planted =
        new Article(
            ONE.id(),
            ONE.address(),
            ONE.readerLink(),
            ONE.snapshot(),
            ONE.sourceId(),
            ONE.outlet(),
            ONE.title(),
            ONE.authors(),
            ONE.credit(),
            ONE.published(),
            ONE.language(),
            ONE.text(),
            List.of(new Passage(1, ONE.passages().getFirst().span(), "it addresses a machine.")),
            ONE.hidden(),
            ONE.extraction());
    Brief brief = Drafts.brief("The talk", "The leaders met.", TWO);
    assertThat(flags(brief, Drafts.clean(brief), ReviewPolicy.NEVER, planted, TWO))
        .contains(
            new Flag(
                Flag.Kind.SUSPICIOUS_PASSAGE,
                "The article by Harbour Post holds a passage (number 1) that reads like an"
                    + " instruction to a machine and was kept from the writer: it addresses a"
                    + " machine."));
  }

  @Test
  void copiesOfOneAgencyAreOneSource() {
    List<String> ids = List.of(ONE.id(), TWO.id());
    Dossier dossier =
        new Dossier(
            new StoryRevision(
                "s-0123456789abcdef", 1, ids, List.of(new Origin("Harbour Wire", ids))),
            List.of(ONE, TWO));
    Brief brief = Drafts.brief("The talk", "The leaders met.", ONE, TWO);
    assertThat(
            Flags.of(
                Drafts.draft("d-1", brief), dossier, Drafts.clean(brief), ReviewPolicy.NEVER, 1))
        .extracting(Flag::kind)
        .containsExactly(Flag.Kind.SINGLE_SOURCE);
  }

  @Test
  void eachFailedSentenceIsNamed() {
    Brief brief = Drafts.brief("The talk", "It lasted an age.", ONE, TWO);
    GroundingReport report =
        new GroundingReport(
            List.of(
                new SentenceFinding("h", "The talk", new Verdict.NoMismatch(), List.of()),
                new SentenceFinding(
                    "l1",
                    "It lasted an age.",
                    new Verdict.Weak(Check.SIMILARITY, "It is only loosely close."),
                    List.of())),
            List.of(),
            "test/1");
    assertThat(flags(brief, report, ReviewPolicy.NEVER, ONE, TWO))
        .containsExactly(
            new Flag(
                Flag.Kind.SOURCE_CHECK,
                "The sentence \"It lasted an age.\" failed a source check. It is only loosely"
                    + " close.",
                List.of("l1")));
  }

  @Test
  void aSuspiciousPassageIsNamedOnce() {
    Article planted =
        new Article(
            ONE.id(),
            ONE.address(),
            ONE.readerLink(),
            ONE.snapshot(),
            ONE.sourceId(),
            ONE.outlet(),
            ONE.title(),
            ONE.authors(),
            null,
            null,
            ONE.language(),
            ONE.text(),
            List.of(new Passage(1, ONE.passage(1).span(), "it tells the writer what to write")),
            List.of(),
            "test/1");
    Brief brief = Drafts.brief("The talk", "The leaders met.", planted, TWO);
    assertThat(flags(brief, Drafts.clean(brief), ReviewPolicy.NEVER, planted, TWO))
        .singleElement()
        .satisfies(flag -> {
          assertThat(flag.kind()).isEqualTo(Flag.Kind.SUSPICIOUS_PASSAGE);
          assertThat(flag.reason()).endsWith("it tells the writer what to write");
        });
  }

  @Test
  void aSourceInAnotherLanguageAsksForAReader() {
    Article korean = Stories.article("k", "하버 포스트", Stories.KOREAN, null, "회담은 25분 걸렸다.");
    Brief brief = Drafts.brief("The talk", "The leaders met.", korean, TWO);
    assertThat(kinds(brief, Drafts.clean(brief), ReviewPolicy.NEVER, korean, TWO))
        .containsExactly(Flag.Kind.TRANSLATION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The talk lasted 25 minutes.                              | true
          The talk lasted twenty-five minutes.                     | true
          The talk lasted 25 minutes, or 40 minutes by another.    | false
          The leaders met.                                         | false
          """)
  void differingSourcesMatterWhereOneSideIsTold(String lede, boolean flagged) {
    Conflict conflict =
        new Conflict(
            "talk lasted",
            List.of(
                new Conflict.Claim(ONE.id(), 1, "25 minutes", "The talk lasted 25 minutes."),
                new Conflict.Claim(TWO.id(), 1, "40 minutes", "The talk lasted 40 minutes.")));
    Brief brief = Drafts.brief("The talk", lede, ONE, TWO);
    List<Flag.Kind> kinds =
        kinds(brief, Drafts.clean(brief, conflict), ReviewPolicy.NEVER, ONE, TWO);
    assertThat(kinds.contains(Flag.Kind.SOURCES_DIFFER)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Supreme Court Upholds Fishing Quotas      | The quotas stay.                                        | true
          Fishing quotas stay                       | The judge said the plaintiff had no case.               | true
          A new stand for the tennis court          | The centre court seats more; the trial was a success.   | false
          Home team wins on own court               | The captain's appeal to the umpire failed.              | false
          Parliamentary Election Set for May        | Parties agreed.                                         | true
          Team picks its captain                    | Players vote for the captain; three candidates stood.   | false
          Minister accused of bribery               | He left.                                                | true
          Minor changes to the timetable            | Two minor changes came.                                 | false
          Suicide prevention line opens             | It opened.                                              | true
          Vaccine trial begins                      | It began.                                               | true
          Storm hits the coast                      | A boy of the town lost his kite, the children said.     | false
          Rates stay                                | The bank left them.                                     | false
          대법원 판결                               | 끝났다.                                                 | true
          最高裁が判決                              | 終わった。                                              | true
          Landgericht verurteilt Reeder             | Er ging.                                                | true
          Das Gerücht vom Hafen                     | Es blieb.                                               | false
          """)
  void topicsThatWantALawyerAreFoundByTheirWords(String headline, String lede, boolean flagged) {
    Brief brief = Drafts.brief(headline, lede, ONE, TWO);
    List<Flag.Kind> kinds = kinds(brief, Drafts.clean(brief), ReviewPolicy.NEVER, ONE, TWO);
    assertThat(kinds.contains(Flag.Kind.NEEDS_LEGAL_READ)).as(headline).isEqualTo(flagged);
  }

  @Test
  void theReasonNamesTopicAndWords() {
    Brief brief = Drafts.brief("Minister accused of bribery", "He left.", ONE, TWO);
    assertThat(flags(brief, Drafts.clean(brief), ReviewPolicy.NEVER, ONE, TWO))
        .containsExactly(
            new Flag(
                Flag.Kind.NEEDS_LEGAL_READ,
                "It touches on allegations (\"accused\", \"bribery\"), so it needs a legal"
                    + " read."));
  }

  private static List<Flag.Kind> kinds(
      Brief brief, GroundingReport report, ReviewPolicy policy, Article... articles) {
    return flags(brief, report, policy, articles).stream().map(Flag::kind).toList();
  }

  private static List<Flag> flags(
      Brief brief, GroundingReport report, ReviewPolicy policy, Article... articles) {
    return Flags.of(Drafts.draft("d-1", brief), Stories.dossier(articles), report, policy, 1);
  }
}
