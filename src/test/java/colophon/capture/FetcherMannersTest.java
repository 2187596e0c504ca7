package colophon.capture;

import static colophon.capture.HostileServer.bytes;
import static colophon.capture.HostileServer.page;
import static colophon.capture.HostileServer.redirect;
import static colophon.capture.HostileServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How a fetcher behaves towards a host. */
class FetcherMannersTest extends FetcherBench {

  @Test
  void respectsRobotsTxt() {
    server.on(
        "/robots.txt",
        page(
            "text/plain",
            "User-agent: colophon\nDisallow: /private\n\nUser-agent: *\nDisallow: /"));
    server.on("/open", page("text/html", "x")).on("/private/x", page("text/html", "x"));
    server.on("/door", redirect("/private/x"));

    assertThat(fetched("/open").status()).isEqualTo(200);
    assertThat(refused("/private/x")).contains("robots.txt of 127.0.0.1 forbids it");
    assertThat(refused("/door")).contains("robots.txt of 127.0.0.1 forbids it");
    assertThat(server.asked("/private/x")).isZero();
    assertThat(server.asked("/robots.txt")).as("kept for a day").isEqualTo(1);
  }

  @Test
  void readsTheStartOfAnOversizedRobotsTxt() {
    server.on(
        "/robots.txt",
        page("text/plain", "User-agent: *\nDisallow: /no\n" + "# padding\n".repeat(5_000)));
    server.on("/yes", page("text/html", "x"));

    assertThat(refused("/no")).contains("robots.txt of 127.0.0.1 forbids it");
    assertThat(fetched("/yes").status()).isEqualTo(200);
  }

  @Test
  void readsNothingWhereRobotsTxtCannotBeRead() {
    server.on("/robots.txt", status(503)).on("/a", page("text/html", "x"));

    FetchOutcome.Failed failed = failed("/a");

    assertThat(failed.reason()).contains("robots.txt of 127.0.0.1 cannot be read", "answers 503");
    assertThat(failed.tryAgainAfter()).isEqualTo(Fixtures.NOW.plus(Fixtures.BRISK.robotsRetry()));
    assertThat(server.asked("/a")).isZero();
  }

  @Test
  void honoursRetryAfterWithACap() {
    server
        .on("/busy", status(429, "Retry-After: 120"))
        .on("/later", status(503, "Retry-After: 999999"));
    server.on("/a", page("text/html", "x"));

    FetchOutcome.Failed failed = failed("/busy");

    assertThat(failed.tryAgainAfter()).isEqualTo(Fixtures.NOW.plusSeconds(120));
    assertThat(failed.reason()).contains("answers 429", "asked too often");
    assertThat(failed("/a").reason()).contains("asked to be left alone");
    assertThat(server.asked("/a")).isZero();
    try (Fetcher other = Fixtures.fetcher(Path.of(""))) {
      assertThat(((FetchOutcome.Failed) other.fetch(server.at("/later"), local())).tryAgainAfter())
          .isEqualTo(Fixtures.NOW.plus(Fixtures.BRISK.mostRetryAfter()));
    }
  }

  @Test
  void leavesAHostAloneAfterThreeFailures() {
    server.on("/x", status(500)).on("/a", page("text/html", "x"));
    failed("/x");
    failed("/x");
    assertThat(fetched("/a").status()).as("one success starts the count again").isEqualTo(200);
    failed("/x");
    failed("/x");
    failed("/x");

    FetchOutcome.Failed rested = failed("/a");

    assertThat(rested.reason()).contains("failed 3 times in a row");
    assertThat(rested.tryAgainAfter())
        .isBetween(Fixtures.NOW.plusSeconds(15), Fixtures.NOW.plusSeconds(30));
  }

  @Test
  void asksAHostOneThingAtATime() throws InterruptedException {
    server.on(
        "/page",
        (request, out) -> {
          Thread.sleep(10);
          page("text/html", "x").answer(request, out);
        });
    var threads =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(i -> Thread.ofVirtual().start(() -> fetched("/page")))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(server.asked("/page")).isEqualTo(8);
    assertThat(server.mostOpen()).isEqualTo(1);
  }

  @Test
  void followsTheRedirectOfARobotsTxtAndAllowsAllWhereItLeadsAstray() throws IOException {
    server.on("/robots.txt", redirect("/real-robots.txt"));
    server.on("/real-robots.txt", page("text/plain", "User-agent: *\nDisallow: /no\n"));
    server.on("/yes", page("text/html", "x")).on("/no", page("text/html", "x"));
    assertThat(refused("/no")).contains("robots.txt of 127.0.0.1 forbids it");
    assertThat(fetched("/yes").status()).isEqualTo(200);

    try (var other = HostileServer.start();
        Fetcher fresh = Fixtures.fetcher(Path.of(""))) {
      other.on("/robots.txt", redirect("/robots.txt")).on("/a", page("text/html", "x"));
      Source source = Fixtures.source(SourceKind.PAGE, other.at("/a"), "127.0.0.1:" + other.port());
      assertThat(fresh.fetch(other.at("/a"), source)).isInstanceOf(FetchOutcome.Fetched.class);
    }
  }

  @Test
  void pausesAsLongAsRobotsTxtAsksBetweenRequests() {
    var pauses = new CopyOnWriteArrayList<Duration>();
    server.on("/robots.txt", page("text/plain", "User-agent: *\nCrawl-delay: 4\n"));
    server.on("/a", page("text/html", "x")).on("/b", page("text/html", "x"));
    try (var patient =
        new Fetcher(
            Fixtures.AGENT,
            Fixtures.SMALL,
            Fixtures.BRISK,
            Path.of(""),
            () -> Fixtures.NOW,
            new Random(1),
            InetAddress::getAllByName,
            pauses::add)) {
      patient.fetch(server.at("/a"), local());
      patient.fetch(server.at("/b"), local());
    }
    assertThat(pauses)
        .as("before the page, which follows robots.txt, and before the next page")
        .containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4));
  }

  @Test
  void learnsThatAPageHasNotChanged() {
    server.on(
        "/p",
        (request, out) ->
            ("\"v1\"".equals(request.headers().get("if-none-match"))
                    ? status(304)
                    : bytes(200, new byte[] {'p'}, "ETag: \"v1\"", "Last-Modified: x"))
                .answer(request, out));
    Snapshot first = fetched("/p");
    Validators validators = Validators.of(first).orElseThrow();

    FetchOutcome second = fetcher.fetch(server.at("/p"), local(), validators);

    assertThat(validators).isEqualTo(new Validators("\"v1\"", "x"));
    assertThat(second).isEqualTo(new FetchOutcome.NotModified(server.at("/p")));
    assertThat(server.requests().getLast().headers()).containsEntry("if-modified-since", "x");
  }
}
