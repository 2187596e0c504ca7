package colophon.capture;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on loopback that misbehaves exactly as it is told, one request a connection. */
public final class HostileServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();

  /** Writes an answer, or half of one. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(Request request, OutputStream out) throws Exception;
  }

  public record Request(String path, Map<String, String> headers) {}

  private HostileServer(ServerSocket socket) {
    this.socket = socket;
  }

  public static HostileServer start() throws IOException {
    var server = new HostileServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(server::accept);
    return server;
  }

  public int port() {
    return socket.getLocalPort();
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public HostileServer on(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
    return this;
  }

  /** The requests so far, without those for robots.txt. */
  public List<Request> requests() {
    return requests.stream().filter(request -> !request.path().equals("/robots.txt")).toList();
  }

  public long asked(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).count();
  }

  /** How many requests were open at one time at most. */
  public int mostOpen() {
    return mostOpen.get();
  }

  public static Behaviour page(String mediaType, String text) {
    return bytes(200, text.getBytes(StandardCharsets.UTF_8), "Content-Type: " + mediaType);
  }

  public static Behaviour status(int status, String... headers) {
    return bytes(status, new byte[0], headers);
  }

  public static Behaviour redirect(String target) {
    return status(302, "Location: " + target);
  }

  public static Behaviour bytes(int status, byte[] body, String... headers) {
    return (request, out) -> {
      out.write(head(status, headers));
      out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      out.write(body);
    };
  }

  /** A status line and headers without the empty line that ends them. */
  public static byte[] head(int status, String... headers) {
    var text = new StringBuilder("HTTP/1.1 " + status + " Because\r\nConnection: close\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    boolean counted = true;
    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
    try (connection) {
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = in.readLine();
      if (line == null) {
        return;
      }
      if (!line.contains(" /")) {
        connection
            .getOutputStream()
            .write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return;
      }
      String path = line.split(" ")[1];
      var headers = new TreeMap<String, String>();
      for (line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      var request = new Request(path, headers);
      requests.add(request);
      // A small answer leaves with the flush, after the request has ceased to count as open.
      OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 64 << 10);
      behaviours.getOrDefault(path, status(404)).answer(request, out);
      open.decrementAndGet();
      counted = false;
      out.flush();
    } catch (Exception e) {
      // The client has gone, which is what many of these tests are about.
    } finally {
      if (counted) {
        open.decrementAndGet();
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
