package colophon.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Digest;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentence by sentence: word for word, edited, or not ours. */
class ExcerptCheckTest {

  private static final String HEADLINE = "Merrow Reef: A Breathing Space After Five Lean Years";
  private static final String COVER =
      "Hard coral covers 31 per cent of Merrow Reef again, a survey published on 6 May 2026 has"
          + " found.";
  private static final String BAN =
      "The harbour authority closed the inner reef to anchoring in 2022, and boats tie up at fixed"
          + " moorings instead.";
  private static final String QUOTE =
      "“Two years on, nobody asks for the anchor back. That surprised me,” the charter skipper Maud"
          + " Kerrow told The Lantern.";
  private static final String NOT_SHOWN =
      "The survey did not show which of the two causes mattered more, Orla Fenn said.";

  private final Shelf shelf =
      new Shelf()
          .with("merrow-reef", 1, Standing.CORRECTED, HEADLINE, COVER.replace("31", "33"), BAN)
          .with("merrow-reef", 2, Standing.CURRENT, HEADLINE, COVER, BAN, QUOTE, NOT_SHOWN)
          .with(
              "averland-rate",
              1,
              Standing.CURRENT,
              "The Bank of Averland kept its key rate at 4.25 per cent on Tuesday.",
              "Two members of the board voted for a cut, according to the Counting House.");

