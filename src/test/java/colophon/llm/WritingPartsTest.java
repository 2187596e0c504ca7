package colophon.llm;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.PassageId;
import colophon.text.Language;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts of the built-in writer. */
class WritingPartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Harbour Post | the Harbour Post | The Harbour Post",
        "The Lantern | The Lantern | The Lantern",
        "Tidewater Science | Tidewater Science | Tidewater Science",
        "Saltmarsh Institute for Asian Affairs | the Saltmarsh Institute for Asian Affairs | The"
            + " Saltmarsh Institute for Asian Affairs",
        "Aldermouth Town Council | Aldermouth Town Council | Aldermouth Town Council",
        "BBC News | BBC News | BBC News"
      })
  void names_outlets_as_a_sentence_does(String outlet, String inside, String opening) {
    assertThat(OutletName.of(outlet).inside()).isEqualTo(inside);
    assertThat(OutletName.of(outlet).opening()).isEqualTo(opening);
  }

  @Test
  void attributes_in_turn_and_dates_the_first() {
    Attribution attribution = new Attribution(Language.ENGLISH);
    assertThat(attribution.dated(excerpt("Lee met Takaichi in Nara on Tuesday.")))
        .isEqualTo(
            "“Lee met Takaichi in Nara on Tuesday,” the Harbour Post reported on 13 January 2026.");
    assertThat(attribution.print(excerpt("They spoke until 7 p.m.")))
        .isEqualTo("“They spoke until 7 p.m.,” the Harbour Post added.");
    attribution.pause();
    assertThat(attribution.print(excerpt("\"It is done,\" said Lee, who left at once.")))
        .startsWith("“‘It is done,’ said Lee, who left at once,” the Harbour Post ");
  }

  @Test
  void pauses_inside_a_long_sentence_and_keeps_its_words() {
    Attribution attribution = new Attribution(Language.ENGLISH);
    attribution.print(excerpt("One thing happened."));
    attribution.pause();
    attribution.print(excerpt("Another thing happened."));
    attribution.pause();
    assertThat(
            attribution.print(
                excerpt(
                    "The two spoke alone for 25 minutes in a room, before ministers and advisers"
                        + " joined them at the table.")))
        .matches(
            "“The two spoke alone for 25 minutes in a room,” the Harbour Post \\w+, “before"
                + " ministers and advisers joined them at the table\\.”");
  }

  @Test
  void a_freed_sentence_is_led_in() {
    Attribution attribution = new Attribution(Language.ENGLISH);
    assertThat(attribution.print(excerpt("the talks went on for some time.")))
        .isEqualTo("According to the Harbour Post, “the talks went on for some time.”");
  }

  @Test
  void other_languages_get_their_outlet_in_brackets() {
    assertThat(new Attribution(new Language("de")).print(excerpt("Die Gespräche gingen weiter.")))
        .isEqualTo("“Die Gespräche gingen weiter.” (Harbour Post)");
  }

  @Test
  void titles_have_capitals_but_for_small_words() {
    assertThat(TitleCase.of("councillors back flood wall for the north quay: a plan to hold off"))
        .isEqualTo("Councillors Back Flood Wall for the North Quay: A Plan to Hold Off");
    assertThat(TitleCase.of("six-kilometre reef at 3.00%"))
        .isEqualTo("Six-Kilometre Reef at 3.00%");
  }

  @Test
  void a_title_loses_the_story_where_the_rest_stands() {
    StoryLabel label = new StoryLabel("Nara summit", List.of("nara", "summit"), null);
    assertThat(TitleCut.without("Seoul and Tokyo put chips first at Nara summit", label))
        .isEqualTo("Seoul and Tokyo put chips first");
    assertThat(TitleCut.without("Officials turn to the work after the Nara summit", label))
        .isEqualTo("Officials turn to the work after the Nara summit");
    StoryLabel race = new StoryLabel("Skerries Race", List.of("skerry", "race"), null);
    assertThat(TitleCut.without("Askeland wins Skerries Race at fifth attempt", race))
        .isEqualTo("Askeland wins at fifth attempt");
  }

  @Test
  void figures_know_what_they_count() {
    assertThat(Figure.of("It cost 18.6 million florins in 2026, and 1,120 homes are safe."))
        .containsExactly(
            new Figure("18.6 million", "florin"),
            new Figure("2026", ""),
            new Figure("1120", "home"));
    assertThat(Figure.of("Forty-one places, 3 per cent, 3% and about 90 minutes on 13 January"))
        .containsExactly(
            new Figure("41", "place"),
            new Figure("3", "percent"),
            new Figure("3", "percent"),
            new Figure("90", ""),
            new Figure("13", ""));
  }

  @Test
  void nobody_is_met_by_the_surname_first() {
    PeopleNamed people =
        new PeopleNamed(
            List.of(
                "\"It is done,\" said Hana Whitlock, a fellow.",
                "Whitlock said the test was near in Nara.",
                "President Lee Jae-myung met the press."));
    assertThat(people.unintroduced("Whitlock said so in Nara.")).containsExactly("Whitlock");
    assertThat(people.unintroduced("Hana Whitlock said so; Whitlock left.")).isEmpty();
    assertThat(people.introduced("It was Hana Whitlock.")).contains("Whitlock");
  }

  @Test
  void quotations_inside_become_single() {
    assertThat(QuotedSpeech.nested("\"It's done,\" he said of the “plan”."))
        .isEqualTo("‘It’s done,’ he said of the ‘plan’.");
  }

  private static Excerpt excerpt(String text) {
    PassageText passage = new PassageText(new PassageId(1, 1), text);
    SourceText source =
        new SourceText(
            1,
            "Harbour Post",
            OffsetDateTime.parse("2026-01-13T17:40:00+09:00"),
            Language.ENGLISH,
            1,
            "Title",
            List.of(passage));
    return Excerpt.of(
        new SourceSentence(
            0, source, passage, 0, 0, text, Standing.ALONE, Terms.of(text), Figure.of(text)));
  }
}
