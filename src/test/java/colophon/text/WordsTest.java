package colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void words_are_plain_and_figures_whole() {
    assertThat(Words.of("The town's one-on-one: 18.6 million, 1,120 homes (U.S.)."))
        .containsExactly(
            "the", "town", "one", "on", "one", "18.6", "million", "1,120", "homes", "u.s");
  }

  @Test
  void east_asian_words_are_pairs() {
    assertThat(Words.of("奈良で会談")).containsExactly("奈良", "良で", "で会", "会談");
    assertThat(Words.of("공급망 APEC")).containsExactly("공급", "급망", "apec");
  }

  @Test
  void content_words_leave_the_small_ones() {
    assertThat(Words.content("The leaders of the two met in Nara"))
        .containsExactly("leaders", "two", "met", "nara");
  }

  @Test
  void counts_as_a_reader_does() {
    assertThat(Words.count("The wall — 1.4 kilometres long – is new.")).isEqualTo(7);
    assertThat(Words.count("두 정상은 나라에서 만났다.")).isEqualTo(4);
    assertThat(Words.count("奈良で会談")).isEqualTo(3);
    assertThat(Words.count("")).isZero();
  }
}
