package colophon.capture;

import colophon.kernel.Digest;
import colophon.kernel.GzipFormatException;
import colophon.kernel.GzipMembers;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Reads the archived copies in a WARC file, packed or not. Strictly: a file that is truncated,
 * damaged, beyond a limit, or that holds a digest its bytes do not have is refused as a whole. A
 * sound record that is no archived copy of a page (a redirect, an error page, a revisit) is passed
 * over with its reason.
 */
final class WarcReading {

  /** What the reader's own buffer may hold beyond what it was asked for. */
  private static final int READ_AHEAD = 16 << 10;

  /** How many requests are kept in mind until their response comes, as it does right behind. */
  private static final int MOST_REQUESTS = 16;

  /** What is done with what is found. */
  interface Desk {

    void copy(Snapshot snapshot);

    void passOver(String record, String reason);
  }

  private final WarcLimits limits;
  private final Desk desk;
  private final Map<String, HttpBlock> requests =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HttpBlock> eldest) {
          return size() > MOST_REQUESTS;
        }
      };
  private int number;

  private WarcReading(WarcLimits limits, Desk desk) {
    this.limits = limits;
    this.desk = desk;
  }

  /**
   * Reads a file to its end.
   *
   * @throws WarcFormatException where it is refused; what the desk was given before is then void
   */
  static void read(InputStream file, WarcLimits limits, Desk desk)
      throws IOException, WarcFormatException {
    new WarcReading(limits, desk).read(file);
  }

  private void read(InputStream file) throws IOException, WarcFormatException {
    BufferedInputStream plain = new BufferedInputStream(file);
    try {
      if (startsWith(plain, "\u001f\u008b")) {
        plain = new BufferedInputStream(new GzipMembers(plain, limits.mostBytes()));
      }
      if (startsWith(plain, "filedesc:")) {
        throw new WarcFormatException(
            "it is an ARC file, the form that came before WARC; convert it to WARC first");
      }
      if (!startsWith(plain, "WARC/")) {
        throw new WarcFormatException("it does not begin like a WARC file");
      }
    } catch (GzipFormatException e) {
      throw new WarcFormatException("it cannot be unpacked: " + e.getMessage());
    }
    var allowance = new WarcAllowance(plain, limits.mostBytes());
    allowance.allow(limits.mostHeadBytes());
    records(new WarcReader(Channels.newChannel(allowance)), allowance);
  }

  private static boolean startsWith(BufferedInputStream in, String start) throws IOException {
    in.mark(start.length());
    byte[] found = in.readNBytes(start.length());
    in.reset();
    return new String(found, StandardCharsets.ISO_8859_1).equals(start);
  }

  private void records(WarcReader reader, WarcAllowance allowance) throws WarcFormatException {
    // A record that does not end as it says is a damaged file, whatever the parser makes of it.
    reader.onWarning(warning -> {
      throw new IllegalArgumentException(warning);
    });
    while (true) {
      allowance.allow(limits.mostHeadBytes());
      try {
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
          return;
        }
        if (++number > limits.mostRecords()) {
          throw new WarcFormatException(
              "it holds more than the " + limits.mostRecords() + " records that are read");
        }
        record(record.get(), block(record.get(), allowance));
      } catch (EOFException e) {
        throw new WarcFormatException("it ends in the middle of " + place(e));
      } catch (IOException | RuntimeException e) {
        // The parser is another's: with either it says that it cannot go on.
        throw new WarcFormatException("it is damaged at " + place(e) + ": " + e.getMessage());
      }
    }
  }

  /** Before its header is read a record has no number yet. */
  private String place(Exception e) {
    return "record " + (number + (e instanceof EOFException ? 0 : 1)) + ", or right behind it";
  }

  private byte[] block(WarcRecord record, WarcAllowance allowance)
      throws IOException, WarcFormatException {
    if (record.headers().all("Content-Length").size() != 1) {
      throw new WarcFormatException(name(record) + " does not state its length once");
    }
    long size = record.body().size();
    if (size < 0 || size > limits.mostBlockBytes()) {
      throw new WarcFormatException(
          name(record)
              + " states a length of "
              + size
              + " bytes; at most "
              + limits.mostBlockBytes()
              + " are read");
    }
    allowance.allow(size + READ_AHEAD);
    byte[] block = record.body().stream().readNBytes((int) size);
    if (block.length < size) {
      throw new EOFException();
    }
    return block;
  }

  private void record(WarcRecord record, byte[] block) throws WarcFormatException {
    digest(record, "WARC-Block-Digest", block, block);
    switch (record.type()) {
      case "response" -> response((WarcTargetRecord) record, block);
      case "resource" -> resource((WarcTargetRecord) record, block);
      case "request" -> request((WarcTargetRecord) record, block);
      case "revisit" -> passOver(record, "it only says that a page had not changed");
      case "continuation" ->
          passOver(record, "it is a part of a record that was cut into segments");
      default -> {}
    }
  }

  private void request(WarcTargetRecord record, byte[] block) throws WarcFormatException {
    if (!isHttp(record)) {
      return;
    }
    HttpBlock http;
    try {
      http = HttpBlock.parse(block, false, limits.mostHeadBytes());
    } catch (WarcFormatException e) {
      passOver(record, String.valueOf(e.getMessage()));
      return;
    }
    digest(record, "WARC-Payload-Digest", http.body(), http.body());
    for (String response : record.headers().all("WARC-Concurrent-To")) {
      requests.put(response, http);
    }
  }

  private void response(WarcTargetRecord record, byte[] block) throws WarcFormatException {
    if (!isHttp(record)) {
      passOver(record, "it is no answer over HTTP");
      return;
    }
    HttpBlock http;
    byte[] body;
    try {
      http = HttpBlock.parse(block, true, limits.mostHeadBytes());
      body = http.decodedBody();
    } catch (WarcFormatException e) {
      passOver(record, String.valueOf(e.getMessage()));
      return;
    }
    // Some crawlers take the payload's digest before transfer decoding.
    digest(record, "WARC-Payload-Digest", body, http.body());
    if (http.status() != 200) {
      passOver(record, "the site answered with status " + http.status());
      return;
    }
    HttpBlock request = requests.get(record.headers().first("WARC-Record-ID").orElse(""));
    if (request != null && !request.method().equals("GET")) {
      passOver(record, "it answers a request of another kind than GET");
      return;
    }
    copy(record, body, http.kept(), request == null ? Map.of() : request.headers());
  }

  private void resource(WarcTargetRecord record, byte[] block) throws WarcFormatException {
    digest(record, "WARC-Payload-Digest", block, block);
    String type = record.headers().first("Content-Type").orElse("application/octet-stream");
    copy(
        record,
        block,
        Map.of(
            "content-length", List.of(Integer.toString(block.length)),
            "content-type", List.of(type)),
        Map.of());
  }

  private void copy(
      WarcTargetRecord record,
      byte[] body,
      Map<String, List<String>> received,
      Map<String, List<String>> sent)
      throws WarcFormatException {
    if (record.headers().first("WARC-Truncated").isPresent()) {
      passOver(record, "its capture was cut off");
      return;
    }
    if (record.headers().first("WARC-Segment-Number").isPresent()) {
      passOver(record, "it is the first part of a record that was cut into segments");
      return;
    }
    URI target = record.target() == null ? null : address(record.target()).orElse(null);
    if (target == null) {
      passOver(record, "its address cannot be read");
      return;
    }
    byte[] decoded;
    try {
      decoded =
          ContentCoding.decode(
              body,
              received.getOrDefault("content-encoding", List.of()),
              SnapshotBody.MOST_DECODED_BYTES);
    } catch (ContentCodingException e) {
      passOver(record, String.valueOf(e.getMessage()));
      return;
    }
    Digest digest = Digest.of(body);
    boolean answer = record.type().equals("response");
    URI place = answer ? target : URI.create(WarcExport.SNAPSHOT + digest.hex());
    desk.copy(
        new Snapshot(
            digest,
            body,
            decoded == body ? digest : Digest.of(decoded),
            place,
            place,
            WarcExport.isWeb(target) ? target : null,
            date(record),
            200,
            sent,
            received));
  }

  /** An address as it is filed; a name such as {@code urn:…} stays as it stands. */
  private static Optional<URI> address(String target) {
    String scheme = target.split(":", 2)[0].toLowerCase(Locale.ROOT);
    if (List.of("http", "https", "file").contains(scheme)) {
      return WebAddress.resolve(URI.create("http://nowhere.invalid/"), target);
    }
    try {
      URI name = URI.create(target);
      return name.isAbsolute() ? Optional.of(name) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Instant date(WarcRecord record) throws WarcFormatException {
    String date = record.headers().first("WARC-Date").orElse("");
    try {
      return Instant.parse(date);
    } catch (DateTimeException e) {
      throw new WarcFormatException(
          name(record) + " states the date \"" + date + "\", which cannot be read");
    }
  }

  private void digest(WarcRecord record, String header, byte[] bytes, byte[] otherwise)
      throws WarcFormatException {
    for (String stated : record.headers().all(header)) {
      try {
        boolean differs =
            !WarcDigestCheck.matches(stated, bytes).orElse(true)
                && !WarcDigestCheck.matches(stated, otherwise).orElse(true);
        if (differs) {
          throw new WarcFormatException(
              "its bytes do not have the digest that it states as " + header);
        }
      } catch (WarcFormatException e) {
        throw new WarcFormatException(name(record) + ": " + e.getMessage());
      }
    }
  }

  private static boolean isHttp(WarcRecord record) {
    return record
        .headers()
        .first("Content-Type")
        .map(type -> type.toLowerCase(Locale.ROOT).startsWith("application/http"))
        .orElse(false);
  }

  private void passOver(WarcRecord record, String reason) {
    desk.passOver(name(record), reason);
  }

  private String name(WarcRecord record) {
    String target = record instanceof WarcTargetRecord about ? about.target() : null;
    return "record " + number + (target == null ? "" : " of " + target);
  }
}
