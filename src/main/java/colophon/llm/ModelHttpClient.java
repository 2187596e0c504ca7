package colophon.llm;

import colophon.llm.CallFailedException.Kind;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The line to a model service: HTTP/1.1, no redirects, a body of bounded size, and a deadline for
 * the whole exchange at which it hangs up. LangChain4j's own clients bound neither.
 */
final class ModelHttpClient implements HttpClient {

  /** The largest answer taken, in bytes. A brief's answer is about 20 kB. */
  static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final List<String> SECRET_HEADERS =
      List.of("authorization", "x-api-key", "x-goog-api-key");
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final java.net.http.HttpClient line;
  private final Duration deadline;
  private final InstantSource clock;

  ModelHttpClient(Duration deadline, InstantSource clock) {
    this.line =
        java.net.http.HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    this.deadline = deadline;
    this.clock = clock;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    CallMeter.exchange();
    HttpResponse<byte[]> response = await(request);
    String body = new String(response.body(), StandardCharsets.UTF_8);
    if (response.statusCode() / 100 == 2) {
      CallMeter.answered(response.body());
      return SuccessfulHttpResponse.builder()
          .statusCode(response.statusCode())
          .headers(response.headers().map())
          .body(body)
          .build();
    }
    throw failure(response, request, body);
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new IllegalStateException("a writer never asks for a stream");
  }

  private HttpResponse<byte[]> await(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        line.sendAsync(translate(request), info -> new BoundedBody(MOST_BYTES));
    try {
      return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw CallFailedException.of(
          Kind.TOO_SLOW,
          host(request) + " had not answered in full after " + deadline.toSeconds() + " s");
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw CallFailedException.of(Kind.STOPPED, "stopped while a model was writing");
    } catch (ExecutionException e) {
      throw broken(host(request), e.getCause() == null ? e : e.getCause());
    }
  }

  private static CallFailedException broken(String host, Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof BoundedBody.TooLarge) {
        return CallFailedException.of(
            Kind.TOO_LARGE, host + " answered with more than " + MOST_BYTES + " bytes");
      }
    }
    return LineTrouble.of(cause, host)
        .orElseThrow(() -> new IllegalStateException("a call to " + host + " failed", cause));
  }

  private CallFailedException failure(
      HttpResponse<byte[]> response, HttpRequest request, String body) {
    String host = host(request);
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      return CallFailedException.later(
          host + " answered with status " + status,
          response
              .headers()
              .firstValue("retry-after")
              .flatMap(value -> RetryAfter.parse(value, clock.instant()))
              .orElse(null));
    }
    if (status == 401 || status == 403) {
      // The body of such an answer may repeat a part of the key.
      return CallFailedException.of(
          Kind.REFUSED,
          host
              + (keyed(request) ? " did not accept the key" : " wants a key, and none was sent")
              + " (status "
              + status
              + ")");
    }
    String said = withoutSecrets(ServiceError.sentence(body), request);
    return CallFailedException.of(
        Kind.REFUSED,
        host + " refused the request with status " + status + (said.isEmpty() ? "" : ": " + said));
  }

  private static boolean keyed(HttpRequest request) {
    return request.headers().keySet().stream()
        .anyMatch(name -> SECRET_HEADERS.stream().anyMatch(name::equalsIgnoreCase));
  }

  /** What a service said, without the key that was sent to it. */
  private static String withoutSecrets(String said, HttpRequest request) {
    String clean = said;
    for (String header : SECRET_HEADERS) {
      for (var entry : request.headers().entrySet()) {
        if (entry.getKey().equalsIgnoreCase(header)) {
          for (String value : entry.getValue()) {
            String secret = value.replaceFirst("(?i)^bearer +", "").strip();
            clean = secret.isEmpty() ? clean : clean.replace(secret, "[key]");
          }
        }
      }
    }
    return clean;
  }

  private java.net.http.HttpRequest translate(HttpRequest request) {
    var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    String body = request.body();
    return builder
        .method(
            request.method().name(),
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  private static String host(HttpRequest request) {
    URI uri = URI.create(request.url());
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }
}
