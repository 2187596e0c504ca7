package colophon.witness;

import colophon.tlog.AddCheckpoint;
import colophon.tlog.Witnessing;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A witness over HTTP (c2sp.org/tlog-witness): {@code POST /add-checkpoint}, and nothing else. */
public final class WitnessServer implements AutoCloseable {

  /** A request must be there in full within this time. */
  static final Duration DEADLINE = Duration.ofSeconds(10);

  /** The requests worked on at once; others are told to come again. */
  private static final int MOST_AT_ONCE = 32;

  private static final String PATH = "/add-checkpoint";
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);

  private final Witness witness;
  private final HttpServer server;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("witness-deadline").factory());

  private WitnessServer(Witness witness, HttpServer server) {
    this.witness = witness;
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param address port 0 takes any free one
   */
  public static WitnessServer start(Witness witness, InetSocketAddress address) throws IOException {
    // The server's own limits for a request whose head drips in; read when it is first made.
    String seconds = Long.toString(DEADLINE.toSeconds());
    System.setProperty("sun.net.httpserver.maxReqTime", seconds);
    System.setProperty("sun.net.httpserver.maxRspTime", seconds);
    var started = new WitnessServer(witness, HttpServer.create(address, MOST_AT_ONCE));
    started.server.createContext("/", started::handle);
    started.server.setExecutor(started.workers);
    started.server.start();
    return started;
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var alarm = timer.schedule(exchange::close, DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    boolean admitted = places.tryAcquire();
    try (exchange) {
      Reply reply = admitted ? reply(exchange) : new Reply(503, PLAIN, "Come again later.\n");
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    } finally {
      alarm.cancel(false);
      if (admitted) {
        places.release();
      }
    }
  }

  private record Reply(int status, String type, String body) {}

  private Reply reply(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      return new Reply(404, PLAIN, "A witness answers POST " + PATH + " only.\n");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return new Reply(405, PLAIN, "A witness answers POST " + PATH + " only.\n");
    }
    byte[] request = exchange.getRequestBody().readNBytes(AddCheckpoint.MOST_BYTES + 1);
    if (request.length > AddCheckpoint.MOST_BYTES) {
      return new Reply(
          413, PLAIN, "A request has at most " + AddCheckpoint.MOST_BYTES + " bytes.\n");
    }
    try {
      return switch (witness.add(request)) {
        case Witness.Answer.Cosigned cosigned ->
            new Reply(200, PLAIN, cosigned.signature().format() + "\n");
        case Witness.Answer.Refused refused -> refusal(refused.outcome());
      };
    } catch (WitnessFolderException e) {
      LOG.error("A request could not be decided on: {}", e.getMessage());
      return new Reply(500, PLAIN, "The witness cannot reach what it keeps.\n");
    }
  }

  private static Reply refusal(Witnessing.Outcome outcome) {
    return switch (outcome) {
      case Witnessing.Outcome.Malformed malformed -> said(400, malformed.sentence());
      case Witnessing.Outcome.UnknownKey unknown -> said(403, unknown.sentence());
      case Witnessing.Outcome.UnknownLog unknown -> said(404, unknown.sentence());
      case Witnessing.Outcome.Stale stale ->
          new Reply(409, "text/x.tlog.size", stale.size() + "\n");
      case Witnessing.Outcome.Forked forked -> said(409, forked.sentence());
      case Witnessing.Outcome.Unproven unproven -> said(422, unproven.sentence());
      case Witnessing.Outcome.Cosign cosign ->
          throw new IllegalStateException("a decision to cosign is no refusal");
    };
  }

  private static Reply said(int status, String sentence) {
    LOG.warn("Refused with {}: {}", status, sentence);
    return new Reply(status, PLAIN, sentence + "\n");
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
    timer.shutdownNow();
  }
}
