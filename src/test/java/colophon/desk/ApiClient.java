package colophon.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A script that asks with a token, and with no cookies. */
final class ApiClient {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;
  private final String token;

  ApiClient(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** Asks; a body is sent where there is one. */
  HttpResponse<String> ask(String method, String path, String body)
      throws IOException, InterruptedException {
    return ask(method, path, body, "application/json");
  }

  HttpResponse<String> ask(String method, String path, String body, String type)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", type);
    }
    return HTTP.send(
        request.method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
