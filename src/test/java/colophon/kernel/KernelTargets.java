package colophon.kernel;

import static colophon.fuzz.FuzzTarget.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The readers of JSON and of gzip, under which other formats lie. */
public final class KernelTargets {

  private static final int MOST_BYTES = 1 << 20;

  private KernelTargets() {}

  public static List<FuzzTarget> all() {
    return List.of(
        new FuzzTarget("json", KernelTargets::seeds, KernelTargets::json),
        new FuzzTarget("gzip", KernelTargets::packed, KernelTargets::gzip));
  }

  private static List<byte[]> seeds() {
    return Stream.of(
            "{\"a\":[1,-0.5e3,true,null,\"\\u00e9\\ud83d\\ude00\"],\"b\":{}}",
            "[[[[{}]]],1e400,0.1,123456789012345678901234567890]",
            "\"\\ud83d\"",
            "{\"a\":1,\"a\":2} x")
        .map(text -> text.getBytes(UTF_8))
        .toList();
  }

  /** What was read is written canonically, and what is canonical is read as the same. */
  private static void json(byte[] input) throws JsonFormatException {
    Json read;
    try {
      read = JsonReader.read(input, MOST_BYTES);
    } catch (JsonFormatException e) {
      return;
    }
    byte[] canonical = CanonicalJson.bytes(read);
    Json again = JsonReader.read(canonical, MOST_BYTES * 8);
    require(Arrays.equals(canonical, CanonicalJson.bytes(again)), "canonical is canonical");
  }

  /** We write no gzip ourselves; WARC files are packed by the platform's own. */
  private static List<byte[]> packed() {
    byte[] named = pack("");
    byte[] header = {
      0x1f, (byte) 0x8b, 8, 4 | 8 | 16 | 2, 0, 0, 0, 0, 0, 3, 1, 0, 'x', 'n', 0, 'c', 0
    };
    var odd = new ByteArrayOutputStream();
    odd.writeBytes(header);
    odd.writeBytes(new byte[] {0, 0});
    odd.write(named, 10, named.length - 10);
    var several = new ByteArrayOutputStream();
    several.writeBytes(pack("The harbour opened to boats on Monday. ".repeat(50)));
    several.writeBytes(pack(""));
    several.writeBytes(pack("It closed on Tuesday."));
    return List.of(several.toByteArray(), pack("words"), odd.toByteArray());
  }

  private static byte[] pack(String text) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Read at once and byte by byte, it is the same or refused alike. */
  private static void gzip(byte[] input) throws IOException {
    byte[] whole = null;
    try (var members = new GzipMembers(new ByteArrayInputStream(input), MOST_BYTES)) {
      whole = members.readAllBytes();
    } catch (GzipFormatException e) {
      // Refused, as it must be below.
    }
    byte[] slowly = null;
    try (var members = new GzipMembers(new ByteArrayInputStream(input), MOST_BYTES)) {
      var out = new ByteArrayOutputStream();
      for (int each = members.read(); each >= 0; each = members.read()) {
        out.write(each);
      }
      slowly = out.toByteArray();
    } catch (GzipFormatException e) {
      // Refused, as it must be above.
    }
    require(Arrays.equals(whole, slowly), "how it is read decides nothing");
    require(whole == null || whole.length <= MOST_BYTES, "no more comes out than was allowed");
  }
}
