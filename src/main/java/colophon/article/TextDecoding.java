package colophon.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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

/**
 * Bytes into characters, for pages that declare their charset wrongly. A byte order mark decides;
 * then bytes that are valid UTF-8 and not ASCII are UTF-8, whatever is declared (no other charset
 * in use produces them by chance); then the header, the page's own declaration and the charsets
 * usual for its language are tried, and the first that fits without an error is taken.
 */
final class TextDecoding {

  private static final int DECLARATION_WITHIN_BYTES = 4096;
  private static final Pattern DECLARED =
      Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");
  private static final Pattern LANGUAGE =
      Pattern.compile("(?i)\\blang\\s*=\\s*[\"']?\\s*([a-z]{2,3})");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Broken UTF-8 (a cut character, one stray byte) is still UTF-8 below one fault in so many. */
  private static final int CHARACTERS_A_FAULT = 100;

  private TextDecoding() {}

  /** The characters of a document; {@code contentType} is the header, empty where there is none. */
  static String decode(byte[] document, String contentType) {
    int length = document.length;
    if (startsWith(document, 0xef, 0xbb, 0xbf)) {
      return new String(document, 3, length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(document, 0xff, 0xfe)) {
      return new String(document, 2, length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(document, 0xfe, 0xff)) {
      return new String(document, 2, length - 2, StandardCharsets.UTF_16BE);
    }
    Optional<String> wide = wideWithoutMark(document);
    if (wide.isPresent()) {
      return wide.get();
    }
    Optional<String> utf8 = strictly(document, StandardCharsets.UTF_8);
    if (utf8.isPresent() && !hasEscapes(document)) {
      return utf8.get();
    }
    for (Charset charset : candidates(document, contentType)) {
      Optional<String> text = strictly(document, charset);
      if (text.isPresent() && isPlausible(text.get(), charset)) {
        return text.get();
      }
    }
    return lenient(document);
  }

  private static List<Charset> candidates(byte[] document, String contentType) {
    String head =
        new String(
            document,
            0,
            Math.min(document.length, DECLARATION_WITHIN_BYTES),
            StandardCharsets.ISO_8859_1);
    var charsets = new ArrayList<Charset>();
    named(contentType).ifPresent(charsets::add);
    named(head).ifPresent(charsets::add);
    if (hasEscapes(document)) {
      charsets.add(Charset.forName("ISO-2022-JP"));
    }
    Matcher language = LANGUAGE.matcher(head);
    if (language.find()) {
      for (String name : usualFor(language.group(1).toLowerCase(Locale.ROOT))) {
        charsets.add(Charset.forName(name));
      }
    }
    return charsets;
  }

  private static List<String> usualFor(String language) {
    return switch (language) {
      case "ko" -> List.of("x-windows-949");
      case "ja" -> List.of("windows-31j", "EUC-JP");
      case "zh" -> List.of("GB18030", "Big5");
      case "ru", "uk", "bg", "sr", "be", "mk" -> List.of("windows-1251");
      case "pl", "cs", "hu", "sk", "sl", "hr", "ro" -> List.of("windows-1250");
      case "el" -> List.of("windows-1253");
      case "tr" -> List.of("windows-1254");
      case "he" -> List.of("windows-1255");
      case "ar", "fa" -> List.of("windows-1256");
      default -> List.of();
    };
  }

  private static Optional<Charset> named(String text) {
    Matcher found = DECLARED.matcher(text);
    while (found.find()) {
      try {
        Charset charset = Charset.forName(label(found.group(1).toLowerCase(Locale.ROOT)));
        if (!charset.equals(StandardCharsets.UTF_8)) {
          return Optional.of(charset);
        }
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        continue; // a name nobody knows tells nothing
      }
    }
    return Optional.empty();
  }

  /** Labels mean what browsers take them for (WHATWG Encoding, section 4.2). */
  private static String label(String name) {
    return switch (name) {
      case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii" -> "windows-1252";
      case "iso-8859-9" -> "windows-1254";
      case "gb2312", "gbk", "x-gbk" -> "GB18030";
      case "shift_jis", "shift-jis", "sjis", "x-sjis" -> "windows-31j";
      case "euc-kr", "ks_c_5601-1987", "korean", "ksc5601" -> "x-windows-949";
      default -> name;
    };
  }

  private static Optional<String> strictly(byte[] document, Charset charset) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(document));
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A one-byte charset fits every sequence of bytes; control characters in print betray it. */
  private static boolean isPlausible(String text, Charset charset) {
    return charset.newEncoder().maxBytesPerChar() > 1
        || text.chars().filter(c -> c >= 0x80 && c < 0xa0).count() * 200 < text.length() + 200;
  }

  private static String lenient(byte[] document) {
    String utf8 = new String(document, StandardCharsets.UTF_8);
    long faults = utf8.chars().filter(c -> c == 0xfffd).count();
    long beyondAscii = utf8.chars().filter(c -> c > 0x7f).count();
    boolean mostlyUtf8 = faults * CHARACTERS_A_FAULT < utf8.length() && faults * 4 < beyondAscii;
    return mostlyUtf8 ? utf8 : new String(document, WINDOWS_1252);
  }

  private static Optional<String> wideWithoutMark(byte[] document) {
    int even = 0;
    int odd = 0;
    int looked = Math.min(document.length, DECLARATION_WITHIN_BYTES);
    for (int i = 0; i < looked; i++) {
      if (document[i] == 0) {
        even += 1 - i % 2;
        odd += i % 2;
      }
    }
    if (odd > looked / 4 && even == 0) {
      return Optional.of(new String(document, StandardCharsets.UTF_16LE));
    }
    return even > looked / 4 && odd == 0
        ? Optional.of(new String(document, StandardCharsets.UTF_16BE))
        : Optional.empty();
  }

  private static boolean hasEscapes(byte[] document) {
    for (int i = 0; i + 1 < document.length; i++) {
      if (document[i] == 0x1b && (document[i + 1] == '$' || document[i + 1] == '(')) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] document, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (document.length <= i || (document[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
