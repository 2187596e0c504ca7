package colophon.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.brief.Role;
import colophon.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sources here were published on Tuesday 13 January 2026, 18:00 in Seoul. */
class DateCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          They met on 13 January 2026.            | They met on January 13, 2026.        | true
          They met on 13 January 2026.            | They met on Jan. 13.                 | true
          They met on 13 January 2026.            | They met on 2026-01-13.              | true
          They met on 13 January 2026.            | They met on Tuesday.                 | true
          They met on 13 January 2026.            | They met today.                      | true
          They met on 13 January 2026.            | 양국 정상은 1월 13일 만났다.         | true
          They met on 13 January 2026.            | 2026年1月13日に会談した。            | true
          They met on 13 January 2026.            | They met on 13.01.2026.              | true
          They met on 13 January 2026.            | Sie trafen sich am 13. Januar 2026.  | true
          They met on 12 January 2026.            | They met on Tuesday.                 | false
          They met on 12 January 2026.            | They met yesterday.                  | true
          They met on 14 January 2026.            | They will meet tomorrow.             | true
          They met on 12 January 2026.            | They met on Monday.                  | true
          They met on Monday.                     | They met on 12 January 2026.         | true
          They met on Tuesday.                    | They met on Tuesday.                 | true
          They met on Tuesday.                    | They met on Monday.                  | false
          They met on Tuesday.                    | They met.                            | true
          They met on Wednesday.                  | They met.                            | false
          They met yesterday.                     | They met on Monday.                  | true
          They met yesterday.                     | They met on Tuesday.                 | false
          They met on January 13.                 | They met on 13 Jan 2026.             | true
          They met on January 13th.               | They met on 13 Jan 2025.             | false
          They met on January 14.                 | They met on January 13.              | false
          They met in January.                    | They met on January 13.              | true
          They met in January 2026.               | They met on January 13.              | true
          They met in February.                   | They met on January 13.              | false
          They met in 2026.                       | They met on January 13.              | true
          They met in 2025.                       | They met on January 13.              | false
          They met in 2025.                       | They met last year.                  | true
          They met last year.                     | They met in 2025.                    | true
          They met last year.                     | They met in 2024.                    | false
          They met in December.                   | They met last month.                 | true
          They met last month.                    | They met in December 2025.           | true
          They met in 2027.                       | They will meet next year.            | true
          They will open it in 2026.              | They will open it in 2027.           | false
          They met on 11 January.                 | They met two days ago.               | true
          They met this week.                     | They met.                            | true
          They met on 13–15 January.              | They met from January 13 to 15.      | true
          They met on 03/01/2026.                 | They met on 3 January 2026.          | true
          They met on 03/01/2026.                 | They met on 4 January 2026.          | false
          They met on 13 January.                 | 정상회담은 13일 열렸다.              | true
          They met on 13 January.                 | 정상회담은 오늘 열렸다.              | true
          They met on 12 January.                 | 정상회담은 어제 열렸다.              | true
          They met on Monday.                     | 정상회담은 월요일 열렸다.            | true
          They met in 2025.                       | 지난해 만났다.                       | true
          They met on 12 January.                 | 昨日会談した。                       | true
          They may meet.                          | They might meet.                     | true
          They march on.                          | They go on.                          | true
          They met in May.                        | They met in May.                     | true
          They met in May.                        | They met in June.                    | false
          They met in 1998.                       | The 1998 accord.                     | true
          They met in 1999.                       | The 1998 accord.                     | false
          They met on Dec. 31.                    | They met on 31 December 2025.        | true
          They met on 3 February, 2019.           | They met on 3 Feb. 2019.             | true
          The Tuesday, January 13 talks.          | The talks on January 13.             | true
          """)
  void datesMustBeDatesOfThePassages(String claim, String source, boolean stands) {
    assertThat(check(claim, Role.LEDE, Stories.article("a", source)).passed())
        .as(claim + " / " + source)
        .isEqualTo(stands);
  }

  @Test
  void daysCountInTheZoneOfTheArticle() {
    // 02:00 on the 13th in Seoul is still the 12th in London.
    Article early =
        Stories.article(
            "a", "Post", Language.ENGLISH, "2026-01-13T02:00:00+09:00", "They met today.");
    assertThat(check("They met on 13 January 2026.", Role.LEDE, early).passed()).isTrue();
    assertThat(check("They met on 12 January 2026.", Role.LEDE, early).passed()).isFalse();
  }

  @Test
  void withoutADayOfPublicationOnlyTheSameWordsAgree() {
    Article undated =
        Stories.article("a", "Post", Language.ENGLISH, null, "They met on Tuesday, January 13.");
    assertThat(check("They met on Tuesday.", Role.LEDE, undated).passed()).isTrue();
    assertThat(check("They met on 13 January.", Role.LEDE, undated).passed()).isTrue();
    assertThat(check("They met on Monday.", Role.LEDE, undated).passed()).isFalse();
    assertThat(check("They met on 13 January 2026.", Role.LEDE, undated).passed()).isFalse();
  }

  @Test
  void theStandfirstMayBearTheDayOfPublication() {
    Article source = Stories.article("a", "They met on Monday.");
    assertThat(check("13 January 2026: they met.", Role.STANDFIRST, source).passed()).isTrue();
    assertThat(check("They met on 13 January 2026.", Role.LEDE, source).passed()).isFalse();
  }

  @Test
  void theNoteNamesTheDate() {
    assertThat(
            check("They met on Friday.", Role.LEDE, Stories.article("a", "They met on Monday."))
                .note())
        .isEqualTo("The date \"Friday\" is not a date of the cited passages.");
  }

  private static CheckResult check(String claim, Role role, Article source) {
    return DateCheck.check(Stories.sentence("x", role, claim, source), Stories.evidence(source));
  }
}
