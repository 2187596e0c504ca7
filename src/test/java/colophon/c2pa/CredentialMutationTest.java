package colophon.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing may be changed in a credential, or in what it speaks of, without notice. */
class CredentialMutationTest {

  private static final byte[] TEXT = SampleCredentials.text();
  private static final byte[] STORE =
      ManifestStore.sign(
              SampleCredentials.content(SampleCredentials.content().ingredients().subList(1, 2)),
              TEXT,
              SampleCredentials.credential())
          .bytes();

  /**
   * Without a time stamp no bit is free: boxes are held by the reader, the manifest's name by the
   * claim, assertions by their hashes, the claim and the certificates by the signature.
   */
  @Test
  void everyBitOfTheStoreCounts() {
    Map<StatusCode, Boolean> reasons = new ConcurrentHashMap<>();
    IntStream.range(0, STORE.length * 8)
        .parallel()
        .forEach(bit -> {
          CredentialReport report = validate(flipped(STORE, bit), TEXT);
          assertThat(report.state()).as("bit " + bit).isEqualTo(ManifestState.INVALID);
          report.findings().stream()
              .filter(finding -> finding.code().kind() == StatusCode.Kind.FAILURE)
              .forEach(finding -> reasons.put(finding.code(), true));
        });
    assertThat(reasons)
        .containsKeys(
            StatusCode.GENERAL_ERROR,
            StatusCode.CLAIM_MISSING,
            StatusCode.CLAIM_CBOR_INVALID,
            StatusCode.CLAIM_MALFORMED,
            StatusCode.CLAIM_SIGNATURE_MISSING,
            StatusCode.CLAIM_SIGNATURE_MISMATCH,
            StatusCode.SIGNING_CREDENTIAL_INVALID,
            StatusCode.ASSERTION_MISSING,
            StatusCode.ASSERTION_HASHED_URI_MISMATCH);
  }

  @Test
  void everyBitOfTheFileCounts() {
    for (int bit = 0; bit < TEXT.length * 8; bit++) {
      CredentialReport report = validate(STORE, flipped(TEXT, bit));
      assertThat(failures(report)).containsExactly(StatusCode.ASSERTION_DATA_HASH_MISMATCH);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {20260504, 7, 991})
  void theReaderNeverThrowsWhateverItIsGiven(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 2_500; round++) {
      byte[] store = STORE.clone();
      int changes = 1 + random.nextInt(8);
      for (int i = 0; i < changes; i++) {
        store = mutated(store, random);
      }
      assertThat(validate(store, TEXT).state())
          .as("seed " + seed + ", round " + round)
          .isEqualTo(Arrays.equals(store, STORE) ? ManifestState.TRUSTED : ManifestState.INVALID);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void noiseIsNoCredential(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      assertThat(validate(noise, TEXT).state()).isEqualTo(ManifestState.INVALID);
      assertThat(SampleCredentials.validator().html(noise).state())
          .isEqualTo(ManifestState.INVALID);
      assertThat(SampleCredentials.validator().text(noise).state())
          .isEqualTo(ManifestState.INVALID);
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(Math.max(1, bytes.length));
    int length = Math.min(random.nextInt(40), bytes.length - at);
    return switch (random.nextInt(5)) {
      case 0 -> flipped(bytes, random.nextInt(Math.max(1, bytes.length * 8)));
      case 1 -> spliced(bytes, at, length, new byte[0]);
      case 2 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      case 3 -> {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        yield spliced(bytes, at, length, noise);
      }
      default -> {
        // Lengths are what readers fall over: put an extreme one anywhere.
        int[] extremes = {0, 1, 8, 0x7F, 0x80, 0xFF, Integer.MAX_VALUE, -1};
        byte[] extreme =
            ByteBuffer.allocate(4).putInt(extremes[random.nextInt(extremes.length)]).array();
        yield spliced(bytes, at, Math.min(4, bytes.length - at), extreme);
      }
    };
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] put) {
    byte[] result = new byte[bytes.length - removed + put.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(put, 0, result, at, put.length);
    System.arraycopy(bytes, at + removed, result, at + put.length, bytes.length - at - removed);
    return result;
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    if (copy.length > bit / 8) {
      copy[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    return copy;
  }

  private static List<StatusCode> failures(CredentialReport report) {
    return report.findings().stream()
        .map(CredentialFinding::code)
        .filter(code -> code.kind() == StatusCode.Kind.FAILURE)
        .toList();
  }

  private static CredentialReport validate(byte[] store, byte[] text) {
    return SampleCredentials.validator().sidecar(store, text);
  }
}
