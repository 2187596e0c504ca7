package colophon.attest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the leaves; {@code LogTamperingEvaluation} takes every one of a thousand. */
class LogTamperingTest {

  private static final int LEAVES = 60;

  @TempDir Path folder;

  @Test
  void whoeverHoldsOneOldCheckpointNoticesEveryTamperingAndNamesTheFirstThingThatIsWrong()
      throws Exception {
    try (var log = new TamperedLog(folder, LEAVES, 9)) {
      var random = new Random(7);
      for (var kind : LogTampering.Kind.values()) {
        for (var depth : LogTampering.Depth.values()) {
          for (int index : new int[] {0, 1, random.nextInt(2, LEAVES - 1), LEAVES - 1}) {
            var verdict = log.tampering.at(index, kind, depth);
            assertThat(verdict.noticed()).as(kind + " " + depth + " at " + index).isTrue();
            assertThat(verdict.named())
                .as(kind + " " + depth + " at " + index + ": " + verdict.sentence())
                .isTrue();
          }
        }
      }
    }
  }
}
