package colophon.article;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.capture.FetchLimits;
import colophon.capture.Fetcher;
import colophon.capture.Manners;
import colophon.capture.UserAgent;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedDiscoveryTest {

  private static final String FEED =
      """
      <rss version="2.0"><channel><title>The Echo</title>
      <item><title>Bridge opens</title><link>/a</link><pubDate>Tue, 13 Jan 2026 09:00:00 GMT</pubDate></item>
      <item><title>Budget passed</title><link>/b</link></item></channel></rss>
      """;

  private HttpServer server;
  private Fetcher fetcher;
  private FeedDiscovery discovery;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    fetcher =
        new Fetcher(
            new UserAgent("0.1.0", "https://newsroom.example/robots"),
            FetchLimits.standard(),
            Manners.standard(),
            Path.of("").toAbsolutePath(),
            InstantSource.system(),
            new Random(1));
    discovery = new FeedDiscovery(fetcher);
  }

  @AfterEach
  void close() {
    fetcher.close();
    server.stop(0);
  }

  @Test
  void theFeedsThatAPageNamesAreLookedIntoAndWhatIsNoneIsSaid() {
    serve(
        Map.of(
            "/",
            "<html><head><title>Home</title><link rel=alternate type='application/rss+xml' href='/news.xml'>"
                + "<link rel='alternate' type='application/atom+xml' href='/gone'>"
                + "<link rel='alternate' hreflang='de' type='text/html' href='/de'></head></html>",
            "/news.xml",
            FEED));
    assertThat(look("/"))
        .isInstanceOfSatisfying(
            FeedDiscovery.Feeds.class,
            found -> {
              assertThat(found.named()).isTrue();
              assertThat(found.feeds()).hasSize(1);
              assertThat(found.feeds().getFirst().title()).isEqualTo("The Echo");
              assertThat(found.feeds().getFirst().number()).isEqualTo(2);
              assertThat(found.feeds().getFirst().items().getFirst()).startsWith("Bridge opens (");
              assertThat(found.troubles()).singleElement().asString().contains("/gone");
            });
  }

  @Test
  void theUsualPlacesAreTriedWhereAPageNamesNone() {
    serve(Map.of("/", "<html><head><title>Home</title></head></html>", "/feed.xml", FEED));
    assertThat(look("/"))
        .isInstanceOfSatisfying(
            FeedDiscovery.Feeds.class,
            found -> {
              assertThat(found.named()).isFalse();
              assertThat(found.feeds().getFirst().address()).isEqualTo(at("/feed.xml"));
            });
  }

  @Test
  void aFeedIsTakenAsItIsAndAPageWithoutAnyAsAPage() {
    serve(Map.of("/x", FEED, "/", "<html><head><title>Only this</title></head></html>"));
    assertThat(look("/x")).isInstanceOf(FeedDiscovery.Feeds.class);
    assertThat(look("/"))
        .isInstanceOfSatisfying(
            FeedDiscovery.OnlyPage.class, page -> assertThat(page.title()).isEqualTo("Only this"));
  }

  @Test
  void whatTheFilterOrRobotsForbidIsNotReadAndTheReasonSaid() {
    assertThat(discovery.look(URI.create("http://127.0.0.1/"), List.of()))
        .isInstanceOfSatisfying(
            FeedDiscovery.Nothing.class,
            nothing -> assertThat(nothing.reason()).contains("not a public address"));
    serve(Map.of("/robots.txt", "User-agent: *\nDisallow: /", "/x", FEED));
    assertThat(look("/x"))
        .isInstanceOfSatisfying(
            FeedDiscovery.Nothing.class,
            nothing -> assertThat(nothing.reason()).contains("robots.txt"));
  }

  private FeedDiscovery.Found look(String path) {
    return discovery.look(at(path), List.of("127.0.0.1:" + server.getAddress().getPort()));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void serve(Map<String, String> pages) {
    server.createContext(
        "/",
        exchange -> {
          String body = pages.get(exchange.getRequestURI().getPath());
          byte[] bytes = (body == null ? "none" : body).getBytes(StandardCharsets.UTF_8);
          exchange
              .getResponseHeaders()
              .set(
                  "Content-Type",
                  body != null && body.startsWith("<rss") ? "text/xml" : "text/html");
          exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
