package colophon.capture;

import colophon.kernel.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Archived copies to export: a packed page, a page in chunks, a document of this machine. */
final class Copies {

  static final URI PAGE = URI.create("https://harbour-post.example/a?b=c");
  static final Instant FETCHED = Instant.parse("2026-01-14T09:30:00.125Z");

  private Copies() {}

  static List<Snapshot> all() {
    return List.of(packed(), chunked(), document());
  }

  static Snapshot packed() {
    byte[] plain = "<p>The harbour opened to boats on Monday.</p>".getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    byte[] body = out.toByteArray();
    return new Snapshot(
        Digest.of(body),
        body,
        Digest.of(plain),
        PAGE,
        PAGE,
        PAGE,
        FETCHED,
        200,
        Map.of("accept", List.of("*/*"), "host", List.of("harbour-post.example")),
        Map.of(
            "content-encoding", List.of("gzip"),
            "content-length", List.of(Integer.toString(body.length)),
            "content-type", List.of("text/html"),
            "vary", List.of("accept", "cookie")));
  }

  static Snapshot chunked() {
    byte[] body = "<p>It closed on Tuesday.</p>".getBytes(StandardCharsets.UTF_8);
    URI address = URI.create("https://harbour-post.example/b");
    return new Snapshot(
        Digest.of(body),
        body,
        Digest.of(body),
        address,
        address,
        address,
        FETCHED.plusSeconds(1),
        200,
        Map.of("accept", List.of("*/*")),
        Map.of("content-type", List.of("text/html"), "transfer-encoding", List.of("chunked")));
  }

  static Snapshot document() {
    byte[] body = "The ferry will sail again.".getBytes(StandardCharsets.UTF_8);
    URI file = URI.create("file:///home/somebody/desk/ferry.txt");
    return new Snapshot(
        Digest.of(body),
        body,
        Digest.of(body),
        file,
        file,
        URI.create("https://samples.example/ferry.txt"),
        FETCHED.plusSeconds(2),
        200,
        Map.of(),
        Map.of(
            "content-length", List.of(Integer.toString(body.length)),
            "content-type", List.of("text/plain")));
  }

  static byte[] warc(List<Snapshot> copies) {
    var out = new ByteArrayOutputStream();
    try {
      WarcArchive.export(copies, out, "Colophon/test");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
