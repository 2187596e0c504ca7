package colophon.capture;

import static colophon.capture.HostileServer.bytes;
import static colophon.capture.HostileServer.head;
import static colophon.capture.HostileServer.page;
import static colophon.capture.HostileServer.redirect;
import static colophon.capture.HostileServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FetcherTest {

  private HostileServer server;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = HostileServer.start();
    fetcher = Fixtures.fetcher(Path.of("").toAbsolutePath());
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  @Test
  void keepsTheBytesAndBothSidesHeaders() {
    server.on("/a", page("text/html; charset=utf-8", "<p>Größe"));

    Snapshot snapshot = fetched("/a");

    assertThat(snapshot.body()).isEqualTo("<p>Größe".getBytes(StandardCharsets.UTF_8));
    assertThat(snapshot.digest()).isEqualTo(Digest.of(snapshot.body()));
    assertThat(snapshot.decodedDigest()).isEqualTo(snapshot.digest());
    assertThat(snapshot.requested()).isEqualTo(server.at("/a"));
    assertThat(snapshot.landed()).isEqualTo(server.at("/a"));
    assertThat(snapshot.readerLink()).isEqualTo(server.at("/a"));
    assertThat(snapshot.fetchedAt()).isEqualTo(Fixtures.NOW);
    assertThat(snapshot.requestHeaders())
        .containsEntry("user-agent", List.of("Colophon/0.1.0 (+https://newsroom.example/robots)"))
        .containsEntry("accept-encoding", List.of("gzip"))
        .containsKey("host")
        .doesNotContainKeys("cookie", "upgrade", "authorization");
    assertThat(snapshot.responseHeaders())
        .containsEntry("content-type", List.of("text/html; charset=utf-8"));
  }

  @Test
  void keepsACompressedBodyAsReceivedAndDecodesItOnRequest() throws IOException {
    byte[] plain = "a page".getBytes(StandardCharsets.UTF_8);
    server.on("/gz", bytes(200, gzip(plain), "Content-Encoding: gzip"));

    Snapshot snapshot = fetched("/gz");

    assertThat(snapshot.body()).isEqualTo(gzip(plain));
    assertThat(snapshot.decodedDigest()).isEqualTo(Digest.of(plain));
    assertThat(SnapshotBody.decoded(snapshot)).isEqualTo(plain);
  }

  @Test
  void readsAPageThatIsOnlySaidToBeCompressed() {
    server.on(
        "/liar", bytes(200, "plain".getBytes(StandardCharsets.UTF_8), "Content-Encoding: gzip"));

    assertThat(SnapshotBody.decoded(fetched("/liar"))).asString().isEqualTo("plain");
  }

  @Test
  void refusesAGzipBomb() throws IOException {
    server.on("/bomb", bytes(200, gzip(new byte[10_000_000]), "Content-Encoding: gzip"));

    assertThat(refused("/bomb")).contains("grow beyond the limit of 200000");
  }

  @Test
  void refusesAnEncodingThatWasNotAskedFor() {
    server.on("/br", bytes(200, new byte[] {1, 2, 3}, "Content-Encoding: br"));

    assertThat(refused("/br")).contains("packed as br", "only gzip was asked for");
  }

  @Test
  void failsOnADamagedGzipBody() throws IOException {
    byte[] whole = gzip(new byte[5_000]);
    server.on(
        "/cut",
        bytes(200, java.util.Arrays.copyOf(whole, whole.length - 9), "Content-Encoding: gzip"));

    assertThat(refused("/cut")).contains("gzip packing is damaged");
  }

  @Test
  void refusesABodyThatIsAnnouncedTooLargeWithoutReadingIt() {
    server.on("/huge", (request, out) -> out.write(head(200, "Content-Length: 99999999999", "")));

    assertThat(refused("/huge")).contains("larger than the limit of 100000 bytes");
  }

  @Test
  void refusesABodyThatTurnsOutTooLarge() {
    server.on(
        "/endless",
        (request, out) -> {
          out.write(head(200, ""));
          byte[] block = new byte[8_192];
          for (int i = 0; i < 10_000; i++) {
            out.write(block);
          }
        });

    assertThat(refused("/endless")).contains("larger than the limit of 100000 bytes");
  }

  @Test
  void abortsAHostThatDripsItsBody() {
    server.on(
        "/drip",
        (request, out) -> {
          out.write(head(200, "Content-Length: 1000", ""));
          for (int i = 0; i < 1000; i++) {
            out.write('x');
            out.flush();
            Thread.sleep(20);
          }
        });

    beHasty();

    assertThat(failed("/drip").reason()).contains("had not answered in full after 300 ms");
  }

  @Test
  void abortsAHostThatDripsItsHeaders() {
    server.on(
        "/slow",
        (request, out) -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 1000; i++) {
            out.write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(20);
          }
        });

    beHasty();

    assertThat(failed("/slow").reason()).contains("had not answered in full after 300 ms");
  }

  @Test
  void abortsAnEncryptedConnectionThatIsNeverMade() throws IOException {
    beHasty();
    try (var silent = new java.net.ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/");

      assertThat(
              ((FetchOutcome.Failed) fetch(address, "127.0.0.1:" + silent.getLocalPort())).reason())
          .contains("robots.txt", "had not answered in full after 300 ms");
    }
  }

  @Test
  void failsOnABodyShorterThanAnnounced() {
    server.on(
        "/short",
        (request, out) -> {
          out.write(head(200, "Content-Length: 1000", ""));
          out.write(new byte[10]);
        });

    assertThat(failed("/short").reason()).contains("broke off its answer");
  }

  @Test
  void failsOnWhatIsNotHttp() {
    server.on(
        "/smtp",
        (request, out) -> out.write("220 mail ready\r\n".getBytes(StandardCharsets.UTF_8)));

    assertThat(failed("/smtp").reason()).contains("gave no answer in HTTP");
  }

  @Test
  void followsRedirectsAndKeepsWhereTheyLed() {
    server.on("/1", redirect("2?x=1#top")).on("/2?x=1", redirect(server.at("/3").toString()));
    server.on("/3", page("text/html", "here"));

    Snapshot snapshot = fetched("/1");

    assertThat(snapshot.requested()).isEqualTo(server.at("/1"));
    assertThat(snapshot.landed()).isEqualTo(server.at("/3"));
  }

  @Test
  void leavesARedirectLoop() {
    server.on("/a", redirect("/b")).on("/b", redirect("/a"));

    assertThat(failed("/a").reason()).contains("go round in a circle");
  }

  @Test
  void followsFiveRedirectsAndNoMore() {
    for (int i = 0; i < 6; i++) {
      server.on("/" + i, redirect("/" + (i + 1)));
    }
    server.on("/6", page("text/html", "far"));

    assertThat(fetched("/1").landed()).isEqualTo(server.at("/6"));
    assertThat(failed("/0").reason()).contains("redirects more than 5 times");
  }

  @Test
  void refusesRedirectsToPlacesThatAreNotTheWeb() {
    server.on("/file", redirect("file:///etc/passwd"));
    server.on("/ftp", redirect("ftp://127.0.0.1/x"));
    server.on("/user", redirect("http://me:secret@127.0.0.1:" + server.port() + "/x"));
    server.on("/port", redirect("http://127.0.0.1:1/x"));
    server.on("/meta", redirect("http://169.254.169.254/latest/meta-data/"));
    server.on("/loop", redirect("http://[::1]/"));
    server.on("/mapped", redirect("http://[::ffff:10.0.0.1]/"));
    server.on("/number", redirect("http://2130706433/"));

    assertThat(refused("/file")).contains("may not lead to a file");
    assertThat(failed("/ftp").reason()).contains("redirects to no address that can be read");
    assertThat(refused("/user")).contains("carries a user name").doesNotContain("secret");
    assertThat(refused("/port")).contains("port 1 of 127.0.0.1", "allows 127.0.0.1:1");
    assertThat(refused("/meta")).contains("169.254.169.254", "not a public address");
    assertThat(refused("/loop")).contains("not a public address");
    assertThat(refused("/mapped")).contains("not a public address");
    assertThat(refused("/number")).contains("127.0.0.1", "not a public address");
  }

  @Test
  void refusesANameThatLeadsToLoopback() throws IOException {
    try (Fetcher rebound =
        Fixtures.fetcher(
            Path.of(""),
            Fixtures.SMALL,
            host -> new InetAddress[] {InetAddress.getLoopbackAddress()})) {
      Source source = Fixtures.source(SourceKind.PAGE, URI.create("http://innocent.example/"));

      FetchOutcome outcome = rebound.fetch(URI.create("http://innocent.example/"), source);

      assertThat(outcome).isInstanceOf(FetchOutcome.Refused.class);
      assertThat(reason(outcome)).contains("innocent.example leads to 127.0.0.1");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void refusesAClosedPortBeforeAnyLookup() {
    var lookups = new AtomicInteger();
    NameServer counting =
        host -> {
          lookups.incrementAndGet();
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
    try (Fetcher fetching = Fixtures.fetcher(Path.of(""), Fixtures.SMALL, counting)) {
      URI address = URI.create("http://innocent.example:" + server.port() + "/x");
      Source source = Fixtures.source(SourceKind.PAGE, address, "other.example:" + server.port());

      assertThat(reason(fetching.fetch(address, source))).contains("only 80 and 443 are open");
      assertThat(lookups).hasValue(0);
    }
  }

  @Test
  void connectsToTheAddressThatWasFilteredWithoutAskingAgain() {
    var lookups = new AtomicInteger();
    NameServer fickle =
        host ->
            new InetAddress[] {
              lookups.getAndIncrement() == 0
                  ? InetAddress.getLoopbackAddress()
                  : InetAddress.ofLiteral("10.0.0.1")
            };
    server.on("/robots.txt", status(404)).on("/x", page("text/html", "x"));
    try (Fetcher fetching = Fixtures.fetcher(Path.of(""), Fixtures.SMALL, fickle)) {
      URI robots = URI.create("http://papers.example:" + server.port() + "/robots.txt");
      Source source = Fixtures.source(SourceKind.PAGE, robots, "papers.example:" + server.port());

      fetching.fetch(robots, source);
      assertThat(server.asked("/robots.txt")).isEqualTo(1);
      assertThat(lookups).as("one lookup a connection").hasValue(2);
    }
  }

  @Test
  void saysThatANameIsUnknown() {
    NameServer none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (Fetcher fetching = Fixtures.fetcher(Path.of(""), Fixtures.SMALL, none)) {
      URI address = URI.create("http://no-such.example/");

      assertThat(reason(fetching.fetch(address, Fixtures.source(SourceKind.PAGE, address))))
          .contains("the name no-such.example is not known");
    }
  }

  @Test
  void doesNotWaitForANameServerThatSleeps() {
    NameServer asleep =
        host -> {
          try {
            Thread.sleep(Duration.ofSeconds(15));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new InetAddress[0];
        };
    try (Fetcher fetching = Fixtures.fetcher(Path.of(""), Fixtures.HASTY, asleep)) {
      URI address = URI.create("http://asleep.example/");

      assertThat(fetching.fetch(address, Fixtures.source(SourceKind.PAGE, address)))
          .isInstanceOf(FetchOutcome.Failed.class);
    }
  }

  @Test
  void refusesUserInformationAndOtherSchemes() {
    assertThat(reason(fetch(URI.create("http://a:b@127.0.0.1:" + server.port() + "/"))))
        .contains("carries a user name");
    assertThat(reason(fetch(URI.create("gopher://127.0.0.1/"))))
        .contains("only http, https and file");
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
  void saysWhatAStatusMeans() {
    server.on("/gone", status(410)).on("/login", status(401));

    assertThat(failed("/nowhere").reason()).contains("answers 404", "nothing is there");
    assertThat(failed("/gone").reason()).contains("taken away for good");
    assertThat(failed("/login").reason()).contains("wants a login");
  }

  @Test
  void readsAnEmptyPageAsAnEmptySnapshot() {
    server.on("/empty", bytes(200, new byte[0], "Content-Encoding: gzip"));

    assertThat(fetched("/empty").body()).isEmpty();
  }

  @Test
  void neverShowsAPasswordOfAnAddress() {
    URI address = URI.create("http://me:hidden@127.0.0.1:" + server.port() + "/x");

    assertThat(reason(fetch(address))).contains("carries a user name").doesNotContain("hidden");
  }

  @Test
  void putsAHostsWordsOnOneLineWithoutCharactersThatAct() {
    server.on("/esc", bytes(200, new byte[] {1}, "Content-Encoding: br\u001b[2J\0\u0007"));

    assertThat(refused("/esc")).contains("packed as br").doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void saysWhatIsWrongWithTheEncryption() throws Exception {
    URI plain = URI.create("https://127.0.0.1:" + server.port() + "/x");
    assertThat(reason(fetch(plain, "127.0.0.1:" + server.port())))
        .contains("127.0.0.1 does not encrypt at that port");
    try (SSLServerSocket own = SelfSigned.listen()) {
      Thread.ofVirtual().start(() -> SelfSigned.shakeHands(own));
      URI address = URI.create("https://localhost:" + own.getLocalPort() + "/x");

      assertThat(reason(fetch(address, "localhost:" + own.getLocalPort())))
          .contains("the certificate of localhost is not one that this machine trusts");
    }
  }

  @Test
  void saysThatHeadersAreTooMany() {
    server.on(
        "/flood",
        (request, out) -> {
          out.write(head(200));
          out.write("X: y\r\n".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        });

    assertThat(failed("/flood").reason()).contains("more than 200 header lines");
  }

  @Test
  void isNotLedAstrayByABodyLongerThanAnnounced() {
    server.on(
        "/long",
        (request, out) ->
            out.write(
                ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n"
                        + "okHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged")
                    .getBytes(StandardCharsets.UTF_8)));
    server.on("/next", page("text/plain", "true"));

    assertThat(fetched("/long").body()).asString().isEqualTo("ok");
    assertThat(fetched("/next").body()).asString().isEqualTo("true");
  }

  @Test
  void leavesRedirectsThatTakeTooLongTogether() {
    var now = new AtomicReference<>(Fixtures.NOW);
    for (int i = 0; i < 5; i++) {
      HostileServer.Behaviour onwards = redirect("/" + (i + 1));
      server.on(
          "/" + i,
          (request, out) -> {
            now.updateAndGet(instant -> instant.plusSeconds(7));
            onwards.answer(request, out);
          });
    }
    server.on("/5", page("text/html", "far"));
    try (var slow =
        new Fetcher(
            Fixtures.AGENT,
            Fixtures.SMALL,
            Fixtures.BRISK,
            Path.of(""),
            now::get,
            new Random(1),
            InetAddress::getAllByName,
            duration -> {})) {
      assertThat(reason(slow.fetch(server.at("/0"), local())))
          .contains("its redirects had led to no page after 24 s");
    }
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

  private void beHasty() {
    fetcher.close();
    fetcher = Fixtures.fetcher(Path.of(""), Fixtures.HASTY, InetAddress::getAllByName);
  }

  private Source local() {
    return Fixtures.source(SourceKind.PAGE, server.at("/"), "127.0.0.1:" + server.port());
  }

  private FetchOutcome fetch(URI address, String... allow) {
    return fetcher.fetch(
        address, allow.length == 0 ? local() : Fixtures.source(SourceKind.PAGE, address, allow));
  }

  private Snapshot fetched(String path) {
    FetchOutcome outcome = fetch(server.at(path));
    assertThat(outcome).as(String.valueOf(outcome)).isInstanceOf(FetchOutcome.Fetched.class);
    return ((FetchOutcome.Fetched) outcome).snapshot();
  }

  private String refused(String path) {
    FetchOutcome outcome = fetch(server.at(path));
    assertThat(outcome).isInstanceOf(FetchOutcome.Refused.class);
    assertThat(reason(outcome)).contains(server.at(path).toString()).endsWith(".");
    return reason(outcome);
  }

  private FetchOutcome.Failed failed(String path) {
    FetchOutcome outcome = fetch(server.at(path));
    assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
    assertThat(reason(outcome)).contains(server.at(path).toString()).endsWith(".");
    return (FetchOutcome.Failed) outcome;
  }

  private static String reason(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Failed failed -> failed.reason();
      case FetchOutcome.Refused refused -> refused.reason();
      case FetchOutcome.Fetched fetched ->
          throw new AssertionError("fetched " + fetched.requested());
      case FetchOutcome.NotModified same -> throw new AssertionError("same " + same.requested());
    };
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(plain);
    }
    return out.toByteArray();
  }
}
