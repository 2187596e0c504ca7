package colophon.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a feed as characters. The byte order mark decides, then the charset of the media type,
 * then the XML declaration (RFC 7303, section 3), with two corrections that the web has taught:
 * text that is well-formed UTF-8 beyond ASCII is UTF-8 even where a western single-byte charset is
 * declared, and what no declared charset can decode is tried as UTF-8 and read as windows-1252.
 */
final class FeedText {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final int DECLARATION_BYTES = 512;
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']\\s*([A-Za-z0-9._:-]+)\\s*[\"']");

  private FeedText() {}

  static String decode(byte[] bytes, @Nullable String mediaType) {
    Mark mark = mark(bytes);
    if (mark != null) {
      return lenient(bytes, mark.length, mark.charset);
    }
    List<Charset> declared = declared(bytes, mediaType);
    Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
    boolean beyondAscii = utf8.isPresent() && utf8.get().length() != bytes.length;
    if (utf8.isPresent()
        && (declared.isEmpty() || (beyondAscii && isWestern(declared.getFirst())))) {
      return clean(utf8.get());
    }
    for (Charset charset : declared) {
      Optional<String> decoded = strict(bytes, charset).filter(FeedText::hasMarkup);
      if (decoded.isPresent()) {
        return clean(decoded.get());
      }
    }
    return utf8.map(FeedText::clean).orElseGet(() -> damaged(bytes, declared));
  }

  private record Mark(Charset charset, int length) {}

  /** A byte order mark, or the pattern that "<" leaves in a wide encoding without one. */
  private static @Nullable Mark mark(byte[] b) {
    if (starts(b, 0xef, 0xbb, 0xbf)) {
      return new Mark(StandardCharsets.UTF_8, 3);
    }
    if (starts(b, 0xff, 0xfe, 0, 0)) {
      return new Mark(UTF_32LE, 4);
    }
    if (starts(b, 0, 0, 0xfe, 0xff)) {
      return new Mark(UTF_32BE, 4);
    }
    if (starts(b, 0xff, 0xfe)) {
      return new Mark(StandardCharsets.UTF_16LE, 2);
    }
    if (starts(b, 0xfe, 0xff)) {
      return new Mark(StandardCharsets.UTF_16BE, 2);
    }
    if (starts(b, '<', 0, 0, 0)) {
      return new Mark(UTF_32LE, 0);
    }
    if (starts(b, 0, 0, 0, '<')) {
      return new Mark(UTF_32BE, 0);
    }
    if (starts(b, '<', 0)) {
      return new Mark(StandardCharsets.UTF_16LE, 0);
    }
    return starts(b, 0, '<') ? new Mark(StandardCharsets.UTF_16BE, 0) : null;
  }

  private static boolean starts(byte[] bytes, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static List<Charset> declared(byte[] bytes, @Nullable String mediaType) {
    var charsets = new ArrayList<Charset>();
    if (mediaType != null) {
      named(CHARSET.matcher(mediaType)).ifPresent(charsets::add);
    }
    String head =
        new String(
            bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
    named(DECLARED.matcher(head)).ifPresent(charsets::add);
    return charsets;
  }

  /** The charset of that name as browsers understand it (WHATWG Encoding, section 4.2). */
  private static Optional<Charset> named(Matcher match) {
    if (!match.find()) {
      return Optional.empty();
    }
    String name = match.group(1).toLowerCase(Locale.ROOT);
    String understood =
        switch (name) {
          case "iso-8859-1", "latin1", "iso8859-1", "us-ascii", "ascii", "cp1252" -> "windows-1252";
          case "gb2312", "gbk", "x-gbk", "gb_2312-80" -> "gb18030";
          case "shift_jis", "shift-jis", "x-sjis", "sjis" -> "windows-31j";
          case "euc-kr", "ks_c_5601-1987", "ksc5601" -> "x-windows-949";
          case "tis-620", "iso-8859-11" -> "x-windows-874";
          case "iso-8859-9" -> "windows-1254";
          default -> name;
        };
    try {
      Charset charset = Charset.forName(understood);
      // Bytes that could be searched for "<?xml" in ASCII cannot be in a wide encoding.
      return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
          ? Optional.of(StandardCharsets.UTF_8)
          : Optional.of(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static boolean isWestern(Charset charset) {
    return charset.equals(WINDOWS_1252) || charset.name().equals("ISO-8859-15");
  }

  /** Guards against a charset that decodes anything and has no "<" where the feed has one. */
  private static boolean hasMarkup(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('{') >= 0;
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A few bad bytes in a declared multi-byte text cost those characters, not all of them. */
  private static String damaged(byte[] bytes, List<Charset> declared) {
    Charset charset = declared.isEmpty() ? StandardCharsets.UTF_8 : declared.getFirst();
    String decoded = new String(bytes, charset);
    long lost = decoded.chars().filter(c -> c == 0xfffd).count();
    boolean mostlyThere = lost * 20 <= decoded.chars().filter(c -> c > 127).count();
    return clean(mostlyThere ? decoded : new String(bytes, WINDOWS_1252));
  }

  private static String lenient(byte[] bytes, int from, Charset charset) {
    return clean(new String(bytes, from, bytes.length - from, charset));
  }

  /** Without characters that no text may hold. */
  private static String clean(String text) {
    int at = 0;
    while (at < text.length() && isText(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    var out = new StringBuilder(text.length());
    text.chars().filter(c -> isText((char) c)).forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static boolean isText(char c) {
    return c >= ' '
        ? c != 0xfeff && c != 0xfffe && c != 0xffff
        : c == '\n' || c == '\r' || c == '\t';
  }
}
