package colophon.edition;

import java.util.Locale;
import java.util.Optional;

/**
 * Which characters may stand in what we publish. Direction controls make a text read otherwise than
 * it is written, tag characters and controls carry what no reader sees; none of them ever goes out.
 */
final class CleanText {

  private CleanText() {}

  /** The text without characters that are never published; for words we quote from a source. */
  static String of(String text) {
    if (firstForbidden(text).isEmpty()) {
      return text;
    }
    var out = new StringBuilder(text.length());
    text.codePoints().filter(c -> !isForbidden(c)).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** The same in one line: a name or a title cannot start a line of its own. */
  static String line(String text) {
    return of(text).replaceAll("\\s+", " ").strip();
  }

  /** The first character that is never published, named like {@code U+202E}. */
  static Optional<String> firstForbidden(String text) {
    return text.codePoints()
        .filter(CleanText::isForbidden)
        .mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
        .findFirst();
  }

  private static boolean isForbidden(int c) {
    boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t';
    boolean loneSurrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    boolean lineSeparator = c == 0x2028 || c == 0x2029;
    return control
        || loneSurrogate
        || nonCharacter
        || lineSeparator
        || c == 0xFEFF
        || isDirection(c)
        || (c >= 0xE0000 && c <= 0xE007F);
  }

  /** The Bidi_Control characters of Unicode, and the deprecated format characters beside them. */
  private static boolean isDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x206F);
  }
}
