package colophon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {

  @Test
  void tellsWhatWasAddedAndRemovedAndWhereEachLineStands() {
    assertThat(LineDifference.of("a\nb\nc\n", "a\nx\nc\nd\n"))
        .containsExactly(
            new LineDifference.Line("same", 1, 1, "a"),
            new LineDifference.Line("removed", 2, 0, "b"),
            new LineDifference.Line("added", 0, 2, "x"),
            new LineDifference.Line("same", 3, 3, "c"),
            new LineDifference.Line("added", 0, 4, "d"));
  }

  @Test
  void leavesOutWhatStandsInBothFarFromAnyDifference() {
    String text =
        IntStream.range(0, 40).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    var lines = LineDifference.of(text, text.replace("line 20", "other"));
    assertThat(lines.getFirst().text()).isEqualTo("17 lines that stand in both");
    assertThat(lines.getLast().text()).isEqualTo("16 lines that stand in both");
    assertThat(lines).hasSize(2 + 2 * LineDifference.AROUND + 2);
    assertThat(LineDifference.of(text, text)).isEmpty();
  }
}
