package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped feeds name documents that exist, each with its outlet, author and dated zone. */
class SampleFeedsTest {

  private static final Path SAMPLES = Path.of("samples/sources").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"wire.xml", "atom.xml", "feed.json"})
  void leadToTheShippedDocuments(String name) throws IOException {
    Path file = SAMPLES.resolve(name);
    URI base = LocalFiles.address(file.toString());

    FeedReading reading = FeedReader.read(Files.readAllBytes(file), null, base);

    assertThat(reading).isInstanceOf(FeedReading.Feed.class);
    FeedReading.Feed feed = (FeedReading.Feed) reading;
    assertThat(feed.withoutLink()).isZero();
    assertThat(feed.items())
        .isNotEmpty()
        .allSatisfy(item -> {
          assertThat(Path.of(item.link())).isRegularFile();
          assertThat(item.title()).isNotBlank();
          assertThat(item.outlet()).isNotBlank();
          assertThat(item.authors()).isNotEmpty();
          assertThat(item.published()).isNotNull();
        });
  }
}
