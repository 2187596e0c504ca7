package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.text.Language;
import org.junit.jupiter.api.Test;

class CitedSpanTest {

  private static final Article ARTICLE =
      Dossiers.article(
          "Post",
          "T",
          null,
          Language.ENGLISH,
          "A first passage 🜁 with a sign.",
          "The harbour  master, Ines Vale, closed the port at noon. “Nobody will sail – not today,”"
              + " she\n"
              + "said. Twelve ships wait outside.");

  @Test
  void isTheSentenceItselfWhereThePassageHasItWordForWord() {
    assertThat(cited("The harbour master, Ines Vale, closed the port at noon."))
        .isEqualTo("The harbour  master, Ines Vale, closed the port at noon.");
    assertThat(cited("\"Nobody will sail - not today,\" she said."))
        .isEqualTo("“Nobody will sail – not today,” she\nsaid.");
  }

  @Test
  void isTheQuotationWhereOnlyThatStandsThere() {
    assertThat(cited("Vale told reporters: \"Nobody will sail - not today.\""))
        .isEqualTo("Nobody will sail – not today");
  }

  @Test
  void isTheSentenceThatCarriesMostOfTheWords() {
    assertThat(cited("Outside, twelve ships were left to wait."))
        .isEqualTo("Twelve ships wait outside.");
  }

  @Test
  void isTheWholePassageWhereOneSentenceDoesNotCarryIt() {
    assertThat(cited("Ines Vale closed the port while twelve ships wait outside."))
        .startsWith("The harbour")
        .endsWith("outside.");
    assertThat(cited("Quite another matter.")).startsWith("The harbour").endsWith("outside.");
  }

  @Test
  void doesNotBeginInsideAWord() {
    assertThat(cited("\"arbour master, Ines Vale\" was named.")).doesNotStartWith("arbour");
  }

  private static String cited(String sentence) {
    return CitedSpan.find(sentence, ARTICLE, ARTICLE.passage(2)).in(ARTICLE.text());
  }
}
