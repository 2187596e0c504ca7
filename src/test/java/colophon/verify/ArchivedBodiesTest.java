package colophon.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.kernel.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ArchivedBodiesTest {

  private static final String BODY = "<p>The harbour opened.</p>";
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";

  @Test
  void bodiesOfResponsesAndResourcesAreFoundByDigest() throws Exception {
    SortedMap<Digest, String> bodies =
        read(
            record("warcinfo", "", "software: x\r\n"),
            record("request", "", "GET / HTTP/1.1\r\n\r\n"),
            record("response", "", HEAD + BODY),
            record("resource", "", "words"));
    assertThat(bodies.keySet())
        .containsExactlyInAnyOrder(Digest.ofText(BODY), Digest.ofText("words"));
    assertThat(bodies).containsEntry(Digest.ofText(BODY), "<urn:uuid:response>");
    assertThat(read()).isEmpty();
  }

  @Test
  void aDigestThatARecordStatesMustBeThatOfItsBytes() throws Exception {
    String right = "WARC-Payload-Digest: " + Digest.ofText(BODY) + "\r\n";
    assertThat(read(record("response", right, HEAD + BODY))).hasSize(1);
    String foreign = "WARC-Block-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n";
    assertThat(read(record("response", foreign, HEAD + BODY))).hasSize(1);
    for (String name : new String[] {"WARC-Payload-Digest", "warc-block-digest"}) {
      String wrong = name + ": sha256:" + "0".repeat(64) + "\r\n";
      assertThatThrownBy(() -> read(record("response", wrong, HEAD + BODY)))
          .isInstanceOfSatisfying(
              ArchiveFormatException.class,
              e -> assertThat(e.code()).isEqualTo(Code.ARCHIVE_DIFFERS));
    }
  }

  @Test
  void whatIsNoRecordIsRefused() {
    assertRefused("WARC/0.17\r\n\r\n", "no other record begins");
    assertRefused("WARC/1.1\r\nno colon\r\n\r\n", "cannot be read");
    assertRefused("WARC/1.1\r\nContent-Length: 5", "breaks off");
    assertRefused("WARC/1.1\r\nContent-Length: 5\r\n\r\nabc", "breaks off");
    assertRefused("WARC/1.1\r\nContent-Length: -5\r\n\r\n", "no length");
    assertRefused("WARC/1.1\r\nContent-Length: 999999999\r\n\r\n", "no length");
    assertRefused("WARC/1.1\r\n\r\n\r\n\r\n", "no length");
    assertRefused("WARC/1.1\r\nContent-Length: 3\r\n\r\nabcd\r\n\r\n", "does not end");
    assertRefused("WARC/1.1\r\nContent-Length: 0\r\nContent-length: 0\r\n\r\n", "twice");
    assertRefused("WARC/1.1\r\nX: " + "x".repeat(70_000), "too long");
    assertRefused(record("response", "", "HTTP/1.1 200 OK\r\n"), "has no end");
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws IOException {
    byte[] whole = gzip(record("response", "", HEAD + BODY));
    for (int end = 1; end < whole.length; end++) {
      byte[] cut = Arrays.copyOf(whole, end);
      assertThatThrownBy(() -> ArchivedBodies.read(new ByteArrayInputStream(cut)))
          .isInstanceOf(IOException.class);
    }
  }

  private static void assertRefused(String file, String reason) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ArchiveFormatException.class,
            e -> assertThat(e.code()).isEqualTo(Code.ARCHIVE_MALFORMED))
        .hasMessageContaining(reason);
  }

  private static SortedMap<Digest, String> read(String... records)
      throws IOException, ArchiveFormatException {
    var out = new ByteArrayOutputStream();
    for (String record : records) {
      out.writeBytes(gzip(record));
    }
    return ArchivedBodies.read(new ByteArrayInputStream(out.toByteArray()));
  }

  private static String record(String type, String fields, String block) {
    return "WARC/1.1\r\nWARC-Type: "
        + type
        + "\r\nWARC-Record-ID: <urn:uuid:"
        + type
        + ">\r\n"
        + fields
        + "Content-Length: "
        + block.length()
        + "\r\n\r\n"
        + block
        + "\r\n\r\n";
  }

  private static byte[] gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(ISO_8859_1));
    }
    return out.toByteArray();
  }
}
