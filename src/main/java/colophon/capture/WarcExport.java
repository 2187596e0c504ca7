package colophon.capture;

import colophon.kernel.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Writes archived copies as WARC/1.1 (ISO 28500:2017), each record a gzip member of its own: first
 * a {@code warcinfo}, then of each copy the {@code request} where it is known and the {@code
 * response}, or for a local document a {@code resource}. The block holds the headers as kept and
 * the body after transfer decoding and before content decoding; digests are SHA-256 in hexadecimal,
 * so that {@code sha256sum} shows the same. One body has one record, however many addresses gave
 * it.
 *
 * <p>The same copies in the same order give the same bytes: ids follow from what a record holds,
 * and no clock is asked. A local document is named by its public place, never by a path of this
 * machine.
 */
public final class WarcExport implements AutoCloseable {

  private static final MediaType REQUEST = MediaType.parse("application/http;msgtype=request");
  private static final MediaType RESPONSE = MediaType.parse("application/http;msgtype=response");
  private static final MediaType FIELDS = MediaType.parse("application/warc-fields");
  static final String SNAPSHOT = "urn:colophon:snapshot:";

  private final WarcWriter writer;
  private final URI infoId;
  private final Set<Digest> written = new HashSet<>();

  /**
   * Begins a file with its {@code warcinfo}.
   *
   * @param software name and version of the program
   * @param date of the {@code warcinfo}
   */
  public WarcExport(OutputStream out, String software, Instant date) throws IOException {
    writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP);
    byte[] fields =
        ("software: "
                + software
                + "\r\nformat: WARC File Format 1.1\r\nconformsTo: "
                + "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    infoId = WarcRecordId.named("urn:colophon:warcinfo:" + Digest.of(fields).hex() + "/" + date);
    writer.write(
        new Warcinfo.Builder()
            .version(MessageVersion.WARC_1_1)
            .recordId(infoId)
            .date(date)
            .body(FIELDS, fields)
            .setHeader("WARC-Block-Digest", Digest.of(fields).toString())
            .build());
  }

  /** Writes one copy; a body that is in the file already is not written twice. */
  public void add(Snapshot snapshot) throws IOException {
    if (!written.add(snapshot.digest())) {
      return;
    }
    URI target = target(snapshot);
    if (isWeb(snapshot.landed())) {
      if (!snapshot.requestHeaders().isEmpty()) {
        request(snapshot, target);
      }
      response(snapshot, target);
    } else {
      resource(snapshot, target);
    }
  }

  private void request(Snapshot snapshot, URI target) throws IOException {
    byte[] block = HttpBlock.request(target, snapshot.requestHeaders());
    writer.write(
        new WarcRequest.Builder(target)
            .version(MessageVersion.WARC_1_1)
            .recordId(WarcRecordId.named(SNAPSHOT + snapshot.digest().hex() + "/request"))
            .date(snapshot.fetchedAt())
            .concurrentTo(snapshot.warcRecordId())
            .setHeader("WARC-Warcinfo-ID", "<" + infoId + ">")
            .body(REQUEST, block)
            .setHeader("WARC-Block-Digest", Digest.of(block).toString())
            .build());
  }

  private void response(Snapshot snapshot, URI target) throws IOException {
    byte[] block = HttpBlock.response(snapshot);
    writer.write(
        new WarcResponse.Builder(target)
            .version(MessageVersion.WARC_1_1)
            .recordId(snapshot.warcRecordId())
            .date(snapshot.fetchedAt())
            .setHeader("WARC-Warcinfo-ID", "<" + infoId + ">")
            .body(RESPONSE, block)
            .setHeader("WARC-Block-Digest", Digest.of(block).toString())
            .setHeader("WARC-Payload-Digest", snapshot.digest().toString())
            .build());
  }

  private void resource(Snapshot snapshot, URI target) throws IOException {
    List<String> types = snapshot.responseHeaders().getOrDefault("content-type", List.of());
    String type = types.isEmpty() ? "application/octet-stream" : types.getFirst();
    writer.write(
        new WarcResource.Builder(target)
            .version(MessageVersion.WARC_1_1)
            .recordId(snapshot.warcRecordId())
            .date(snapshot.fetchedAt())
            .setHeader("WARC-Warcinfo-ID", "<" + infoId + ">")
            .body(MediaType.OCTET_STREAM, snapshot.body())
            .setHeader("Content-Type", type)
            .setHeader("WARC-Block-Digest", snapshot.digest().toString())
            .setHeader("WARC-Payload-Digest", snapshot.digest().toString())
            .build());
  }

  /** Where a copy came from, as anybody may know it. */
  public static URI target(Snapshot snapshot) {
    if (isWeb(snapshot.landed())) {
      return snapshot.landed();
    }
    URI readerLink = snapshot.readerLink();
    return readerLink != null ? readerLink : URI.create(SNAPSHOT + snapshot.digest().hex());
  }

  static boolean isWeb(URI address) {
    return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
