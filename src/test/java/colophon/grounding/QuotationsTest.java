package colophon.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.brief.Role;
import colophon.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationsTest {

  private static final Article SOURCE =
      Stories.article(
          "talks",
          "“We won’t wait – the new deal must come now,” the minister said. “It is a ‘good day’ for"
              + " both sides.”",
          "He called it \"a long... road\", and then: “Friends don't forget.”",
          "그는 「이것은 시작이다」라고 말했다. “우리는 함께 간다”고 덧붙였다.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          “We won't wait,” he said.                                    | true
          "We won’t wait - the new deal must come now," he said.       | true
          'We won't wait' is the line.                                 | true
          ‘We won’t wait — the new deal must come now’, he said.       | true
          „We won’t wait“, sagte er.                                   | true
          « We won't wait », dit-il.                                   | true
          »We won’t wait«, sagte er.                                   | true
          He said: “It is a ‘good day’ for both sides.”                | true
          He said: ‘It is a “good day” for both sides.’                | true
          He spoke of a “good day”.                                    | true
          He spoke of a 「good day」.                                  | true
          “We won’t wait … the new deal must come now.”                | true
          “We won’t wait [...] must come now.”                         | true
          “We [the government] won’t wait.”                            | true
          “We won't wait. Ever.”                                       | false
          “We will not wait,” he said.                                 | false
          “the new deal must … We won’t wait”                          | false
          “a bad day”                                                  | false
          “a long... road”                                             | true
          “a long, road”                                               | false
          He spoke of “the new de”.                                    | false
          “We won’t wait” and “a good deal”                            | false
          “We won’t wait” and “good day”                               | true
          “We won’t wait – the new deal                                | true
          must come now,” the minister said.                           | true
          must come then,” the minister said.                          | false
          The minister's visit didn't help the workers' cause.         | true
          He said it was the '90s again.                               | true
          「이것은 시작이다」라고 했다.                                | true
          「이것은 끝이다」라고 했다.                                  | false
          『이것은 시작이다』라고 했다.                                | true
          “우리는 함께 간다”고 했다.                                   | true
          The board is 6'2" long.                                      | true
          “friends don’t forget.”                                      | false
          """)
  void quotationsMustStandWordForWord(String text, boolean stands) {
    assertThat(check(text, Role.LEDE).passed()).as(text).isEqualTo(stands);
  }

  @Test
  void headlinesMayWriteQuotedWordsWithCapitals() {
    assertThat(check("Minister Hails ‘Good Day’", Role.HEADLINE).passed()).isTrue();
    assertThat(check("Minister Hails ‘Great Day’", Role.HEADLINE).passed()).isFalse();
  }

  @Test
  void theNoteNamesTheQuotation() {
    assertThat(check("“A bad day,” he said.", Role.LEDE).note())
        .isEqualTo(
            "The quotation “A bad day,” does not stand word for word in the cited passages.");
  }

  @Test
  void aSourceInAnotherLanguageIsNotQuotedDirectly() {
    Article korean = Stories.article("ko", "하버", Stories.KOREAN, null, "대통령은 환영한다고 말했다.");
    CheckResult result =
        Quotations.check(
            Stories.sentence("“We welcome it,” he said.", korean),
            Stories.evidence(korean),
            Language.ENGLISH);
    assertThat(result.passed()).isFalse();
    assertThat(result.note()).endsWith("A source in another language cannot be quoted directly.");
  }

  @Test
  void quotationMayRunOverTwoPassagesOfOneArticleOnly() {
    Article one = Stories.article("one", "“We begin here", "and end there.”");
    Article two = Stories.article("two", "“We begin here", "and stop.”");
    Article three = Stories.article("three", "and end there.");
    String text = "“We begin here ... and end there.”";
    assertThat(stands(text, one)).isTrue();
    assertThat(stands(text, two, three)).isFalse();
  }

  private static boolean stands(String text, Article... articles) {
    return Quotations.check(
            Stories.sentence(text, articles), Stories.evidence(articles), Language.ENGLISH)
        .passed();
  }

  private static CheckResult check(String text, Role role) {
    return Quotations.check(
        Stories.sentence("x", role, text, SOURCE), Stories.evidence(SOURCE), Language.ENGLISH);
  }
}
