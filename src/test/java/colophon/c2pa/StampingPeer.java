package colophon.c2pa;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/** A time-stamping authority that speaks RFC 3161 over HTTP, on this machine. */
public final class StampingPeer implements AutoCloseable {

  /** How it answers. */
  public enum Mood {
    HONEST,
    ANSWERS_ANOTHER_QUESTION,
    ANSWERS_PROSE,
    OUT_OF_ORDER,
    ENDLESS
  }

  private final TestAuthority authority = new TestAuthority("SAMPLE stamping root");
  private final KeyPair keys = TestAuthority.keys("EC", "secp256r1");
  private final X509Certificate certificate;
  private final Instant time;
  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Mood mood = Mood.HONEST;

  /**
   * @param time what its clock says
   */
  public StampingPeer(Instant time) throws IOException {
    this.time = time;
    certificate =
        TestAuthority.order(keys)
            .purposes(TestAuthority.TIME_STAMPING)
            .valid(time.minus(Duration.ofDays(2)), Duration.ofDays(400))
            .make(authority);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/stamp",
        exchange -> {
          asked.incrementAndGet();
          byte[] request = exchange.getRequestBody().readAllBytes();
          boolean question =
              "application/timestamp-query"
                  .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
          byte[] answer = question ? answer(request) : new byte[0];
          exchange
              .getResponseHeaders()
              .add(
                  "Content-Type",
                  mood == Mood.ANSWERS_PROSE ? "text/html" : "application/timestamp-reply");
          exchange.sendResponseHeaders(mood == Mood.OUT_OF_ORDER ? 503 : 200, answer.length);
          try (var body = exchange.getResponseBody()) {
            body.write(answer);
          } catch (IOException e) {
            // Who asked has heard enough.
          }
        });
    server.start();
  }

  private byte[] answer(byte[] request) throws IOException {
    return switch (mood) {
      case HONEST, OUT_OF_ORDER ->
          TestAuthority.answer(new TimeStampRequest(request), certificate, keys, time).getEncoded();
      case ANSWERS_ANOTHER_QUESTION -> {
        var other = new TimeStampRequestGenerator();
        other.setCertReq(true);
        yield TestAuthority.answer(
                other.generate(TSPAlgorithms.SHA256, new byte[32]), certificate, keys, time)
            .getEncoded();
      }
      case ANSWERS_PROSE -> "<h1>Welcome</h1>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      case ENDLESS -> new byte[4 * 1024 * 1024];
    };
  }

  /** How it answers from now on. */
  public void is(Mood next) {
    mood = next;
  }

  /** Where it is asked. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stamp");
  }

  /** How often it was asked. */
  public int asked() {
    return asked.get();
  }

  /** Its root, as PEM. */
  public String root() {
    return SampleCredentials.pem(authority.root);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
