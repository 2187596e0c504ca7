package colophon.excerpt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.kernel.Digest;
import colophon.provenance.SampleRecord;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The words of a record's sentences are found in the files, and confirmed by their digests. */
class VersionWordsTest {

  @Test
  void theWordsOfEverySentenceAreFoundAndTheRestIsOfThePage() {
    PublishedVersion version =
        VersionWords.read(SampleRecord.record(), SampleRecord.artefacts(), Standing.CURRENT, true);
    assertThat(version.sentences())
        .extracting(PublishedSentence::text)
        .containsExactly(
            "Averland Rate Decision: Borrowers Wait",
            "The Bank of Averland kept its rate at 4.25 per cent.");
    assertThat(version.sentences())
        .allSatisfy(sentence ->
            assertThat(sentence.sources())
                .containsExactly(
                    new CitedSource(
                        1,
                        "The Counting House",
                        "Bank of Averland holds",
                        "https://counting-house.example/news/averland-rate.html")));
    assertThat(version.pageLines()).contains(SampleRecord.LABEL);
    assertThat(version.withoutWords()).isZero();
  }

  @Test
  void sentencesOfOneLineAreTakenApartAtTheirMarks() {
    var files = new TreeMap<String, byte[]>();
    files.put(
        "brief.txt",
        ("A line.\n\nAverland Rate Decision: Borrowers Wait [1][2] The Bank of Averland kept its"
                + " rate at 4.25 per cent. [1]\n")
            .getBytes(UTF_8));
    PublishedVersion version =
        VersionWords.read(SampleRecord.record(), files, Standing.CURRENT, true);
    assertThat(version.withoutWords()).isZero();
    assertThat(version.pageLines()).containsExactly("A line.");
  }

  @Test
  void whatTheDigestDoesNotConfirmIsNoSentence() {
    var files = new TreeMap<>(SampleRecord.artefacts());
    files.put("brief.txt", "The Bank of Averland kept its rate at 4.35 per cent.".getBytes(UTF_8));
    assertThat(
            VersionWords.read(SampleRecord.record(), files, Standing.CURRENT, true).withoutWords())
        .isEqualTo(2);
    assertThatThrownBy(() ->
            new PublishedSentence("l1", "lede", Digest.ofText("one thing"), "another", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
