package colophon.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;

/**
 * An HTTP message as the block of a WARC record: a head, a blank line, a body. Bodies are kept
 * after transfer decoding, so a head that speaks of chunks would mislead every reader; crawlers
 * write {@code X-Crawler-Transfer-Encoding} then, and so do we.
 *
 * @param status of a response; 0 for a request
 * @param method of a request; empty for a response
 * @param headers names in lower case
 * @param body as it stands in the block
 */
record HttpBlock(int status, String method, Map<String, List<String>> headers, byte[] body) {

  private static final String CHUNKED = "transfer-encoding";
  private static final String LENGTH = "content-length";
  private static final String ASIDE = "x-crawler-";

  /** The block of a response: what a snapshot keeps of it. */
  static byte[] response(Snapshot snapshot) {
    var head = new StringBuilder("HTTP/1.1 ").append(snapshot.status());
    head.append(snapshot.status() == 200 ? " OK\r\n" : " \r\n");
    String length = Integer.toString(snapshot.body().length);
    var headers = new TreeMap<>(snapshot.responseHeaders());
    headers.forEach((name, values) -> {
      boolean misleads =
          name.equals(CHUNKED) || name.equals(LENGTH) && !values.equals(List.of(length));
      values.forEach(value -> line(head, misleads ? ASIDE + name : name, value));
    });
    return block(head, snapshot.body());
  }

  /** The block of the request that a snapshot answered. */
  static byte[] request(URI target, Map<String, List<String>> headers) {
    String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : "";
    path += target.getRawPath() == null ? "" : target.getRawPath();
    path += target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    var head = new StringBuilder("GET ").append(path).append(" HTTP/1.1\r\n");
    new TreeMap<>(headers)
        .forEach((name, values) -> values.forEach(value -> line(head, name, value)));
    return block(head, new byte[0]);
  }

  private static void line(StringBuilder head, String name, String value) {
    // A control character would end the line early; what was received had none that could.
    head.append(name.replaceAll("[^!#$%&'*+.^_`|~0-9A-Za-z-]", "-"));
    head.append(": ").append(value.replaceAll("\\p{Cntrl}", " ")).append("\r\n");
  }

  private static byte[] block(StringBuilder head, byte[] body) {
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] block = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, block, start.length, body.length);
    return block;
  }

  /**
   * Reads a block.
   *
   * @param mostHeadBytes the longest head read
   */
  static HttpBlock parse(byte[] block, boolean response, int mostHeadBytes)
      throws WarcFormatException {
    int start = bodyStart(block, mostHeadBytes);
    var head = Channels.newChannel(new ByteArrayInputStream(block, 0, start));
    byte[] body = Arrays.copyOfRange(block, start, block.length);
    try {
      if (response) {
        HttpResponse read = HttpResponse.parseWithoutBody(head, null);
        return new HttpBlock(read.status(), "", lowerCase(read.headers().map()), body);
      }
      HttpRequest read = HttpRequest.parse(head);
      return new HttpBlock(0, read.method(), lowerCase(read.headers().map()), body);
    } catch (IOException | RuntimeException e) {
      // The parser is another's and says with either what it could not read.
      throw new WarcFormatException("its HTTP head cannot be read");
    }
  }

  /** Whether the body stands in chunks. */
  boolean chunked() {
    return headers.getOrDefault(CHUNKED, List.of()).stream()
        .anyMatch(value -> value.strip().equalsIgnoreCase("chunked"));
  }

  /** The body after transfer decoding. */
  byte[] decodedBody() throws WarcFormatException {
    if (!chunked()) {
      return body;
    }
    // The parser undoes chunks only behind a head that it has read itself.
    byte[] head =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] message = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, message, head.length, body.length);
    try {
      return HttpResponse.parseStrictly(Channels.newChannel(new ByteArrayInputStream(message)))
          .body()
          .stream()
          .readAllBytes();
    } catch (IOException | RuntimeException e) {
      throw new WarcFormatException("it says that its body stands in chunks, and they are damaged");
    }
  }

  /** The headers as a snapshot keeps them. */
  Map<String, List<String>> kept() {
    var kept = new TreeMap<String, List<String>>(headers);
    for (String name : List.of(CHUNKED, LENGTH)) {
      List<String> aside = kept.remove(ASIDE + name);
      if (aside != null) {
        kept.put(name, aside);
      }
    }
    return Collections.unmodifiableMap(kept);
  }

  private static int bodyStart(byte[] block, int mostHeadBytes) throws WarcFormatException {
    int most = Math.min(block.length, mostHeadBytes);
    for (int i = 1; i < most; i++) {
      if (block[i] == '\n'
          && (block[i - 1] == '\n' || i > 2 && block[i - 1] == '\r' && block[i - 2] == '\n')) {
        return i + 1;
      }
    }
    throw new WarcFormatException("its HTTP head does not end within " + mostHeadBytes + " bytes");
  }

  private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
    var lower = new TreeMap<String, List<String>>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return lower;
  }
}
