package colophon.capture;

import static colophon.capture.HostileServer.bytes;
import static colophon.capture.HostileServer.head;
import static colophon.capture.HostileServer.page;
import static colophon.capture.HostileServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;

/** What a fetcher makes of what it is sent. */
class FetcherTest extends FetcherBench {

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
}
