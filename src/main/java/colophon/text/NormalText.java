package colophon.text;

import java.text.Normalizer;

/**
 * The one form in which text is kept, compared and counted: NFC, without U+0000, control and
 * non-characters and lone surrogates, with plain spaces and plain line ends.
 *
 * <p>Characters that a reader cannot see (bidirectional controls, tags, zero-width characters) are
 * text like any other to {@link #of}; who reads documents finds them with {@link #isInvisible} and
 * takes them out with {@link #withoutInvisible}.
 */
public final class NormalText {

  private static final int REPLACEMENT = 0xFFFD;

  private NormalText() {}

  /**
   * The normal form of a text of any length. Runs of spaces become one, lines lose the spaces at
   * their ends, at most one blank line stays between two lines, and both ends are trimmed. Applying
   * it twice changes nothing.
   */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int newlines = 0;
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isLineEnd(c)) {
        boolean second = c == '\r' && i < text.length() && text.charAt(i) == '\n';
        newlines += second ? 0 : paragraphEnd(c) ? 2 : 1;
      } else if (isSpace(c)) {
        space = true;
      } else if (!isForbidden(c)) {
        if (!plain.isEmpty()) {
          plain.append(newlines > 0 ? "\n".repeat(Math.min(2, newlines)) : space ? " " : "");
        }
        newlines = 0;
        space = false;
        plain.appendCodePoint(isLoneSurrogate(c) ? REPLACEMENT : c);
      }
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  /** The normal form with every line end turned into a space. */
  public static String line(String text) {
    return of(text).replaceAll("\n+", " ");
  }

  /** Whether the text is in normal form. */
  public static boolean isNormal(String text) {
    return of(text).equals(text);
  }

  /** Whether this code point changes the direction of writing and shows nothing itself. */
  public static boolean isBidiControl(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || codePoint >= 0x202A && codePoint <= 0x202E
        || codePoint >= 0x2066 && codePoint <= 0x2069;
  }

  /** Whether this is one of the tag characters, which spell ASCII that nobody sees. */
  public static boolean isTag(int codePoint) {
    return codePoint >= 0xE0000 && codePoint <= 0xE007F;
  }

  /** Whether this code point has no width: joiners, soft hyphen, fillers, variation selectors. */
  public static boolean isZeroWidth(int codePoint) {
    return codePoint >= 0x200B && codePoint <= 0x200D
        || codePoint >= 0x2060 && codePoint <= 0x2065
        || codePoint >= 0x206A && codePoint <= 0x206F
        || codePoint == 0x00AD
        || codePoint == 0x034F
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x17B4
        || codePoint == 0x17B5
        || codePoint >= 0x180B && codePoint <= 0x180F
        || codePoint == 0x3164
        || codePoint == 0xFEFF
        || codePoint == 0xFFA0
        || codePoint >= 0xFE00 && codePoint <= 0xFE0F
        || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
  }

  /** Whether a reader sees nothing where this code point stands, spaces and line ends aside. */
  public static boolean isInvisible(int codePoint) {
    return isBidiControl(codePoint) || isTag(codePoint) || isZeroWidth(codePoint);
  }

  /**
   * The text without what a reader cannot see. Joiners between letters of scripts that spell with
   * them (Arabic and the Indic scripts) and the selectors and joiners inside an emoji stay.
   */
  public static String withoutInvisible(String text) {
    if (text.codePoints().noneMatch(NormalText::isInvisible)) {
      return text;
    }
    StringBuilder seen = new StringBuilder(text.length());
    int before = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int after = i < text.length() ? text.codePointAt(i) : -1;
      if (!isInvisible(c) || spells(before, c, after)) {
        seen.appendCodePoint(c);
        before = c;
      }
    }
    return seen.toString();
  }

  private static boolean spells(int before, int c, int after) {
    if (c == 0xFE0F || c == 0xFE0E) {
      return isPictograph(before);
    }
    if (c == 0x200D && (isPictograph(before) || before == 0xFE0F)) {
      return isPictograph(after);
    }
    return (c == 0x200C || c == 0x200D) && isJoining(before) && isJoining(after);
  }

  private static boolean isPictograph(int c) {
    return c >= 0 && (Character.isEmoji(c) || Character.isEmojiModifier(c));
  }

  private static boolean isJoining(int c) {
    if (c < 0) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case ARABIC,
          SYRIAC,
          MONGOLIAN,
          DEVANAGARI,
          BENGALI,
          GURMUKHI,
          GUJARATI,
          ORIYA,
          TAMIL,
          TELUGU,
          KANNADA,
          MALAYALAM,
          SINHALA,
          KHMER,
          MYANMAR ->
          true;
      default -> false;
    };
  }

  private static boolean isLineEnd(int c) {
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == 0x0B
        || c == 0x85
        || paragraphEnd(c)
        || c == 0x2028;
  }

  private static boolean paragraphEnd(int c) {
    return c == 0x2029;
  }

  private static boolean isSpace(int c) {
    return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isForbidden(int c) {
    return Character.isISOControl(c) || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
