package colophon.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipMembersTest {

  private static final String FIRST = "The harbour opened to boats on Monday. ".repeat(2_000);

  private final byte[] packed = join(gzip(FIRST), gzip(""), gzip("It closed on Tuesday."));

  @Test
  void membersAreReadOneBehindTheOther() throws IOException {
    assertThat(unpacked(packed)).asString(UTF_8).isEqualTo(FIRST + "It closed on Tuesday.");
    assertThat(unpacked(new byte[0])).isEmpty();
  }

  @Test
  void everyPlaceWhereAFileIsCutOffIsNoticedButTheEndsOfMembers() {
    int first = gzip(FIRST).length;
    int second = first + gzip("").length;
    for (int end = 1; end < packed.length; end++) {
      byte[] cut = Arrays.copyOf(packed, end);
      if (end == first || end == second) {
        continue;
      }
      assertThatThrownBy(() -> unpacked(cut))
          .as("cut at " + end)
          .isInstanceOf(GzipFormatException.class)
          .hasMessageContaining("end of the file");
    }
  }

  @Test
  void everyDamagedByteIsNoticedButThoseThatSayNothing() {
    int first = gzip(FIRST).length;
    for (int at = 0; at < first; at++) {
      byte[] damaged = packed.clone();
      damaged[at] ^= 0x55;
      if (at >= 3 && at < 10) {
        continue; // flags, time and system: what they lead to is tested below
      }
      assertThatThrownBy(() -> unpacked(damaged))
          .as("damaged at " + at)
          .isInstanceOf(GzipFormatException.class);
    }
  }

  @Test
  void namesCommentsAndExtrasOfAHeaderArePassedBy() throws IOException {
    byte[] plain = gzip("words");
    byte[] head = {0x1f, (byte) 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3};
    byte[] extras = {2, 0, 9, 9, 'n', 0, 'c', 0, 7, 7};
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);
    assertThat(unpacked(join(head, extras, rest))).asString(UTF_8).isEqualTo("words");
    byte[] reserved = plain.clone();
    reserved[3] = (byte) 0x80;
    assertThatThrownBy(() -> unpacked(reserved)).hasMessageContaining("reserved flags");
  }

  @Test
  void whatStandsBehindTheLastMemberIsNoticed() {
    assertThatThrownBy(() -> unpacked(join(packed, "more".getBytes(UTF_8))))
        .hasMessageContaining("something else than a gzip member");
  }

  @Test
  void noMoreComesOutThanWasAllowed() throws IOException {
    var in = new GzipMembers(new ByteArrayInputStream(packed), 1_000);
    assertThatThrownBy(in::readAllBytes).hasMessageContaining("at most 1000 bytes");
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (var in = new GzipMembers(new ByteArrayInputStream(packed), 1 << 20)) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(String text) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