  @Test
  void anUntouchedPasteIsWordForWordWithItsVersionsAndItsSources() {
    ExcerptAnswer answer = shelf.ask(HEADLINE + "\n\n" + COVER + " " + BAN);
    assertThat(answer.sentences())
        .hasSize(3)
        .allSatisfy(each ->
            assertThat(each)
                .isInstanceOfSatisfying(
                    SentenceMatch.Verbatim.class,
                    verbatim -> assertThat(verbatim.asPrinted()).isTrue()));
    assertThat(answer.sentences().get(1).matches())
        .singleElement()
        .satisfies(match -> {
          assertThat(match.version().number()).isEqualTo(2);
          assertThat(match.sentence().sources())
              .extracting(CitedSource::link)
              .containsExactly("https://outlet.example/2");
        });
    assertThat(answer.sentences().get(2).matches())
        .extracting(match -> match.version().number())
        .containsExactly(1, 2);
    assertThat(answer.exitCode()).isEqualTo(ExcerptAnswer.EXIT_WORD_FOR_WORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Two years on, nobody asks for the anchor back.  That surprised me,\" the charter\nskipper"
            + " Maud Kerrow told The Lantern.",
        "'Two years on, nobody asks for the anchor back. That surprised me,' the charter skipper"
            + " Maud Kerrow told The Lantern.[4]",
        "<p><em>“Two years on, nobody asks for the anchor back. That surprised me,”</em> the charter"
            + " skipper <b>Maud Kerrow</b> told The Lantern.</p>",
        "> „Two years on, nobody asks for the anchor back. That surprised me,“ the charter skipper"
            + " **Maud Kerrow** told *The Lantern*.",
        "“Two years on, nobody asks for the anchor back. That surprised me,” the charter skipper"
            + " Maud Kerrow told The Lantern.4",
        "“Two\nyears\non,\nnobody\nasks\nfor\nthe\nanchor\nback.\nThat\nsurprised\nme,”\nthe"
            + "\ncharter\nskipper\nMaud\nKerrow\ntold\nThe\nLantern.",
      })
  void otherSpacesQuotesMarkupAndMarksStayWordForWord(String pasted) {
    assertThat(shelf.one(pasted))
        .isInstanceOfSatisfying(
            SentenceMatch.Verbatim.class, verbatim -> assertThat(verbatim.matches()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31 per cent | 13 per cent | FIGURE",
        "6 May 2026 | 6 May 2025 | FIGURE",
        "Merrow Reef again | Harrow Reef again | NAME",
        "has found | has not found | NEGATION",
        "covers 31 | never covers 31 | NEGATION",
        "a survey | a study | WORDS",
        "again, a survey | again a survey | MARKS",
      })
  void oneChangedWordIsEditedAndSaysWhatItTouches(String from, String to, Stake stake) {
    assertThat(shelf.one(COVER.replace(from, to)))
        .isInstanceOfSatisfying(
            SentenceMatch.Edited.class,
            edited -> {
              assertThat(edited.stakes()).contains(stake);
              assertThat(edited.published()).isEqualTo(COVER);
            });
  }

  @Test
  void theDifferenceIsGivenWordByWord() {
    var edited = (SentenceMatch.Edited) shelf.one(COVER.replace("31 per cent", "13 per cent"));
    assertThat(edited.difference())
        .containsExactly(
            new Stretch(Stretch.Kind.KEPT, "Hard coral covers"),
            new Stretch(Stretch.Kind.LEFT_OUT, "31"),
            new Stretch(Stretch.Kind.ADDED, "13"),
            new Stretch(
                Stretch.Kind.KEPT,
                "per cent of Merrow Reef again, a survey published on 6 May 2026 has found."));
  }

  @Test
  void aLostNegationIsNeverWordForWord() {
    assertThat(shelf.one(NOT_SHOWN.replace("did not show", "did show")))
        .asInstanceOf(InstanceOfAssertFactories.type(SentenceMatch.Edited.class))
        .satisfies(edited -> assertThat(edited.stakes()).contains(Stake.NEGATION));
    assertThat(shelf.one("show which of the two causes mattered more, Orla Fenn said."))
        .isInstanceOf(SentenceMatch.Edited.class);
    assertThat(shelf.one("It is untrue that " + BAN)).isInstanceOf(SentenceMatch.Edited.class);
  }

  @Test
  void capitalsAloneAreSaidToBeCapitalsAlone() {
    assertThat(shelf.one(HEADLINE.toUpperCase(java.util.Locale.ROOT)))
        .isInstanceOfSatisfying(
            SentenceMatch.Edited.class,
            edited -> assertThat(edited.stakes()).containsExactly(Stake.CAPITALS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u200b", "  ", "\u00a0"})
  void oursStaysOursWithoutSpacesOrWithMore(String between) {
    String squeezed = COVER.replace(" ", between);
    assertThat(shelf.one(squeezed).matches()).isNotEmpty();
    String spaced = String.join(" ", COVER.split(""));
    assertThat(shelf.one(spaced).matches()).isNotEmpty();
  }

  @Test
  void aSentenceOfAPastVersionIsOursAndIsSaidToBePast() {
    ExcerptAnswer answer = shelf.ask(COVER.replace("31", "33"));
    assertThat(answer.sentences().getFirst()).isInstanceOf(SentenceMatch.Verbatim.class);
    assertThat(answer.versions())
        .singleElement()
        .extracting(PublishedVersion::standing)
        .isEqualTo(Standing.CORRECTED);
    assertThat(answer.newest()).singleElement().extracting(PublishedVersion::number).isEqualTo(2);
    assertThat(answer.exitCode()).isEqualTo(ExcerptAnswer.EXIT_CHANGED);
    assertThat(AnswerText.of(answer))
        .contains("corrected since (the newest is version 2)")
        .contains("The brief does not say this today");
  }

  @Test
  void twoSentencesMadeOneAreEditedAndNameBoth() {
    String joined = COVER.substring(0, COVER.length() - 1) + ", and t" + BAN.substring(1);
    assertThat(shelf.one(joined))
        .isInstanceOfSatisfying(
            SentenceMatch.Edited.class,
            edited -> assertThat(edited.published()).isEqualTo(COVER + " " + BAN));
  }

  @Test
  void aSentenceSplitInTwoIsLaidBesideTheWholeOne() {
    assertThat(
            shelf
                .ask(
                    "The harbour authority closed the inner reef to anchoring in 2022. Boats tie up"
                        + " at fixed moorings instead.")
                .sentences())
        .singleElement()
        .isInstanceOfSatisfying(
            SentenceMatch.Edited.class, edited -> assertThat(edited.published()).isEqualTo(BAN));
  }

  @Test
  void sentencesOfSeveralBriefsAreSaidToBe() {
    ExcerptAnswer answer =
        shelf.ask(BAN + " The Bank of Averland kept its key rate at 4.25 per cent on Tuesday.");
    assertThat(answer.briefs()).isEqualTo(2);
    assertThat(AnswerText.of(answer)).contains("They come from 2 briefs");
    assertThat(AnswerJson.of(answer)).contains("\"briefs\":2");
  }

  @Test
  void foreignSentencesAreNotOursAlsoOnOurSubjects() {
    ExcerptAnswer answer =
        shelf.ask(
            """
            A reef off the coast has recovered, scientists say. The central bank may cut rates in \
            June, economists expect. Maud Kerrow has run charter boats since 1998.
            """);
    assertThat(answer.sentences())
        .hasSize(3)
        .allSatisfy(each -> assertThat(each).isInstanceOf(SentenceMatch.NotOurs.class));
    assertThat(answer.exitCode()).isEqualTo(ExcerptAnswer.EXIT_NOT_OURS);
  }

  @Test
  void theLabelIsALineOfThePageAndNotForeign() {
    var labelled =
        new Shelf()
            .with(
                Shelf.version(
                    "merrow-reef",
                    1,
                    Standing.CURRENT,
                    List.of("AI-generated: verify with the original"),
                    List.of(COVER)));
    ExcerptAnswer answer = labelled.ask("AI-generated: verify with the original\n\n" + COVER);
    assertThat(answer.sentences().getFirst()).isInstanceOf(SentenceMatch.PageLine.class);
    assertThat(answer.exitCode()).isEqualTo(ExcerptAnswer.EXIT_WORD_FOR_WORD);
  }

  @Test
  void linesWithoutAStopAreTakenApartOnlyWhereEachStandsAlone() {
    String first =
        "The Counting House · Mira Tolvane · 5 March 2026 · https://counting.example/rate";
    String second = "Aldermouth Town Council · Press Office · 6 March 2026 · on file with the desk";
    var pages =
        new Shelf()
            .with(
                Shelf.version(
                    "rate", 1, Standing.CURRENT, List.of(first, second), List.of(HEADLINE)));
    assertThat(pages.ask("[1] " + first + "\n[2] " + second).sentences())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).isInstanceOf(SentenceMatch.PageLine.class));
    assertThat(
            pages
                .ask(
                    "it is untrue, whoever may have said it in the papers of the coast, that\n"
                        + HEADLINE)
                .sentences())
        .noneSatisfy(each -> assertThat(each).isInstanceOf(SentenceMatch.Verbatim.class));
  }

  @Test
  void aWithdrawnSentenceIsKnownByItsDigestWhenItsWordsAreGone() {
    var withdrawn =
        new PublishedVersion(
            "b-gone",
            "gone",
            1,
            Standing.WITHDRAWN,
            true,
            "The Harbour Desk",
            Instant.parse("2026-05-07T12:00:00Z"),
            Digest.ofText("gone"),
            List.of(new PublishedSentence("l1", "lede", Digest.ofText(COVER), null, List.of())),
            List.of());
    ExcerptAnswer answer = new Shelf().with(withdrawn).ask(COVER);
    assertThat(answer.sentences().getFirst()).isInstanceOf(SentenceMatch.Verbatim.class);
    assertThat(AnswerText.of(answer)).contains("withdrawn by the publisher");
  }

  @Test
  void whatATerminalWouldActOnIsNotPrinted() {
    assertThat(AnswerText.of(shelf.ask("Nobody \u001b[31m knows \u202e this sentence here.")))
        .doesNotContain("\u001b")
        .doesNotContain("\u202e");
  }
}
