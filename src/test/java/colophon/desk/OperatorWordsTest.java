package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperatorWordsTest {

  @Test
  void aSlotIsSaidAsPeopleWriteATime() {
    assertThat(OperatorWords.slot("2026-01-14T18:00")).isEqualTo("14 Jan 2026 18:00");
    assertThat(OperatorWords.slot("2026-01-14T18:00+09:00")).isEqualTo("14 Jan 2026 18:00 +09:00");
    assertThat(OperatorWords.slot("2026-01-14T09:00:00Z")).isEqualTo("14 Jan 2026 09:00 UTC");
    assertThat(OperatorWords.slot("asked 2026-11-27T03:41:44.123Z"))
        .isEqualTo("asked for at 27 Nov 2026 03:41:44 UTC");
    assertThat(OperatorWords.slot("a label of somebody's own"))
        .isEqualTo("a label of somebody's own");
  }

  @Test
  void theMomentsInASentenceAreSaidSoToo() {
    assertThat(OperatorWords.moments("It said 503; it is asked again after 2026-11-27T03:41:44Z."))
        .isEqualTo("It said 503; it is asked again after 27 Nov 2026 03:41 UTC.");
    assertThat(OperatorWords.moments("Nothing of 2026-13-99T00:00:00Z is a time."))
        .isEqualTo("Nothing of 2026-13-99T00:00:00Z is a time.");
  }
}
