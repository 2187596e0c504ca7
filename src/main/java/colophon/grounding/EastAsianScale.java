package colophon.grounding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Korean, Japanese and Chinese scales after digits: "2억 5천만", "120万".
 *
 * @param next the token after it
 */
record EastAsianScale(BigDecimal value, int next) {

  private static final BigDecimal MYRIAD = new BigDecimal("10000");
  private static final Set<String> ORDINAL_LETTERS = Set.of("번", "차", "위", "位", "番", "등", "회차");

  /** Reads the letters after a number; null where none is a scale. */
  static @Nullable EastAsianScale after(List<Token> tokens, int first, BigDecimal number) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    @Nullable BigDecimal current = number;
    int at = first;
    boolean any = false;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      BigDecimal scale =
          token.kind() == Token.Kind.LETTER
              ? NumberWords.eastAsianScale(token.text().charAt(0))
              : null;
      if (scale != null && (!token.spaced() || current != null)) {
        BigDecimal units = current == null ? BigDecimal.ZERO : current;
        if (scale.compareTo(MYRIAD) < 0) {
          section = section.add((units.signum() == 0 ? BigDecimal.ONE : units).multiply(scale));
        } else {
          total = total.add(section.add(units).multiply(scale));
          section = BigDecimal.ZERO;
        }
        current = null;
        any = true;
      } else if (any && current == null && token.number() && scaleFollows(tokens, at)) {
        current = new BigDecimal(token.lower());
      } else {
        break;
      }
      at++;
    }
    BigDecimal rest = current == null ? BigDecimal.ZERO : current;
    return any ? new EastAsianScale(total.add(section).add(rest), at) : null;
  }

  private static boolean scaleFollows(List<Token> tokens, int at) {
    boolean close = !tokens.get(at).spaced();
    boolean scale =
        at + 1 < tokens.size()
            && tokens.get(at + 1).kind() == Token.Kind.LETTER
            && !tokens.get(at + 1).spaced()
            && NumberWords.eastAsianScale(tokens.get(at + 1).text().charAt(0)) != null;
    return close || scale;
  }

  /** Whether a letter stands there that makes the number before it a rank. */
  static boolean ordinal(List<Token> tokens, int at) {
    return at < tokens.size()
        && !tokens.get(at).spaced()
        && ORDINAL_LETTERS.contains(tokens.get(at).text());
  }
}
