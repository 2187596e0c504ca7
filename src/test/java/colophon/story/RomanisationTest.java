package colophon.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanisationTest {

  @ParameterizedTest
  @CsvSource({
    "다카이치, Takaichi",
    "사나에, Sanae",
    "야마구치, Yamaguchi",
    "조세이, Chosei",
    "경주, Gyeongju",
    "호류지, Horyuji",
    "Москва, Moskva",
    "Путин, Putin"
  })
  void aNameMeetsItsLatinSpelling(String written, String latin) {
    assertThat(Romanisation.fold(written)).isEqualTo(Romanisation.fold(latin)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"다카이치, Yamaguchi", "경주, Nara", "Москва, Minsk"})
  void differentNamesStayDifferent(String written, String latin) {
    assertThat(Romanisation.fold(written)).isNotEqualTo(Romanisation.fold(latin));
  }
}
