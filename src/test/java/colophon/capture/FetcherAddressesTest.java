package colophon.capture;

import static colophon.capture.HostileServer.page;
import static colophon.capture.HostileServer.redirect;
import static colophon.capture.HostileServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Where a fetcher is led, and where it does not go. */
class FetcherAddressesTest extends FetcherBench {

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
  void neverShowsAPasswordOfAnAddress() {
    URI address = URI.create("http://me:hidden@127.0.0.1:" + server.port() + "/x");

    assertThat(reason(fetch(address))).contains("carries a user name").doesNotContain("hidden");
  }
}
