package colophon.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, a word, one East Asian letter or one sign of a text.
 *
 * @param text as it stands
 * @param lower in lower case; a number without separators and with a decimal point
 * @param spaced whether a space or the text's start comes before it
 */
record Token(Kind kind, String text, String lower, int start, int end, boolean spaced) {

  /** What it is made of. */
  enum Kind {
    NUMBER,
    WORD,
    LETTER,
    SIGN
  }

  private static final String EAST_ASIAN =
      "[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}ー]";
  private static final String REST =
      "|(?<word>\\p{L}\\.(?:\\p{L}\\.)+|(?:(?!"
          + EAST_ASIAN
          + ")[\\p{L}\\p{M}])+(?:'(?:(?!"
          + EAST_ASIAN
          + ")\\p{L})+)*)|(?<letter>"
          + EAST_ASIAN
          + ")|(?<sign>\\S)";
  private static final Pattern POINT_DECIMALS =
      Pattern.compile(
          "(?<number>\\d{1,3}(?:[,\u202f']\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?)" + REST);
  private static final Pattern COMMA_DECIMALS =
      Pattern.compile(
          "(?<number>\\d{1,3}(?:[.\u202f']\\d{3})+(?:,\\d+)?(?!\\d)|\\d+(?:,\\d+)?)" + REST);

  boolean number() {
    return kind == Kind.NUMBER;
  }

  boolean is(String expected) {
    return lower.equals(expected);
  }

  /**
   * Cuts a text.
   *
   * @param plain as {@link Typography#plain} made it
   * @param commaDecimals whether its language writes 1.234,5
   */
  static List<Token> cut(String plain, boolean commaDecimals) {
    var tokens = new ArrayList<Token>();
    Matcher matcher = (commaDecimals ? COMMA_DECIMALS : POINT_DECIMALS).matcher(plain);
    int last = 0;
    while (matcher.find()) {
      boolean spaced = matcher.start() > last || matcher.start() == 0;
      last = matcher.end();
      String text = matcher.group();
      Kind kind =
          matcher.group("number") != null
              ? Kind.NUMBER
              : matcher.group("word") != null
                  ? Kind.WORD
                  : matcher.group("letter") != null ? Kind.LETTER : Kind.SIGN;
      tokens.add(
          new Token(
              kind,
              text,
              lower(kind, text, commaDecimals),
              matcher.start(),
              matcher.end(),
              spaced));
    }
    return tokens;
  }

  private static String lower(Kind kind, String text, boolean commaDecimals) {
    if (kind == Kind.NUMBER) {
      return commaDecimals
          ? text.replaceAll("[.\u202f']", "").replace(',', '.')
          : text.replaceAll("[,\u202f']", "");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return kind == Kind.WORD ? lower.replace(".", "") : lower;
  }
}
