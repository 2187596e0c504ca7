package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Digest;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RightsSignalTest {

  @Test
  void areReadFromTheHeadersThatSpeakOfUse() {
    assertThat(
            RightsSignal.of(
                answered(
                    Map.of(
                        "content-type", List.of("text/html"),
                        "tdm-reservation", List.of("1"),
                        "tdm-policy", List.of("https://source.example/tdm.json"),
                        "content-usage", List.of("train-ai=n"),
                        "x-robots-tag", List.of("noai", "noarchive")))))
        .containsExactly(
            new RightsSignal("x-robots-tag", "noai"),
            new RightsSignal("x-robots-tag", "noarchive"),
            new RightsSignal("content-usage", "train-ai=n"),
            new RightsSignal("tdm-reservation", "1"),
            new RightsSignal("tdm-policy", "https://source.example/tdm.json"));
    assertThat(RightsSignal.of(answered(Map.of()))).isEmpty();
  }

  @Test
  void areCutAndCleanedWhateverAHostSends() {
    List<RightsSignal> signals =
        RightsSignal.of(
            answered(
                Map.of(
                    "x-robots-tag",
                    Collections.nCopies(200, "no\u001b[2Jai" + "x".repeat(5_000)))));
    assertThat(signals).hasSize(RightsSignal.MOST_SIGNALS);
    assertThat(signals.getFirst().raw())
        .hasSize(RightsSignal.MOST_CHARACTERS)
        .startsWith("no [2Jai");
  }

  private static Snapshot answered(Map<String, List<String>> headers) {
    URI page = URI.create("https://source.example/a");
    byte[] body = {1};
    return new Snapshot(
        Digest.of(body),
        body,
        Digest.of(body),
        page,
        page,
        page,
        Instant.EPOCH,
        200,
        Map.of(),
        headers);
  }
}
