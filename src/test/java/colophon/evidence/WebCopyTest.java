package colophon.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.capture.RightsSignal;
import colophon.capture.Snapshot;
import colophon.capture.UserAgent;
import colophon.capture.WarcArchive;
import colophon.capture.WarcLimits;
import colophon.kernel.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a record says of a page that was fetched survives its way through a bundle's WARC file. */
class WebCopyTest {

  @Test
  void aFetchedPageComesBackWithAllThatTheRecordTakesFromIt() throws Exception {
    byte[] page =
        "<html><body>SAMPLE The tide rose.</body></html>".getBytes(StandardCharsets.UTF_8);
    byte[] body = packed(page);
    var fetched =
        new Snapshot(
            Digest.of(body),
            body,
            Digest.of(page),
            URI.create("https://samples.example/moved"),
            URI.create("https://samples.example/tide?day=2"),
            URI.create("https://samples.example/tide?day=2"),
            Instant.parse("2026-01-13T10:20:30.123456Z"),
            200,
            Map.of("user-agent", List.of(UserAgent.PRODUCT + "/1 (desk@samples.example)")),
            Map.of(
                "content-type", List.of("text/html; charset=utf-8"),
                "content-encoding", List.of("gzip"),
                "content-length", List.of(Integer.toString(body.length)),
                "transfer-encoding", List.of("chunked"),
                "x-robots-tag", List.of("noai", "noimageai"),
                "tdm-reservation", List.of("1")));
    var file = new ByteArrayOutputStream();
    WarcArchive.export(List.of(fetched), file, "Colophon/1");
    Snapshot copy =
        WarcArchive.read(new ByteArrayInputStream(file.toByteArray()), WarcLimits.standard())
            .getFirst();
    assertThat(copy.digest()).isEqualTo(fetched.digest());
    assertThat(copy.decodedDigest()).isEqualTo(fetched.decodedDigest());
    assertThat(copy.landed()).isEqualTo(fetched.landed());
    assertThat(copy.fetchedAt()).isEqualTo(fetched.fetchedAt());
    assertThat(copy.status()).isEqualTo(fetched.status());
    assertThat(copy.warcRecordId()).isEqualTo(fetched.warcRecordId());
    assertThat(copy.allowedByRobots()).isTrue().isEqualTo(fetched.allowedByRobots());
    assertThat(RightsSignal.of(copy)).hasSize(3).isEqualTo(RightsSignal.of(fetched));
  }

  private static byte[] packed(byte[] page) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(page);
    }
    return packed.toByteArray();
  }
}
