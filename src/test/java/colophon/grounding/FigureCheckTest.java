package colophon.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.article.Article;
import colophon.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          They spoke for 25 minutes.               | They spoke for twenty-five minutes.              | true
          They spoke for 40 minutes.               | They spoke for twenty-five minutes.              | false
          They spoke for an hour and no more.      | They spoke for an hour.                          | true
          They spoke for one hour.                 | They spoke for 60 minutes.                       | true
          They spoke for 90 minutes.               | They spoke for 1.5 hours.                        | true
          They held a 25-minute talk.              | The talk lasted 25 minutes.                      | true
          They held a 25-minute talk.              | The talk drew 25 people.                         | false
          25 people came.                          | The talk lasted 25 minutes.                      | false
          Twenty-five came.                        | There were 25 people.                            | true
          Two hundred and six died.                | Some 206 people died.                            | true
          1,234 people came.                       | A crowd of 1234 came.                            | true
          1\u202f234 people came.                  | 1,234 people came.                               | true
          12,345 people came.                      | 12,354 people came.                              | false
          It cost $5bn.                            | It cost 5 billion dollars.                       | true
          It cost $5bn.                            | It cost 5 million dollars.                       | false
          It cost $5bn.                            | It cost €5 billion.                              | false
          It cost US$1.2 million.                  | It cost $1,200,000.                              | true
          It cost £3m.                             | It cost 3 million pounds.                        | true
          It cost ¥500.                            | It cost 500 yen.                                 | true
          It cost 500 won.                         | It cost 500 yen.                                 | false
          Sales rose 5%.                           | Sales rose 5 per cent.                           | true
          Sales rose 5 percent.                    | Sales rose by 5%.                                | true
          Sales rose 5 percentage points.          | Sales rose 5 percent.                            | false
          Sales rose 50 basis points.              | Sales rose 0.5 percentage points.                | true
          Sales rose 5.5%.                         | Sales rose 5.4%.                                 | false
          Sales rose 0.5 per cent.                 | Sales rose .5 per cent.                          | false
          Sales fell 5%.                           | Growth was -5%.                                  | true
          Growth was -5%.                          | Sales fell 5%.                                   | true
          It was -5 degrees.                       | It was 5 degrees.                                | false
          It was minus five degrees.               | It was −5 °C.                                    | true
          A third of them left.                    | One-third of the staff left.                     | true
          Two thirds of them left.                 | A third of the staff left.                       | false
          Half of them left.                       | 50% of the staff left.                           | true
          Half a million people came.              | 500,000 people came.                             | true
          It took half an hour.                    | It took 30 minutes.                              | true
          It rose a quarter of a percentage point. | It rose 25 basis points.                         | true
          It took a quarter of an hour.            | It took 15 minutes.                              | true
          A quarter of them left.                  | 25 per cent left.                                | true
          It was the third meeting.                | It was their 3rd meeting.                        | true
          It was the second meeting.               | It was their third meeting.                      | false
          It was the twenty-first meeting.         | It was the 21st meeting.                         | true
          He came first.                           | He came in 1st place.                            | true
          First, the talks began.                  | The talks began.                                 | true
          It was the No. 2 carmaker.               | The second-largest carmaker.                     | true
          Two dozen people came.                   | 24 people came.                                  | true
          A dozen people came.                     | 12 people came.                                  | true
          A hundred people came.                   | 100 people came.                                 | true
          Dozens came.                             | 48 people came.                                  | true
          Hundreds came.                           | 48 people came.                                  | false
          Thousands of people came.                | Some 4,500 people came.                          | true
          Tens of thousands came.                  | Tens of thousands of people came.                | true
          About 5,000 people came.                 | 4,987 people came.                               | true
          5,000 people came.                       | 4,987 people came.                               | false
          Nearly 3 million came.                   | 2.97 million came.                               | true
          More than 40 people came.                | 43 people came.                                  | true
          More than 40 people came.                | 38 people came.                                  | false
          Nearly 40 people came.                   | 38 people came.                                  | true
          Between 25 and 40 minutes passed.        | It lasted 25 to 40 minutes.                      | true
          It took 25–40 minutes.                   | It took 25 minutes, others 40 minutes.           | true
          It cost $5-7 million.                    | It cost between $5 million and $7 million.       | true
          It rose 3, 5 and 7 per cent.             | It rose 3%, 5% and 7%.                           | true
          They won 2-1.                            | The game ended 2–1.                              | true
          They won 3-1.                            | The game ended 2–1.                              | false
          It starts at 3 p.m.                      | It starts at 15:00.                              | true
          It starts at 3:30 pm.                    | It starts at 15.30 o'clock, or 3.30 p.m.         | true
          It starts at 4 p.m.                      | It starts at 3 p.m.                              | false
          It starts at 3 a.m.                      | It starts at 15:00.                              | false
          COVID-19 spread.                         | The COVID-19 virus.                              | true
          The F-16 flew.                           | An F16 flew.                                     | true
          The F-35 flew.                           | An F-16 flew.                                    | false
          The 5G net grew.                         | A net of 5G masts.                               | true
          The G7 met.                              | The G20 met.                                     | false
          Sales doubled.                           | Sales have doubled.                              | true
          It is twice as big.                      | It is two times as big.                          | true
          It is three times as big.                | It is twice as big.                              | false
          The 11-year-old died.                    | Kim, 11, died.                                   | true
          The 12-year-old died.                    | Kim, 11, died.                                   | false
          The two leaders met.                     | The president and the prime minister met.        | true
          Two leaders met.                         | Both leaders met.                                | true
          Two people died.                         | Three people died.                               | false
          One of them left.                        | He left.                                         | true
          It ran 5 km.                             | It ran 5,000 metres.                             | true
          It ran 5 km.                             | It ran 5 miles.                                  | false
          It covers 5 square km.                   | It covers 5 km.                                  | false
          It weighs 3 tonnes.                      | It weighs 3,000 kg.                              | true
          It lasted two weeks.                     | It lasted 14 days.                               | true
          It lasted 18 months.                     | It lasted 1.5 years.                             | true
          They talked for 40 minutes.              | 두 정상은 40분간 대화했다.                       | true
          They talked for 25 minutes.              | 두 정상은 40분간 대화했다.                       | false
          It cost 250 million won.                 | 비용은 2억 5천만 원이다.                         | true
          1.2 million people came.                 | 120万人が来た。                                  | true
          It grew 3.5 percent.                     | 3.5% 성장했다.                                   | true
          It grew 2 percentage points.             | 2%포인트 올랐다.                                 | true
          It was the second round.                 | 2차 회담이었다.                                  | true
          It cost 30 billion yen.                  | 300億円かかった。                                | true
          He scored in the second half.            | He scored in the second half.                    | true
          He is in his 20s.                        | A man in his 20s.                                | true
          He is in his 30s.                        | A man in his 20s.                                | false
          A 3½-hour talk.                          | A talk of 3.5 hours.                             | true
          The 1990s were calm.                     | It was calm in the 1990s.                        | true
          2,000 people came.                       | Some 2000 people came.                           | true
          It employs 2 million.                    | It employs 2,000,000.                            | true
          A two-hour meeting.                      | The meeting took 120 minutes.                    | true
          """)
  void figuresMustStandWithTheirUnit(String claim, String source, boolean stands) {
    assertThat(check(claim, source).passed()).as(claim + " / " + source).isEqualTo(stands);
  }

  @Test
  void theNoteNamesTheFigureAndWhatTheSourceHas() {
    assertThat(check("They spoke for 40 minutes.", "They spoke for 25 minutes.").note())
        .isEqualTo(
            "The figure \"40 minutes\" does not stand in the cited passages, which have \"25"
                + " minutes\".");
  }

  @Test
  void decimalCommasAreReadAsTheLanguageWritesThem() {
    Article german =
        Stories.article(
            "de",
            "Hafenpost",
            new Language("de"),
            null,
            "Der Umsatz stieg um 3,5 Prozent auf 1.234,5 Millionen Euro.");
    assertThat(check("Sales rose 3.5 percent to 1,234.5 million euros.", german).passed()).isTrue();
    assertThat(check("Sales rose 35 percent.", german).passed()).isFalse();
  }

  @Test
  void datesAreNoFigures() {
    assertThat(check("On January 13, 2026, they met.", "They met.").passed()).isTrue();
  }

  private static CheckResult check(String claim, String source) {
    return check(claim, Stories.article("a", source));
  }

  private static CheckResult check(String claim, Article source) {
    return FigureCheck.check(
        Stories.sentence(claim, source), Stories.evidence(source), Language.ENGLISH);
  }
}
