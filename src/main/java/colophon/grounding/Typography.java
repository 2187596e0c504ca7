package colophon.grounding;

import java.text.Normalizer;
import java.util.Locale;

/** Makes texts comparable that differ only in how they are set. */
final class Typography {

  /** Stands between groups of digits where the text had a narrow or unbreakable space. */
  static final char DIGIT_SPACE = '\u202f';

  private Typography() {}

  /**
   * The same text with one kind of quote, dash, space and digit. It keeps the length in UTF-16
   * units, so places found in it are places in {@code text}.
   */
  static String plain(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(plain(text, i));
    }
    return out.toString();
  }

  private static char plain(String text, int at) {
    char c = text.charAt(at);
    if (c == '\u00a0' || c == '\u2009' || c == '\u202f') {
      return betweenDigits(text, at) ? DIGIT_SPACE : ' ';
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      return ' ';
    }
    if (c >= '０' && c <= '９') {
      return (char) (c - '０' + '0');
    }
    return switch (c) {
      case '‘', '’', '‚', '‛', '′', 'ʼ', '´', '`', '＇' -> '\'';
      case '“', '”', '„', '‟', '″', '«', '»', '＂', '「', '」', '『', '』' -> '"';
      case '‐', '‑', '‒', '–', '—', '―', '−', '－', '﹣' -> '-';
      case '％' -> '%';
      case '＋' -> '+';
      default -> c;
    };
  }

  private static boolean betweenDigits(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  /**
   * The text as quotations are compared: plain, without quotation marks (an apostrophe inside a
   * word stays), without soft hyphens and zero-width characters, runs of spaces made one.
   */
  static String unquoted(String text) {
    String plain = plain(text);
    var out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean mark = c == '"' || (c == '\'' && !insideWord(plain, i));
      boolean unseen = c == '\u00ad' || Character.getType(c) == Character.FORMAT;
      boolean spaceAgain = c == ' ' && (out.isEmpty() || out.charAt(out.length() - 1) == ' ');
      if (!mark && !unseen && !spaceAgain) {
        out.append(c);
      }
    }
    return out.toString().replace("…", "...").replace(" - ", "-").strip();
  }

  static boolean insideWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  /** A word as names are compared: lower case, without diacritics and possessive ending. */
  static String folded(String word) {
    String plain = plain(word);
    if (plain.endsWith("'s")) {
      plain = plain.substring(0, plain.length() - 2);
    } else if (plain.endsWith("'")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    String base =
        hasHangul(plain)
            ? Normalizer.normalize(plain, Normalizer.Form.NFC)
            : Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("\\p{Mn}", "");
    return base.toLowerCase(Locale.ROOT)
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("đ", "d")
        .replace("ı", "i")
        .replace(".", "")
        .replace("'", "");
  }

  private static boolean hasHangul(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
  }

  /** Whether the text holds Chinese, Japanese or Korean letters. */
  static boolean hasEastAsian(String text) {
    return text.codePoints().anyMatch(Typography::eastAsian);
  }

  static boolean eastAsian(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> false;
    };
  }
}
