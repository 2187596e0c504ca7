package colophon.capture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends something to an address that an operator named: under the rules by which sources are read,
 * no address that is not public and no port but 80 and 443, unless it is allowed by name. No
 * redirects, cookies, retries, credentials or proxies, and a timer that ends the exchange.
 */
public final class PostWire implements AutoCloseable {

  /** The largest answer read, in bytes. */
  public static final int MOST_ANSWER_BYTES = 16 * 1024;

  private static final Duration LOOKUP = Duration.ofSeconds(5);

  /**
   * What came back.
   *
   * @param body its first {@value #MOST_ANSWER_BYTES} bytes
   * @param cut whether there were more
   */
  public record Answer(int status, byte[] body, boolean cut) {}

  /** The deadline came before the answer. */
  public static final class LateException extends IOException {
    private static final long serialVersionUID = 1L;

    LateException(Duration deadline, Exception cause) {
      super("it did not answer within " + deadline.toSeconds() + " s", cause);
    }
  }

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("post-deadline").factory());

  /**
   * Posts a body and reads the answer.
   *
   * @param headers what the body is among them
   * @param allow entries as of a source: {@code HOST} or {@code HOST:PORT}
   * @param deadline for all of it
   * @throws IOException with words that follow "since"
   */
  public Answer post(
      URI address, Map<String, String> headers, byte[] body, List<String> allow, Duration deadline)
      throws IOException {
    AllowList list = AllowList.of(allow, Path.of(""));
    if (!list.allowsPort(address)) {
      int port = WebAddress.port(address);
      throw new IOException(
          "port " + port + " is not opened; allow " + address.getHost() + ":" + port);
    }
    var post = new HttpPost(address);
    headers.forEach(post::setHeader);
    post.setEntity(new ByteArrayEntity(body, null));
    var late = new AtomicBoolean();
    var alarm =
        timer.schedule(
            () -> {
              late.set(true);
              post.cancel();
            },
            deadline.toNanos(),
            TimeUnit.NANOSECONDS);
    try (CloseableHttpClient client = client(list, Timeout.of(deadline))) {
      return answer(client, post, address);
    } catch (IOException e) {
      throw late.get() ? new LateException(deadline, e) : new IOException(why(e), e);
    } catch (RuntimeException e) {
      // A client that is cancelled between two steps answers with an unchecked exception.
      if (late.get()) {
        throw new LateException(deadline, e);
      }
      throw e;
    } finally {
      alarm.cancel(false);
    }
  }

  private static Answer answer(CloseableHttpClient client, HttpPost post, URI address)
      throws IOException {
    var target = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    ClassicHttpResponse response = client.executeOpen(target, post, null);
    try {
      HttpEntity entity = response.getEntity();
      byte[] body =
          entity == null ? new byte[0] : entity.getContent().readNBytes(MOST_ANSWER_BYTES + 1);
      boolean cut = body.length > MOST_ANSWER_BYTES;
      if (cut) {
        // Cancelled first, since closing alone would read the rest.
        post.cancel();
      }
      return new Answer(
          response.getCode(), cut ? Arrays.copyOf(body, MOST_ANSWER_BYTES) : body, cut);
    } finally {
      Closer.closeQuietly(response);
    }
  }

  private static String why(IOException e) {
    return switch (e) {
      case AddressRefusedException refused -> String.valueOf(refused.getMessage());
      case java.net.UnknownHostException unknown -> "there is no host " + unknown.getMessage();
      case java.net.ConnectException refused -> "it cannot be reached";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  private static CloseableHttpClient client(AllowList allow, Timeout deadline) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names(allow))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(deadline)
                        .setSocketTimeout(deadline)
                        .build())
                .build())
        .setUserAgent("Colophon")
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(deadline)
                .setConnectionRequestTimeout(deadline)
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableContentCompression()
        .build();
  }

  private static FilteredNames names(AllowList allow) {
    return new FilteredNames(InetAddress::getAllByName, allow, LOOKUP);
  }

  /**
   * Makes sockets for another protocol under the same rules: what they connect to is looked up and
   * filtered there.
   *
   * @param ports that are open on public addresses
   */
  public static SocketFactory sockets(List<String> allow, List<Integer> ports) {
    return new FilteredSockets(AllowList.of(allow, Path.of("")), List.copyOf(ports));
  }

  private static final class FilteredSockets extends SocketFactory {

    private final AllowList allow;
    private final List<Integer> ports;

    FilteredSockets(AllowList allow, List<Integer> ports) {
      this.allow = allow;
      this.ports = ports;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress wanted, int timeout) throws IOException {
          if (!(wanted instanceof InetSocketAddress to)) {
            throw new SocketException("an address of no known kind");
          }
          super.connect(filtered(to.getHostString(), to.getPort()), timeout);
        }
      };
    }

    private SocketAddress filtered(String host, int port) throws IOException {
      if (!ports.contains(port) && !allow.opens(host, port)) {
        throw new SocketException("port " + port + " is not opened; allow " + host + ":" + port);
      }
      return names(allow).resolve(host, port).getFirst();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      Socket socket = createSocket();
      socket.connect(InetSocketAddress.createUnresolved(host, port), 0);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return createSocket(host.getHostAddress(), port);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
