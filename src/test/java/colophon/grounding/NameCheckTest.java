package colophon.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.brief.Citation;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Talks with Lee Jae-myung began.                 | President Lee Jae-myung spoke.                | true
          Talks with Lee began.                           | President Lee Jae-myung spoke.                | true
          Talks with President Lee began.                 | Lee Jae-myung, the president, spoke.          | true
          Talks with Jae-myung Lee began.                 | President Lee Jae-myung spoke.                | true
          Talks with Lee Jae Myung began.                 | President Lee Jae-myung spoke.                | true
          Talks with Lee Min-ho began.                    | President Lee Jae-myung spoke.                | false
          Talks with Sanae Takaichi began.                | Takaichi Sanae spoke.                         | true
          Talks with Ms. Takaichi began.                  | Sanae Takaichi spoke.                         | true
          Talks with Takaichi's aide began.               | Sanae Takaichi spoke.                         | true
          Talks with Takaishi began.                      | Sanae Takaichi spoke.                         | false
          Talks with John Smith began.                    | John Brown met Mary Jones. They waited a long while, and then the tall man called Adam Smith came. | false
          Talks with Kōno began.                          | Taro Kono spoke.                              | true
          Talks with Müller began.                        | Herr Mueller spoke.                           | true
          Talks with José began.                          | Jose spoke.                                   | true
          A meeting of the European Union began.          | The EU met.                                   | true
          A meeting of the EU began.                      | The European Union met.                       | true
          A meeting of the European Central Bank began.   | The ECB met.                                  | true
          A meeting of the ECB began.                     | The European Central Bank met.                | true
          A meeting of the ECB began.                     | The Bank of England met.                      | false
          A meeting with the U.S. began.                  | The United States met.                        | true
          A meeting with American officials began.        | US officials met.                             | true
          A meeting with British officials began.         | Officials of the UK met.                      | true
          A meeting with Japanese officials began.        | Officials of Japan met.                       | true
          A meeting with South Korean officials began.    | Officials of South Korea met.                 | true
          A meeting with North Korean officials began.    | Officials of South Korea met.                 | false
          A meeting with Chinese officials began.         | Officials of Japan met.                       | false
          The talks in Busan ended.                       | The talks in Nara ended.                      | false
          However, the talks ended.                       | The talks ended.                              | true
          Officials met in Nara.                          | The meeting in Nara.                          | true
          Starmer said so.                                | Reeves said so.                               | false
          Keir Starmer left.                              | Rachel Reeves left.                           | false
          The talks ended on Tuesday in January.          | The talks ended.                              | true
          “We go,” the Harbour Post reported.             | “We go,” he said.                             | true
          “We go,” the Northern Mail reported.            | “We go,” he said.                             | false
          The article by Dana Whitlock says so.           | It is so.                                     | true
          The new iPhone came.                            | A new iPhone came.                            | true
          The new YouTube came.                           | A new iPhone came.                            | false
          The Tokyo-based company grew.                   | The company, based in Tokyo, grew.            | true
          The Japan–Korea summit began.                   | Japan and South Korea met.                    | true
          Talks with O’Brien began.                       | Mr O'Brien spoke.                             | true
          A meeting of Republicans began.                 | The Republican party met.                     | true
          He went to the Bank of Japan.                   | The Bank of Japan met.                        | true
          He went to the Bank of Spain.                   | The Bank of Japan met.                        | false
          The talks with J. R. Smith began.               | J. R. Smith spoke.                            | true
          """)
  void namesMustStandInThePassages(String claim, String source, boolean stands) {
    assertThat(passes(claim, Role.LEDE, Stories.article("a", source)))
        .as(claim + " / " + source)
        .isEqualTo(stands);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Korea–Japan Summit: Surviving a Hard World Order  | Japan and South Korea met in Nara.              | true
          Leaders Deepen Security Ties in Nara              | They deepened ties of security in Nara.         | true
          Leaders Deepen Security Ties in Busan             | They deepened ties of security in Nara.         | false
          Takaichi Hails Progress After Talks               | Ms Takaichi hailed the progress.                | true
          Ishiba Hails Progress After Talks                 | Ms Takaichi hailed the progress.                | false
          What the Court Decided                            | The court decided it.                           | true
          Beyond symbolism in Nara                          | The choice of Nara was symbolic.                | true
          Beyond symbolism in Busan                         | The choice of Nara was symbolic.                | false
          """)
  void titleCaseIsNoName(String claim, String source, boolean stands) {
    assertThat(passes(claim, Role.HEADLINE, Stories.article("a", source)))
        .as(claim + " / " + source)
        .isEqualTo(stands);
  }

  @Test
  void fullNameMayComeFromElsewhereInTheArticle() {
    Article source =
        Stories.article(
            "a", "President Lee Jae-myung arrived.", "Lee left at noon.", "Nothing was said.");
    assertThat(passes(citing("Talks with Lee Jae-myung ended.", source, 2), source)).isTrue();
    NameCheck check = new NameCheck();
    Checked third =
        check.check(
            citing("Talks with Lee Jae-myung ended.", source, 3),
            Evidence.of(
                citing("Talks with Lee Jae-myung ended.", source, 3), Stories.dossier(source)),
            Language.ENGLISH);
    assertThat(third.weak()).isTrue();
    assertThat(third.result().note())
        .isEqualTo("The name \"Lee Jae-myung\" stands in the article, not in the cited passages.");
  }

  @Test
  void pronounOfThePassageMayStandForANameOfTheArticle() {
    Article source = Stories.article("a", "President Lee Jae-myung arrived.", "He left at noon.");
    assertThat(passes(citing("At noon, Lee left.", source, 2), source)).isTrue();
  }

  @Test
  void namesAcrossScriptsAreLeftToAPerson() {
    Article korean = Stories.article("k", "하버", Stories.KOREAN, null, "이재명 대통령이 일본에서 회담했다.");
    Sentence sentence = Stories.sentence("The talks of Lee Jae-myung in Japan ended.", korean);
    Checked found =
        new NameCheck()
            .check(sentence, Evidence.of(sentence, Stories.dossier(korean)), Language.ENGLISH);
    assertThat(found.weak()).isTrue();
    assertThat(found.result().note()).contains("Lee Jae-myung").contains("another script");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          이재명 대통령이 말했다.          | 이재명 대통령은 환영했다.   | true
          김철수 대통령이 말했다.          | 이재명 대통령은 환영했다.   | false
          高市首相が述べた。               | 高市首相は歓迎した。        | true
          トランプ大統領が述べた。         | 高市首相は歓迎した。        | false
          """)
  void koreanAndJapaneseNamesAreKnownByTheirTitles(String claim, String source, boolean stands) {
    Article article = Stories.article("k", "하버", Stories.KOREAN, null, source);
    assertThat(passes(Stories.sentence(claim, article), article)).isEqualTo(stands);
  }

  @Test
  void germanNounsAreNoNames() {
    Article source =
        Stories.article(
            "d", "Hafenpost", new Language("de"), null, "Die Regierung beriet in Berlin.");
    assertThat(passesGerman("Die Minister berieten über den Haushalt in Berlin.", source)).isTrue();
    assertThat(passesGerman("Die Minister berieten mit Angela Merkel.", source)).isFalse();
  }

  private static boolean passesGerman(String text, Article source) {
    return new NameCheck()
        .check(Stories.sentence(text, source), Stories.evidence(source), new Language("de"))
        .result()
        .passed();
  }

  private static Sentence citing(String text, Article source, int passage) {
    Citation citation = Citation.of(source, passage, source.passage(passage).span());
    return new Sentence(
        "l1", Role.LEDE, text, List.of(citation), new colophon.brief.Author.Model());
  }

  private static boolean passes(String text, Role role, Article source) {
    return passes(Stories.sentence("x", role, text, source), source);
  }

  private static boolean passes(Sentence sentence, Article source) {
    return new NameCheck()
        .check(sentence, Evidence.of(sentence, Stories.dossier(source)), Language.ENGLISH)
        .result()
        .passed();
  }
}
