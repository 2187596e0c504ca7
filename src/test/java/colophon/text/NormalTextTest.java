package colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class NormalTextTest {

  @Test
  void composes_letters() {
    assertThat(NormalText.of("Cafe\u0301 \u1112\u1161\u11ab")).isEqualTo("Caf\u00e9 \ud55c");
  }

  @Test
  void takes_out_what_no_text_holds() {
    assertThat(NormalText.of("a\u0000b\u0007c\ufffed\ufdd0")).isEqualTo("abcd");
    assertThat(NormalText.of("a\ud800b\udc00")).isEqualTo("a\ufffdb\ufffd");
    assertThat(NormalText.of("\ud83c\udfef")).isEqualTo("\ud83c\udfef");
  }

  @Test
  void spaces_and_line_ends_become_plain() {
    assertThat(NormalText.of("a\u00a0\u2009b\u3000c\td")).isEqualTo("a b c d");
    assertThat(NormalText.of("  a \r\n b\u2028c\r\r\r\rd\u2029e\u0085f "))
        .isEqualTo("a\nb\nc\n\nd\n\ne\nf");
    assertThat(NormalText.line("a\n\nb\nc")).isEqualTo("a b c");
  }

  @Test
  void knows_what_a_reader_cannot_see() {
    String hidden = "su\u200bpply \u202echains\u202c \udb40\udc41and\u00ad more\ufeff";
    assertThat(NormalText.withoutInvisible(hidden)).isEqualTo("supply chains and more");
    assertThat(NormalText.isTag(0xE0041)).isTrue();
    assertThat(NormalText.isBidiControl(0x2066)).isTrue();
  }

  @Test
  void joiners_that_spell_stay() {
    String persian = "\u0645\u06cc\u200c\u0631\u0648\u062f";
    assertThat(NormalText.withoutInvisible(persian)).isEqualTo(persian);
    String family = "\ud83d\udc68\u200d\ud83d\udc69";
    assertThat(NormalText.withoutInvisible(family)).isEqualTo(family);
    assertThat(NormalText.withoutInvisible("a\u200db")).isEqualTo("ab");
  }

  @Test
  void twice_is_once() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    int[] points = " a\n\r\u0301e\u2028\u2029\u00a0\u0000\ud800\u1112\u1161".chars().toArray();
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(20), 0, points.length).forEach(i -> text.append((char) points[i]));
      String once = NormalText.of(text.toString());
      assertThat(NormalText.of(once)).isEqualTo(once);
      assertThat(NormalText.isNormal(once)).isTrue();
    }
  }
}
