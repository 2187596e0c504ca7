package colophon.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WarcReadingTest {

  private static final WarcLimits LIMITS = new WarcLimits(20, 10_000, 2_000, 100_000);

  /** Collects what was found. */
  static final class Found implements WarcReading.Desk {
    final List<Snapshot> copies = new ArrayList<>();
    final List<String> passedOver = new ArrayList<>();

    @Override
    public void copy(Snapshot snapshot) {
      copies.add(snapshot);
    }

    @Override
    public void passOver(String record, String reason) {
      passedOver.add(record + ": " + reason);
    }
  }

  @Test
  void whatWasExportedComesBackAsItWas() throws Exception {
    Found found = read(Copies.warc(Copies.all()));
    assertThat(found.passedOver).isEmpty();
    assertThat(found.copies).hasSize(3);
    assertThat(found.copies.getFirst()).usingRecursiveComparison().isEqualTo(Copies.packed());
    assertThat(found.copies.get(1)).usingRecursiveComparison().isEqualTo(Copies.chunked());
    Snapshot document = found.copies.getLast();
    assertThat(document)
        .usingRecursiveComparison()
        .ignoringFields("requested", "landed")
        .isEqualTo(Copies.document());
    assertThat(document.landed()).hasToString("urn:colophon:snapshot:" + document.digest().hex());
    assertThat(Copies.warc(found.copies)).isEqualTo(Copies.warc(Copies.all()));
  }

  @Test
  void aFileThatIsCutOffAnywhereInARecordIsRefused() throws IOException {
    byte[] whole = Copies.warc(Copies.all());
    int read = 0;
    for (int end = 0; end < whole.length; end++) {
      try {
        read(Arrays.copyOf(whole, end));
        read++;
      } catch (WarcFormatException e) {
        assertThat(e).hasMessageMatching("(?s)it (ends|cannot|is damaged|does not begin).*");
      }
    }
    assertThat(read).as("cuts between two records").isEqualTo(5);
  }

  @Test
  void aFileThatIsCutOffBeforePackingIsRefusedToo() {
    byte[] whole = plain(200, "", "<p>One.</p>");
    for (int end = 1; end < whole.length; end++) {
      byte[] cut = Arrays.copyOf(whole, end);
      assertThatThrownBy(() -> read(cut))
          .as("cut at " + end)
          .isInstanceOf(WarcFormatException.class);
    }
  }

  @Test
  void noDamagedByteGivesAnotherCopyOrAnotherException() throws Exception {
    byte[] whole = Copies.warc(Copies.all());
    var random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        Found found = read(damaged);
        assertThat(found.copies)
            .extracting(Snapshot::digest)
            .isEqualTo(Copies.all().stream().map(Snapshot::digest).toList());
      } catch (WarcFormatException expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void aDigestThatTheBytesDoNotHaveRefusesTheFile() {
    String digest = "WARC-Payload-Digest: sha256:" + "0".repeat(64) + "\r\n";
    assertThatThrownBy(() -> read(plain(200, digest, "<p>One.</p>")))
        .isInstanceOf(WarcFormatException.class)
        .hasMessageContaining("record 1 of http://a.example/")
        .hasMessageContaining("do not have the digest that it states as WARC-Payload-Digest");
  }

  @Test
  void whatIsNoArchivedPageIsPassedOverWithItsReason() throws Exception {
    assertThat(read(plain(404, "", "Not here.")).passedOver)
        .containsExactly("record 1 of http://a.example/: the site answered with status 404");
    assertThat(read(plain(200, "WARC-Truncated: length\r\n", "<p>On")).passedOver)
        .containsExactly("record 1 of http://a.example/: its capture was cut off");
    assertThat(read(plain(200, "WARC-Segment-Number: 1\r\n", "<p>On")).passedOver).hasSize(1);
  }

  @Test
  void whatAnswersAFormIsNoPage() throws Exception {
    String block = "POST /f HTTP/1.1\r\n\r\na=b";
    String request =
        "WARC/1.1\r\nWARC-Type: request\r\nWARC-Record-ID: <urn:uuid:0-1>\r\n"
            + "WARC-Concurrent-To: <urn:uuid:0-0>\r\nWARC-Date: 2026-01-14T09:30:00Z\r\n"
            + "Content-Type: application/http;msgtype=request\r\nContent-Length: "
            + block.length()
            + "\r\n\r\n"
            + block
            + "\r\n\r\n";
    var both = new ByteArrayOutputStream();
    both.writeBytes(request.getBytes(ISO_8859_1));
    both.writeBytes(plain(200, "", "Thank you."));
    assertThat(read(both.toByteArray()).passedOver)
        .containsExactly(
            "record 2 of http://a.example/: it answers a request of another kind than GET");
  }

  @Test
  void everyLimitHasItsSentence() {
    assertThatThrownBy(() -> read(plain(200, "", "x".repeat(20_000))))
        .hasMessageContaining("at most 10000 are read");
    assertThatThrownBy(() -> read(plain(200, "X-Long: " + "x".repeat(40_000) + "\r\n", "x")))
        .hasMessageContaining("a header is longer than any");
    var many = new ByteArrayOutputStream();
    for (int i = 0; i < 25; i++) {
      many.writeBytes(plain(200, "", "x"));
    }
    assertThatThrownBy(() -> read(many.toByteArray()))
        .hasMessageContaining("more than the 20 records");
    var large = new ByteArrayOutputStream();
    for (int i = 0; i < 15; i++) {
      large.writeBytes(plain(200, "", "x".repeat(9_000)));
    }
    assertThatThrownBy(() -> read(large.toByteArray())).hasMessageContaining("longer than any");
    assertThatThrownBy(() -> read(gzip(large.toByteArray())))
        .hasMessageContaining("at most 100000 bytes after unpacking");
    assertThatThrownBy(() -> read(gzip(gzip(plain(200, "", "x")))))
        .hasMessageContaining("does not begin like a WARC file");
    assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("does not begin");
  }

  private static Found read(byte[] file) throws IOException, WarcFormatException {
    var found = new Found();
    WarcReading.read(new ByteArrayInputStream(file), LIMITS, found);
    return found;
  }

  private static byte[] plain(int status, String headers, String body) {
    String block = "HTTP/1.1 " + status + " X\r\nContent-Type: text/html\r\n\r\n" + body;
    String record =
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0-0>\r\n"
            + "WARC-Date: 2026-01-14T09:30:00Z\r\nWARC-Target-URI: http://a.example/\r\n"
            + "Content-Type: application/http;msgtype=response\r\n"
            + headers
            + "Content-Length: "
            + block.length()
            + "\r\n\r\n"
            + block
            + "\r\n\r\n";
    return record.getBytes(ISO_8859_1);
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
