package colophon.capture;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.kernel.Digest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

class WarcExportTest {

  /** A record as jwarc reads it, with its block. */
  private record Read(WarcRecord record, long position, byte[] block) {}

  @Test
  void anotherReaderFindsEveryCopyWithItsBytesAndDigests() throws Exception {
    List<Read> records = read(Copies.warc(Copies.all()));
    assertThat(records)
        .extracting(read -> read.record().type())
        .containsExactly("warcinfo", "request", "response", "request", "response", "resource");
    for (Read read : records) {
      assertThat(read.record().version()).hasToString("WARC/1.1");
      assertThat(read.record().blockDigest().orElseThrow().hex())
          .isEqualTo(Digest.of(read.block()).hex());
    }
    assertThat(((Warcinfo) records.getFirst().record()).headers().first("WARC-Date"))
        .contains("2026-01-14T09:30:00.125Z");
    Snapshot page = Copies.packed();
    var response = (WarcResponse) records.get(2).record();
    assertThat(response.id()).isEqualTo(page.warcRecordId());
    assertThat(response.target()).isEqualTo(Copies.PAGE.toString());
    assertThat(response.date()).isEqualTo(page.fetchedAt());
    assertThat(response.payloadDigest().orElseThrow().raw()).isEqualTo(page.digest().toString());
    var request = (WarcRequest) records.get(1).record();
    assertThat(request.concurrentTo()).containsExactly(page.warcRecordId());
    assertThat(text(records.get(1).block()))
        .isEqualTo("GET /a?b=c HTTP/1.1\r\naccept: */*\r\nhost: harbour-post.example\r\n\r\n");
  }

  @Test
  void theReaderOfAnotherUnpacksThePageToTheSameText() throws Exception {
    try (var reader = new WarcReader(new ByteArrayInputStream(Copies.warc(Copies.all())))) {
      var pages = new ArrayList<String>();
      for (WarcRecord record : reader) {
        if (record instanceof WarcResponse response) {
          pages.add(text(response.http().bodyDecoded().stream().readAllBytes()));
        }
      }
      assertThat(pages)
          .containsExactly(
              "<p>The harbour opened to boats on Monday.</p>", "<p>It closed on Tuesday.</p>");
    }
  }

  @Test
  void aBodyThatCameInChunksIsNotAnnouncedAsChunks() throws Exception {
    String block = text(read(Copies.warc(Copies.all())).get(4).block());
    assertThat(block)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nx-crawler-transfer-encoding: chunked\r\n")
        .doesNotContain("\r\ntransfer-encoding");
  }

  @Test
  void aDocumentOfThisMachineIsNamedByItsPublicPlace() throws Exception {
    Read last = read(Copies.warc(Copies.all())).getLast();
    var resource = (WarcResource) last.record();
    assertThat(resource.target()).isEqualTo("https://samples.example/ferry.txt");
    assertThat(resource.headers().first("Content-Type")).contains("text/plain");
    assertThat(last.block()).isEqualTo(Copies.document().body());
    assertThat(text(last.record().serializeHeader())).doesNotContain("somebody");
  }

  @Test
  void theSameCopiesGiveTheSameBytesWithoutTimeOrName() throws Exception {
    byte[] warc = Copies.warc(Copies.all());
    assertThat(Copies.warc(Copies.all())).isEqualTo(warc);
    for (Read read : read(warc)) {
      int at = (int) read.position();
      assertThat(warc[at]).isEqualTo((byte) 0x1f);
      assertThat(warc[at + 1]).isEqualTo((byte) 0x8b);
      for (int i = 3; i < 8; i++) {
        assertThat(warc[at + i]).as("flags and time").isZero();
      }
    }
  }

  @Test
  void oneBodyHasOneRecord() throws Exception {
    assertThat(read(Copies.warc(List.of(Copies.chunked(), Copies.chunked())))).hasSize(3);
    assertThat(read(Copies.warc(List.of()))).hasSize(1);
  }

  private static List<Read> read(byte[] warc) throws Exception {
    var records = new ArrayList<Read>();
    try (var reader = new WarcReader(new ByteArrayInputStream(warc))) {
      reader.onWarning(warning -> {
        throw new IllegalStateException(warning);
      });
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        long position = reader.position();
        records.add(new Read(next.get(), position, next.get().body().stream().readAllBytes()));
      }
    }
    return records;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
