package colophon.article;

import colophon.capture.Captured;
import colophon.capture.ItemHint;
import colophon.capture.Snapshot;
import colophon.capture.Source;
import colophon.capture.SourceKind;
import colophon.kernel.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Captured documents for tests, as a fetch would have brought them. */
final class Pages {

  static final Instant FETCHED = Instant.parse("2026-11-23T10:00:00Z");

  private Pages() {}

  static Captured html(String html) {
    return html("https://news.example/2026/01/13/story", html);
  }

  static Captured html(String address, String html) {
    return captured(address, html.getBytes(StandardCharsets.UTF_8), "text/html");
  }

  static Captured captured(String address, byte[] body, String contentType) {
    URI uri = URI.create(address);
    Source source =
        new Source(
            "test",
            "Test Outlet",
            SourceKind.PAGE,
            uri,
            null,
            5,
            true,
            List.of(),
            Duration.ofMinutes(30));
    Map<String, List<String>> headers =
        contentType.isEmpty() ? Map.of() : Map.of("content-type", List.of(contentType));
    Digest digest = Digest.of(body);
    return new Captured(
        source,
        ItemHint.bare(uri),
        new Snapshot(digest, body, digest, uri, uri, uri, FETCHED, 200, Map.of(), headers));
  }
}
