package colophon.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The goverment met.|The government met.",
        "The governmnet met.|The government met.",
        "The govermment met.|The government met.",
        "The minister, and the mayor, met.|The minister and the mayor met",
        "the Minister met|The minister met.",
        "They met – briefly.|They met, briefly.",
        "It cost $5.|It cost $5",
        "Don't go.|Don’t go.",
        "She said \"yes\".|She said “yes”."
      })
  void aLetterOrACommaIsSpelling(String before, String after) {
    assertThat(Spelling.only(before, after)).isTrue();
    assertThat(Spelling.only(after, before)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is now open.|It is not open.",
        "He was hired.|He was fired.",
        "They met.|They met again.",
        "The talks ended.|The parley ended.",
        "Some governnemt met.|Some government met twice.",
        "12,000 people came.|14,000 people came.",
        "1,500 people came.|1.500 people came.",
        "It cost $5.|It cost €5.",
        "It fell by 3 percent.|It fell by -3 percent.",
        "It rose 5%.|It rose 5.",
        "In 123456789 ways.|In 123456780 ways.",
        "It cost a million.|It cost a billion.",
        "He said it was over.|He said “it was over”.",
        "It was over.|It was over?",
        "회담이성사되었습니다|회담이성사않았습니다",
        "会談は行われました|会談は行われせした",
        "The govermnent dissagreed strongly.|The government agreed strongly."
      })
  void anotherWordingIsNot(String before, String after) {
    assertThat(Spelling.only(before, after)).isFalse();
    assertThat(Spelling.only(after, before)).isFalse();
  }
}
