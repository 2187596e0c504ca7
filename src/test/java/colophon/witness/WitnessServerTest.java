package colophon.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.tlog.AddCheckpoint;
import colophon.tlog.SignedNote;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol of c2sp.org/tlog-witness, as a log speaks it. */
class WitnessServerTest {

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;
  private ShownLog log;
  private WitnessFolder kept;
  private WitnessServer server;

  @BeforeEach
  void start() throws Exception {
    log = new ShownLog("wire.example/log").append(10);
    kept = WitnessFolder.make(folder.resolve("w"), "witness.example/w1");
    server =
        WitnessServer.start(
            new Witness(kept, List.of(log.signer.key()), Clock.systemUTC()),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void aCheckpointThatContinuesTheLastIsAnsweredWithACosignature() throws Exception {
    var first = post(log.since(0));
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(log.note().cosigned(kept.key(), first.body().getBytes(UTF_8)).check(kept.key()))
        .isEqualTo(SignedNote.Answer.SIGNED);
    log.append(7);
    assertThat(post(log.since(10)).statusCode()).isEqualTo(200);
    assertThat(post(log.since(17)).statusCode()).isEqualTo(200);
  }

  @Test
  void aStartFromAnotherSizeIsAnsweredWithTheSizeThatIsKnown() throws Exception {
    post(log.since(0));
    log.append(7);
    var stale = post(log.since(0));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).isEqualTo("10\n");
    assertThat(stale.headers().firstValue("content-type")).hasValue("text/x.tlog.size");
  }

  @Test
  void aForkIsRefusedHoweverItIsShown() throws Exception {
    post(log.since(0));
    var second = post(log.changed(4).since(10));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("the log has shown two");
    var longer = post(log.changed(4).append(5).since(10));
    assertThat(longer.statusCode()).isEqualTo(422);
    assertThat(longer.body()).contains("does not lead from the tree of 10 entries");
    assertThat(post(new AddCheckpoint(10, List.of(), log.cut(6).note())).statusCode())
        .isEqualTo(400);
    assertThat(post(log.since(10)).statusCode()).isEqualTo(200);
  }

  @Test
  void strangersAndOtherRequestsAreTurnedAway() throws Exception {
    assertThat(post(new ShownLog("other.example/log").append(1).since(0)).statusCode())
        .isEqualTo(404);
    assertThat(post(new ShownLog("wire.example/log").append(1).since(0)).statusCode())
        .isEqualTo(403);
    assertThat(post("no request").statusCode()).isEqualTo(400);
    assertThat(post("x".repeat(AddCheckpoint.MOST_BYTES + 1)).statusCode()).isEqualTo(413);
    var get = HttpRequest.newBuilder(address("/add-checkpoint")).build();
    assertThat(send(get).statusCode()).isEqualTo(405);
    assertThat(send(HttpRequest.newBuilder(address("/")).build()).statusCode()).isEqualTo(404);
  }

  @Test
  void oneThatNeverFinishesItsRequestHoldsNobodyUp() throws Exception {
    try (var dripping = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      dripping
          .getOutputStream()
          .write(
              "POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 9\r\n\r\no"
                  .getBytes(UTF_8));
      dripping.getOutputStream().flush();
      assertThat(post(log.since(0)).statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> post(AddCheckpoint request) throws Exception {
    return post(request.format());
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(
        HttpRequest.newBuilder(address("/add-checkpoint"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
