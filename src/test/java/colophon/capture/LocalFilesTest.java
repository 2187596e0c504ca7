package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

  @TempDir Path base;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    base = base.toRealPath();
    Files.createDirectories(base.resolve("open/deep"));
    Files.writeString(base.resolve("open/deep/a b.html"), "<p>a");
    Files.writeString(base.resolve("secret.txt"), "secret");
    fetcher = Fixtures.fetcher(base);
  }

  @AfterEach
  void stop() {
    fetcher.close();
  }

  @Test
  void readsAFileBelowAnOpenedPath() {
    Snapshot snapshot = fetched("file:open/deep/a%20b.html", "file:open");

    URI place = URI.create("file://" + base + "/open/deep/a%20b.html");
    assertThat(snapshot.body()).asString().isEqualTo("<p>a");
    assertThat(snapshot.requested()).isEqualTo(place);
    assertThat(snapshot.landed()).isEqualTo(place);
    assertThat(snapshot.readerLink()).isNull();
    assertThat(snapshot.digest()).isEqualTo(Digest.of(snapshot.body()));
    assertThat(snapshot.responseHeaders()).containsEntry("content-type", List.of("text/html"));
  }

  @Test
  void readsTheSameFileUnderEachFormOfItsAddress() {
    for (String address :
        List.of(
            "file:open/deep/a%20b.html",
            "file:" + base + "/open/deep/a%20b.html",
            "file://" + base + "/open/./deep/a%20b.html")) {
      assertThat(fetched(address, "file:" + base + "/open").requested())
          .isEqualTo(URI.create("file://" + base + "/open/deep/a%20b.html"));
    }
  }

  @Test
  void refusesAFileOutside() {
    assertThat(refused("file:secret.txt", "file:open")).contains("secret.txt lies below no path");
    assertThat(refused("file:open/../secret.txt", "file:open")).contains("lies below no path");
    assertThat(refused("file:open/%2e%2e/secret.txt", "file:open")).contains("lies below no path");
    assertThat(refused("file:secret.txt")).contains("add file:PATH to its allow list");
    assertThat(refused("file:secret.txt", "file:secret.tx")).contains("lies below no path");
  }

  @Test
  void refusesALinkThatLeadsOutside() throws IOException {
    Files.createSymbolicLink(base.resolve("open/link.txt"), base.resolve("secret.txt"));
    Files.createSymbolicLink(base.resolve("open/up"), base);

    assertThat(refused("file:open/link.txt", "file:open")).contains("lies below no path");
    assertThat(refused("file:open/up/secret.txt", "file:open")).contains("lies below no path");
  }

  @Test
  void readsBelowAnOpenedPathThatIsItselfALink() throws IOException {
    Files.createSymbolicLink(base.resolve("alias"), base.resolve("open"));

    assertThat(fetched("file:alias/deep/a%20b.html", "file:alias").status()).isEqualTo(200);
  }

  @Test
  void saysWhatStandsInTheWay() throws IOException {
    Files.write(base.resolve("open/big.txt"), new byte[100_001]);

    assertThat(reason("file:open/none.txt", "file:open")).contains("no file at", "check the path");
    assertThat(reason("file:open/deep", "file:open")).contains("no ordinary file");
    assertThat(reason("file:open/big.txt", "file:open"))
        .contains("larger than the limit of 100000");
    assertThat(reason("file:open/a%00b", "file:open")).contains("names no file: Nul character");
  }

  @Test
  void namesTheReadersPlaceBelowThePublicBase() throws IOException {
    Files.writeString(base.resolve("open/feed.xml"), "<rss/>");
    Source feed = withPublicBase(SourceKind.FEED, "file:open/feed.xml");
    Source folder = withPublicBase(SourceKind.FOLDER, "file:open");
    URI item = URI.create("file:open/deep/a%20b.html");

    assertThat(((FetchOutcome.Fetched) fetcher.fetch(item, feed)).snapshot().readerLink())
        .isEqualTo(URI.create("https://papers.example/archive/deep/a%20b.html"));
    assertThat(((FetchOutcome.Fetched) fetcher.fetch(item, folder)).snapshot().readerLink())
        .isEqualTo(URI.create("https://papers.example/archive/deep/a%20b.html"));
  }

  private static Source withPublicBase(SourceKind kind, String location) {
    return new Source(
        "s",
        "S",
        kind,
        URI.create(location),
        URI.create("https://papers.example/archive"),
        5,
        false,
        List.of("file:open"),
        Duration.ofMinutes(15));
  }

  private Snapshot fetched(String address, String... allow) {
    FetchOutcome outcome = fetch(address, allow);
    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    return ((FetchOutcome.Fetched) outcome).snapshot();
  }

  private String refused(String address, String... allow) {
    FetchOutcome outcome = fetch(address, allow);
    assertThat(outcome).isInstanceOf(FetchOutcome.Refused.class);
    return ((FetchOutcome.Refused) outcome).reason();
  }

  private String reason(String address, String... allow) {
    return switch (fetch(address, allow)) {
      case FetchOutcome.Refused refused -> refused.reason();
      case FetchOutcome.Failed failed -> failed.reason();
      case FetchOutcome.Fetched fetched -> "fetched";
      case FetchOutcome.NotModified same -> "same";
    };
  }

  private FetchOutcome fetch(String address, String... allow) {
    return fetcher.fetch(
        URI.create(address), Fixtures.source(SourceKind.PAGE, URI.create("file:open/x"), allow));
  }
}
