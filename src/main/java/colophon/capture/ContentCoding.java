package colophon.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Undoes the one content coding we ask for, gzip (RFC 9110, section 8.4.1), within a limit. */
final class ContentCoding {

  private static final int BUFFER_BYTES = 16 << 10;

  private ContentCoding() {}

  /**
   * The body without its coding.
   *
   * @param codings the values of Content-Encoding
   * @param most the largest result, in bytes
   */
  static byte[] decode(byte[] body, List<String> codings, int most) throws ContentCodingException {
    List<String> named =
        codings.stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .filter(value -> !value.isEmpty() && !value.equals("identity"))
            .toList();
    if (named.isEmpty() || body.length == 0) {
      return body;
    }
    String coding = named.getFirst();
    if (named.size() > 1 || !(coding.equals("gzip") || coding.equals("x-gzip"))) {
      throw new ContentCodingException(
          "it is packed as " + String.join(", ", named) + ", and only gzip was asked for");
    }
    // Some servers say gzip and send the page as it is.
    return startsLikeGzip(body) ? gunzip(body, most) : body;
  }

  private static boolean startsLikeGzip(byte[] body) {
    return body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
  }

  private static byte[] gunzip(byte[] body, int most) throws ContentCodingException {
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body), BUFFER_BYTES)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
        if (out.size() > most) {
          throw new ContentCodingException(
              "its " + body.length + " packed bytes grow beyond the limit of " + most + " bytes");
        }
      }
    } catch (IOException e) {
      throw new ContentCodingException("its gzip packing is damaged");
    }
    return out.toByteArray();
  }
}
