package colophon.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as the same words, and what never may. */
class ComparisonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "“Two years on,” she said. | \"Two years on,\" she said.",
        "“Two years on,” she said. | ‘Two years on,’ she said.",
        "“Two years on,” she said. | «\u00a0Two years on,\u00a0» she said.",
        "the institute’s own | the institute's own",
        "a ban – or not | a ban—or not",
        "a ban – or not | a ban -- or not",
        "The harbour opened… | The harbour opened...",
        "The  harbour\u00a0opened | The harbour opened",
        "The har\u00adbour opened | The harbour opened",
        "Was it so\u202f? | Was it so?",
        "the ﬁrst ship | the first ship",
        "経済安全保障を　協議した。 | 経済安全保障を協議した。",
        "「合意した」と述べた。 | “合意した”と述べた。",
        "３１％に上がった。 | 31%に上がった。",
        "ｶﾞｽ田 | ガス田",
      })
  void theShapeOfSpacesQuotesDashesAndWideLettersIsFolded(String one, String other) {
    assertThat(Comparison.plain(one)).isEqualTo(Comparison.plain(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "an area of 10² | an area of 102",
        "½ per cent | 12 per cent",
        "rose by 3½ per cent | rose by 31⁄2 per cent",
        "a plank of 6' length | a plank of 6\" length",
        "at −5 degrees | at 5 degrees",
        "1 000 plots | 1000 plots",
        "1.5 per cent | 15 per cent",
        "the US said | the us said",
        "a ban | a  b an",
        "part ① | part 1",
        "chapter Ⅳ | chapter IV",
        "31 per cent | \u202e13\u202c per cent",
        "do n't | don't",
        "the re-sign | the resign",
      })
  void whatAFigureANameOrANegationHangsOnIsNot(String one, String other) {
    assertThat(Comparison.plain(one)).isNotEqualTo(Comparison.plain(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“‘A reef’ – 6' by 10\",” she — said…",
        "« Oui » : 5 % !",
        "「『二重』」と言った。 次の文。",
        "a -- b --- c - d",
        "a - - b,--------- c ----5",
        "  ｶﾞ ﾞ e\u0301 ﬃ  ",
        "'''\"\"5'\"",
      })
  void foldingTwiceChangesNothing(String text) {
    String once = Comparison.plain(text);
    assertThat(Comparison.plain(once)).isEqualTo(once);
  }

  @Test
  void lettersAloneRemainForTheSearch() {
    assertThat(Comparison.letters("The “Ｈarbour” – 6²")).isEqualTo("theharbour62");
  }
}
