package colophon.desk;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who asks the desk over HTTP, with cookies of their own, and follows no redirection. */
final class DeskClient {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;
  private String token = "";

  DeskClient(String base) {
    this.base = base;
  }

  /** Signs in; the answer is the door's. */
  HttpResponse<String> signIn(String login, String password) throws Exception {
    get("/sign-in");
    HttpResponse<String> answer = post("/sign-in", Map.of("login", login, "password", password));
    get("/desk/password");
    return answer;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return keep(send(HttpRequest.newBuilder(URI.create(base + path)).build()));
  }

  /** Posts a form with the token of the page seen last. */
  HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    var fields = new java.util.TreeMap<>(form);
    fields.put("_csrf", token);
    return bare(path, fields);
  }

  /** Posts a form as a page of another site would, without a token. */
  HttpResponse<String> elsewhere(String path, Map<String, String> form) throws Exception {
    return bare(path, form, "Sec-Fetch-Site", "cross-site");
  }

  /** Posts a form without a token. */
  HttpResponse<String> bare(String path, Map<String, String> form, String... headers)
      throws Exception {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return keep(send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build()));
  }

  /** The session's cookie, as the desk set it. */
  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("colophon-session"))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private HttpResponse<String> keep(HttpResponse<String> answer) {
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(
        request,
        answer ->
            answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                ? new FirstEvent()
                : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8));
  }

  /** Of a stream, which does not end by itself, the first piece is enough. */
  private static final class FirstEvent implements HttpResponse.BodySubscriber<String> {

    private final CompletableFuture<String> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<String> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription asked) {
      subscription = asked;
      asked.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
      var text = new StringBuilder();
      piece.forEach(bytes -> text.append(StandardCharsets.UTF_8.decode(bytes)));
      Objects.requireNonNull(subscription).cancel();
      body.complete(text.toString());
    }

    @Override
    public void onError(Throwable failure) {
      body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      body.complete("");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
