package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headings cut from sentences. */
class ClauseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Power was cut to 21,000 households, and about half had it back by 5 a.m. | Power was cut"
            + " to 21,000 households",
        "Merganser, skippered by Tove Askeland, won the Skerries Race on Tuesday night after a duel."
            + " | Merganser won the Skerries Race",
        "The boards of both companies support the offer, which needs the approval of the office. |"
            + " boards of both companies support the offer",
        "About 700 people a day used the crossing before it closed. | About 700 people a day used"
            + " the crossing"
      })
  void says_who_does_what(String sentence, String clause) {
    assertThat(Clause.of(sentence)).isEqualTo(clause);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The police said that the thieves had left by the river.",
        "The kettle should not be thrown away with household waste, since it holds electronics.",
        "He promised each flooded household 1,500 dellars.",
        "If fewer than 150 people come, the hours will be cut again.",
        "\"We have one good idea,\" the skipper told the crowd on the quay.",
        "The Water Board of the province expects the sea level at Aldermouth to rise by 21"
            + " centimetres.",
        "In its previous forecast, issued in November, the bank had expected growth of 2 per cent."
      })
  void says_nothing_where_the_meaning_would_change(String sentence) {
    assertThat(Clause.of(sentence)).isNull();
  }
}
