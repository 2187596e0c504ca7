package colophon.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The targets of the fuzzer, once each on their seeds and on a few hundred inputs made of them, so
 * that they stay in order. {@code .ci/fuzz} goes on for as long as one likes.
 */
class FuzzTargetsTest {

  private static final int ROUNDS = 300;

  static Stream<String> names() {
    return FuzzTargets.all().stream().map(FuzzTarget::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void readsOrRefusesWhateverItIsGiven(String name) {
    FuzzTarget target = FuzzTargets.named(name);
    List<byte[]> seeds = target.seeds().get();
    assertThat(seeds).isNotEmpty();
    seeds.forEach(
        seed -> assertThatCode(() -> target.reader().read(seed)).doesNotThrowAnyException());
    var random = new Random(20260507);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] input = changed(seeds.get(random.nextInt(seeds.size())), random);
      assertThatCode(() -> target.reader().read(input))
          .as("round %d, input %s", round, java.util.HexFormat.of().formatHex(input))
          .doesNotThrowAnyException();
    }
  }

  private static byte[] changed(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 1; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> {
          byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
          System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }
}
