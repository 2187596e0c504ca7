package colophon.brief;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.grounding.Stories;
import colophon.kernel.Digest;
import colophon.kernel.TextSpan;
import colophon.text.Language;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AmendingTest {

  private static final Article SOURCE =
      Stories.article("talks", "They met in Nara.", "They spoke for 25 minutes.");
  private static final Citation SECOND = Citation.of(SOURCE, 2, SOURCE.passage(2).span());
  private static final Brief BRIEF =
      new Brief(
          Language.ENGLISH,
          sentence("h", Role.HEADLINE, "Nara: the talks"),
          List.of(sentence("d1", Role.STANDFIRST, "They met on Tuesday.")),
          List.of(
              sentence("l1", Role.LEDE, "They met in Nara."),
              sentence("l2", Role.LEDE, "They spoke for 25 minutes.")),
          List.of(
              new Section(
                  sentence("s1", Role.SUBHEAD, "What was said"),
                  List.of(
                      List.of(sentence("s1p1.1", Role.BODY, "They spoke.")),
                      List.of(sentence("s1p2.1", Role.BODY, "They left."))))));

  @Test
  void otherWordsKeepTheirCitationsAndBearTheirAuthorsName() {
    Amended.Changed changed =
        changed(new Amendment.Rewrite("l1", "They met in Nara.", " Both  met\nat Nara. "));
    Sentence now = changed.brief().sentence("l1").orElseThrow();
    assertThat(changed.sentenceId()).isEqualTo("l1");
    assertThat(now.text()).isEqualTo("Both met at Nara.");
    assertThat(now.author()).isEqualTo(new Author.Person("Kim Seo-yeon"));
    assertThat(now.citations()).isEqualTo(BRIEF.sentence("l1").orElseThrow().citations());
    assertThat(changed.brief().sentences()).hasSameSizeAs(BRIEF.sentences());
  }

  @Test
  void aMendedCommaMakesNobodyAnAuthor() {
    Brief now =
        changed(new Amendment.Rewrite("l1", "They met in Nara.", "They met, in Nara.")).brief();
    assertThat(now.sentence("l1").orElseThrow().author()).isEqualTo(new Author.Model());
  }

  @Test
  void headlineAndSubheadCanBeRewrittenAndNotCut() {
    Brief now = changed(new Amendment.Rewrite("h", "Nara: the talks", "Other talks")).brief();
    assertThat(now.headline().text()).isEqualTo("Other talks");
    now = changed(new Amendment.Rewrite("s1", "What was said", "What was heard")).brief();
    assertThat(now.sections().getFirst().subhead().text()).isEqualTo("What was heard");
    assertThat(refusal(new Amendment.Cut("h", "Nara: the talks"))).contains("needs its headline");
    assertThat(refusal(new Amendment.Cut("s1", "What was said"))).contains("subhead goes with");
  }

  @Test
  void aSectionVanishesWithItsLastSentence() {
    Amended.Changed once = changed(new Amendment.Cut("s1p1.1", "They spoke."));
    assertThat(once.sentenceId()).isEmpty();
    assertThat(once.brief().sections().getFirst().paragraphs()).hasSize(1);
    Brief none = changed(once.brief(), new Amendment.Cut("s1p2.1", "They left.")).brief();
    assertThat(none.sections()).isEmpty();
    assertThat(none.sentence("s1")).isEmpty();
  }

  @Test
  void theLastSentenceOfLedeAndStandfirstStays() {
    assertThat(refusal(new Amendment.Cut("d1", "They met on Tuesday."))).contains("standfirst");
    Brief shorter = changed(new Amendment.Cut("l1", "They met in Nara.")).brief();
    assertThat(shorter.lede()).extracting(Sentence::id).containsExactly("l2");
    assertThat(Amending.apply(shorter, new Amendment.Cut("l2", "They spoke for 25 minutes."), "K"))
        .isInstanceOfSatisfying(
            Amended.Refused.class, refused -> assertThat(refused.reason()).contains("lede"));
  }

  @Test
  void aSentenceIsBoundToOtherWords() {
    Brief now = changed(new Amendment.Bind("l1", "They met in Nara.", List.of(SECOND))).brief();
    Sentence bound = now.sentence("l1").orElseThrow();
    assertThat(bound.citations()).containsExactly(SECOND);
    assertThat(bound.author()).isEqualTo(new Author.Model());
    assertThat(refusal(new Amendment.Bind("l1", "They met in Nara.", List.of())))
        .contains("at least one passage");
    assertThat(refusal(now, new Amendment.Bind("l1", "They met in Nara.", List.of(SECOND))))
        .contains("already");
  }

  @Test
  void aNewSentenceStandsAfterItsNeighbourWithItsAuthorsName() {
    Amended.Changed changed =
        changed(new Amendment.Insert("l1", "They met in Nara.", "It rained.", List.of(SECOND)));
    assertThat(changed.brief().lede())
        .extracting(Sentence::text)
        .element(1)
        .isEqualTo("It rained.");
    Sentence own = changed.brief().sentence(changed.sentenceId()).orElseThrow();
    assertThat(own.role()).isEqualTo(Role.LEDE);
    assertThat(own.author()).isEqualTo(new Author.Person("Kim Seo-yeon"));
    assertThat(refusal(new Amendment.Insert("h", "Nara: the talks", "More.", List.of(SECOND))))
        .contains("no second sentence");
    assertThat(refusal(new Amendment.Insert("s1", "What was said", "More.", List.of(SECOND))))
        .contains("no second sentence");
    assertThat(refusal(new Amendment.Insert("l1", "They met in Nara.", "More.", List.of())))
        .contains("select the words");
  }

  @Test
  void idsLastAndAreNeverGivenToOtherWordsAgain() {
    Amended.Changed first =
        changed(new Amendment.Insert("l1", "They met in Nara.", "It rained.", List.of(SECOND)));
    Brief cut = changed(first.brief(), new Amendment.Cut(first.sentenceId(), "It rained.")).brief();
    Amended.Changed second =
        changed(
            cut,
            new Amendment.Insert("l1", "They met in Nara.", "The sun shone.", List.of(SECOND)));
    assertThat(second.sentenceId()).isNotEqualTo(first.sentenceId());
    Brief twice =
        changed(
                first.brief(),
                new Amendment.Insert(
                    first.sentenceId(), "It rained.", "It rained.", List.of(SECOND)))
            .brief();
    assertThat(twice.sentences().stream().map(Sentence::id)).doesNotHaveDuplicates();
    assertThat(twice.sentences()).hasSize(BRIEF.sentences().size() + 2);
  }

  @Test
  void anyRowOfChangesLeavesIdsUniqueAndTextsNormal() {
    var random = new Random(7);
    Brief brief = BRIEF;
    for (int i = 0; i < 400; i++) {
      List<Sentence> all = brief.sentences();
      Sentence at = all.get(random.nextInt(all.size()));
      Amendment amendment =
          switch (random.nextInt(4)) {
            case 0 ->
                new Amendment.Rewrite(at.id(), at.text(), "Word " + random.nextInt(9) + "\u200b.");
            case 1 -> new Amendment.Cut(at.id(), at.text());
            case 2 -> new Amendment.Bind(at.id(), at.text(), List.of(SECOND));
            default ->
                new Amendment.Insert(
                    at.id(), at.text(), "New " + random.nextInt(5) + ".", List.of(SECOND));
          };
      if (Amending.apply(brief, amendment, "Kim") instanceof Amended.Changed changed) {
        brief = changed.brief();
      }
      assertThat(brief.sentences().stream().map(Sentence::id)).doesNotHaveDuplicates();
      assertThat(brief.sentences()).hasSizeLessThanOrEqualTo(Amending.MOST_SENTENCES);
      assertThat(brief.sentences().stream().map(Sentence::text))
          .noneMatch(t -> t.contains("\u200b"));
      assertThat(brief.sections()).allMatch(each -> !each.paragraphs().isEmpty());
    }
  }

  @Test
  void whoSawOtherWordsIsTold() {
    assertThat(Amending.apply(BRIEF, new Amendment.Cut("l1", "They met."), "Kim"))
        .isEqualTo(new Amended.Stale("They met in Nara."));
    assertThat(Amending.apply(BRIEF, new Amendment.Rewrite("l9", "Gone.", "Here."), "Kim"))
        .isEqualTo(new Amended.Stale(""));
  }

  @Test
  void whatAReaderCannotSeeIsTakenOut() {
    Brief now =
        changed(
                new Amendment.Rewrite(
                    "l1", "They met in Nara.", "Th\u202eey\u0000 left\u200b \ud800Nara.\u2066"))
            .brief();
    assertThat(now.sentence("l1").orElseThrow().text()).isEqualTo("They left \ufffdNara.");
    assertThat(refusal(new Amendment.Rewrite("l1", "They met in Nara.", "\u200b\u0000 ")))
        .contains("needs words");
    assertThat(refusal(new Amendment.Rewrite("l1", "They met in Nara.", "They\u200b met in Nara.")))
        .isEqualTo("Nothing was changed.");
  }

  @Test
  void aSentenceHasAtMostSixHundredCodePoints() {
    String most = "\ud83d\ude80".repeat(Amending.MOST_CODE_POINTS);
    assertThat(changed(new Amendment.Rewrite("l1", "They met in Nara.", most)).sentenceId())
        .isEqualTo("l1");
    assertThat(refusal(new Amendment.Rewrite("l1", "They met in Nara.", most + "a")))
        .contains("at most 600");
    String hidden = "a" + "\u200b".repeat(2_000_000) + "b";
    assertThat(refusal(new Amendment.Rewrite("l1", "They met in Nara.", hidden)))
        .contains("at most 600");
    assertThat(
            refusal(new Amendment.Insert("l1", "They met in Nara.", most + "a", List.of(SECOND))))
        .contains("at most 600");
  }

  @Test
  void everyAmendmentComesBackAsItWasKept() {
    var odd =
        new Citation(
            "a-1", 3, Digest.ofText("x"), new TextSpan(1, 9), "“quote\u0001”", "회", "\ud83d\ude80");
    for (Amendment amendment :
        List.of(
            new Amendment.Rewrite("l1", "be\"fore\n", "a\\fter 회담"),
            new Amendment.Cut("s1p1.1", ""),
            new Amendment.Bind("l1", "x", List.of(SECOND, odd)),
            new Amendment.Insert("l1", "x", "y", List.of(odd)))) {
      assertThat(DraftReader.amendment(DraftDocument.format(amendment))).isEqualTo(amendment);
    }
  }

  private static Sentence sentence(String id, Role role, String text) {
    return Stories.sentence(id, role, text, SOURCE);
  }

  private static Amended.Changed changed(Amendment amendment) {
    return changed(BRIEF, amendment);
  }

  private static Amended.Changed changed(Brief brief, Amendment amendment) {
    return (Amended.Changed) Amending.apply(brief, amendment, "Kim Seo-yeon");
  }

  private static String refusal(Amendment amendment) {
    return refusal(BRIEF, amendment);
  }

  private static String refusal(Brief brief, Amendment amendment) {
    return ((Amended.Refused) Amending.apply(brief, amendment, "Kim Seo-yeon")).reason();
  }
}
