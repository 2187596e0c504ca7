package colophon.capture;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One GET over HTTP/1.1: no redirects, cookies, retries, credentials, proxies or decompression. A
 * timer aborts the exchange at its deadline, since timeouts between two bytes let a dripping host
 * go on for ever. Every connection goes through {@link FilteredNames}.
 */
final class Wire implements AutoCloseable {

  private static final String SENT = "colophon.sent";
  private static final int MOST_CLIENTS = 64;
  static final int MOST_HEADER_LINE = 16 << 10;
  static final int MOST_HEADERS = 200;
  private static final int BUFFER_BYTES = 16 << 10;
  private static final Duration IDLE = Duration.ofSeconds(2);

  private final UserAgent userAgent;
  private final FetchLimits limits;
  private final NameServer names;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fetch-deadline").factory());

  /** Connections opened under one allow list are never used under another. */
  private final Map<AllowList, CloseableHttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);

  Wire(UserAgent userAgent, FetchLimits limits, NameServer names) {
    this.userAgent = userAgent;
    this.limits = limits;
    this.names = names;
  }

  /** How many bytes of a body are taken, and whether a longer one is cut there or refused. */
  record Cap(int bytes, boolean cutThere) {}

  /** The answer of a web address that has passed {@link AllowList#allowsPort}. */
  Exchange get(URI address, AllowList allow, Map<String, String> headers, Cap cap) {
    CloseableHttpClient client = client(allow);
    var request = new HttpGet(address);
    headers.forEach(request::setHeader);
    var expired = new AtomicBoolean();
    var alarm =
        timer.schedule(
            () -> {
              expired.set(true);
              request.cancel();
            },
            limits.deadline().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return exchange(request, address, client, cap);
    } catch (IOException | HttpException e) {
      return expired.get() ? late() : WireTrouble.of(address.getHost(), e);
    } catch (RuntimeException e) {
      // A client that is cancelled between two steps answers with an unchecked exception.
      if (expired.get()) {
        return late();
      }
      throw e;
    } finally {
      alarm.cancel(false);
    }
  }

  private static Exchange exchange(
      HttpGet request, URI address, CloseableHttpClient client, Cap cap)
      throws IOException, HttpException {
    var context = HttpClientContext.create();
    var target = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    ClassicHttpResponse response = client.executeOpen(target, request, context);
    try {
      HttpEntity entity = response.getEntity();
      boolean announced = entity != null && entity.getContentLength() > cap.bytes();
      byte[] body =
          entity == null || (announced && !cap.cutThere())
              ? new byte[0]
              : entity.getContent().readNBytes(cap.bytes() + 1);
      if (announced || body.length > cap.bytes()) {
        // Cancelled first, since closing alone would read the rest.
        request.cancel();
        if (!cap.cutThere()) {
          return tooLarge(cap.bytes());
        }
        body = Arrays.copyOf(body, Math.min(body.length, cap.bytes()));
      }
      @SuppressWarnings("unchecked")
      var sent = (Map<String, List<String>>) context.getAttribute(SENT);
      return new Exchange.Answer(
          response.getCode(), sent == null ? Map.of() : sent, named(response.getHeaders()), body);
    } finally {
      Closer.closeQuietly(response);
    }
  }

  private Exchange late() {
    return new Exchange.Broken(
        "it had not answered in full after " + limits.deadline().toMillis() + " ms");
  }

  private static Exchange tooLarge(int mostBytes) {
    return new Exchange.Forbidden("its answer is larger than the limit of " + mostBytes + " bytes");
  }

  private synchronized CloseableHttpClient client(AllowList allow) {
    CloseableHttpClient known = clients.get(allow);
    if (known != null) {
      return known;
    }
    if (clients.size() >= MOST_CLIENTS) {
      var eldest = clients.entrySet().iterator().next();
      clients.remove(eldest.getKey());
      eldest.getValue().close(CloseMode.GRACEFUL);
    }
    CloseableHttpClient fresh = build(allow);
    clients.put(allow, fresh);
    return fresh;
  }

  private CloseableHttpClient build(AllowList allow) {
    var deadline = Timeout.of(limits.deadline());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new FilteredNames(names, allow, limits.lookup()))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setMaxLineLength(MOST_HEADER_LINE)
                            .setMaxHeaderCount(MOST_HEADERS)
                            .build())
                    .build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(deadline)
                    .setSocketTimeout(deadline)
                    .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                    .setIdleTimeout(Timeout.of(IDLE))
                    .build())
            .setMaxConnTotal(MOST_CLIENTS)
            .setMaxConnPerRoute(2)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setUserAgent(userAgent.toString())
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
        .disableConnectionState()
        .addRequestInterceptorLast(
            (request, entity, context) -> context.setAttribute(SENT, named(request.getHeaders())))
        .build();
  }

  private static Map<String, List<String>> named(Header[] headers) {
    var named = new TreeMap<String, List<String>>();
    for (Header header : headers) {
      named
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.getValue() == null ? "" : header.getValue());
    }
    named.replaceAll((name, values) -> List.copyOf(values));
    return Collections.unmodifiableMap(named);
  }

  @Override
  public synchronized void close() {
    timer.shutdownNow();
    clients.values().forEach(client -> client.close(CloseMode.IMMEDIATE));
    clients.clear();
  }
}
