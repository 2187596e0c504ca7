package colophon.publication;

import colophon.capture.AddressFilter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * One POST to a witness: no redirects, cookies, retries or proxies, a timer that aborts the
 * exchange at its deadline, and no address that is not public unless the witness is a local one.
 */
final class WitnessWire implements AutoCloseable {

  /** The largest answer read, in bytes; a cosignature has about 150. */
  static final int MOST_ANSWER_BYTES = 16 * 1024;

  /** The words for an answer that was not there at the deadline. */
  static final String LATE = "it did not answer in time";

  /** What came back. */
  record Answer(int status, byte[] body) {}

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("witness-deadline").factory());

  /**
   * Sends a request and reads the answer.
   *
   * @param deadline for all of it
   * @throws IOException with words that follow "since"
   */
  Answer post(WitnessAddress witness, byte[] body, Duration deadline) throws IOException {
    URI address = witness.submission();
    int port = address.getPort();
    if (!witness.local() && port >= 0 && port != 80 && port != 443) {
      throw new IOException("port " + port + " is opened for a local witness only");
    }
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IOException(LATE);
    }
    var post = new HttpPost(address);
    post.setEntity(
        new ByteArrayEntity(body, ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8)));
    var late = new AtomicBoolean();
    var alarm =
        timer.schedule(
            () -> {
              late.set(true);
              post.cancel();
            },
            deadline.toNanos(),
            TimeUnit.NANOSECONDS);
    try (CloseableHttpClient client = client(witness.local(), Timeout.of(deadline))) {
      return client.execute(
          post,
          response -> {
            HttpEntity entity = response.getEntity();
            byte[] answer =
                entity == null
                    ? new byte[0]
                    : entity.getContent().readNBytes(MOST_ANSWER_BYTES + 1);
            if (answer.length > MOST_ANSWER_BYTES) {
              post.cancel();
              throw new IOException("it answered with more than " + MOST_ANSWER_BYTES + " bytes");
            }
            return new Answer(response.getCode(), answer);
          });
    } catch (IOException e) {
      throw late.get() ? new IOException(LATE, e) : said(e);
    } catch (RuntimeException e) {
      // A client that is cancelled between two steps answers with an unchecked exception.
      if (late.get()) {
        throw new IOException(LATE, e);
      }
      throw e;
    } finally {
      alarm.cancel(false);
    }
  }

  private static IOException said(IOException e) {
    return switch (e) {
      case UnknownHostException unknown
          when unknown.getMessage() != null && unknown.getMessage().contains(" ") ->
          e;
      case UnknownHostException unknown ->
          new IOException("there is no host " + unknown.getMessage(), e);
      case java.net.ConnectException refused -> new IOException("it cannot be reached", e);
      default ->
          new IOException(
              e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
    };
  }

  private static CloseableHttpClient client(boolean local, Timeout deadline) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Filtered(local))
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

  /** The client connects to exactly the addresses that come out here. */
  private record Filtered(boolean local) implements DnsResolver {

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
      InetAddress[] found = InetAddress.getAllByName(host);
      List<InetSocketAddress> passed =
          Arrays.stream(found)
              .filter(address -> local || AddressFilter.isPublic(address))
              .map(address -> new InetSocketAddress(address, port))
              .toList();
      if (passed.isEmpty()) {
        throw new UnknownHostException(
            host
                + " leads to "
                + (found.length == 0 ? "nowhere" : found[0].getHostAddress())
                + ", which is not a public address; set local: true if it is meant");
      }
      return passed;
    }

    @Override
    public InetAddress[] resolve(String host) {
      throw new IllegalStateException("an address is filtered together with its port: " + host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
