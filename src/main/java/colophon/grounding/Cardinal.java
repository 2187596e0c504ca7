package colophon.grounding;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole number in English words: "twenty-five", "two hundred and six", "a dozen".
 *
 * @param next the token after it
 * @param ordinal whether it ends like "twenty-first"
 */
record Cardinal(BigDecimal value, int next, boolean ordinal) {

  /** Reads one that begins at a token; null where none does. */
  static @Nullable Cardinal at(List<Token> tokens, int first) {
    var reading = new Reading(tokens, first);
    return reading.run() ? new Cardinal(reading.value(), reading.at, reading.ordinal) : null;
  }

  private static final class Reading {
    private final List<Token> tokens;
    private int at;
    private long total;
    private long current;
    private boolean any;
    private boolean ordinal;

    Reading(List<Token> tokens, int first) {
      this.tokens = tokens;
      this.at = first;
    }

    BigDecimal value() {
      return BigDecimal.valueOf(total + current);
    }

    boolean run() {
      if (article()) {
        any = true;
        current = 1;
        at++;
      }
      while (at < tokens.size() && !ordinal && step()) {
        any = true;
      }
      return any;
    }

    /** "a hundred", "a million", "a dozen". */
    private boolean article() {
      return (word(at).equals("a") || word(at).equals("an"))
          && (scale(word(at + 1)) != null || word(at + 1).equals("dozen"));
    }

    private boolean step() {
      int place = joint();
      String word = word(place);
      Integer small = NumberWords.small(word);
      Integer tens = NumberWords.tens(word);
      Integer ordinalValue = NumberWords.ordinal(word);
      BigDecimal scale = scale(word);
      if (small != null && takes(small)) {
        current += small;
      } else if (tens != null && current % 100 == 0) {
        current += tens;
      } else if (scale != null && any && scaled(scale)) {
        return advance(place);
      } else if (ordinalValue != null
          && any
          && current % 100 >= 20
          && ordinalValue < 10
          && place > at) {
        current += ordinalValue;
        ordinal = true;
      } else {
        return false;
      }
      return advance(place);
    }

    private boolean advance(int place) {
      at = place + 1;
      return true;
    }

    private boolean takes(int small) {
      boolean afterTens = current % 100 >= 20 && current % 10 == 0 && small > 0 && small < 10;
      return current % 100 == 0 && (!any || current > 0 || total > 0) || afterTens;
    }

    private boolean scaled(BigDecimal scale) {
      long by = scale.longValueExact();
      if (current == 0 || current > 100_000) {
        return false;
      }
      if (by <= 100) {
        current *= by;
      } else {
        total += current * by;
        current = 0;
      }
      return true;
    }

    /** The place of the next word past a hyphen ("twenty-five") or an "and" ("hundred and six"). */
    private int joint() {
      if (!any || at + 1 >= tokens.size()) {
        return at;
      }
      Token token = tokens.get(at);
      Token after = tokens.get(at + 1);
      boolean hyphen = token.is("-") && !token.spaced() && !after.spaced();
      boolean and =
          token.is("and")
              && (current % 100 == 0)
              && value().signum() > 0
              && value().longValue() >= 100
              && (NumberWords.small(after.lower()) != null
                  || NumberWords.tens(after.lower()) != null);
      return hyphen || and ? at + 1 : at;
    }

    private String word(int place) {
      return place < tokens.size() && tokens.get(place).kind() == Token.Kind.WORD
          ? tokens.get(place).lower()
          : "";
    }

    private static @Nullable BigDecimal scale(String word) {
      return word.length() < 4 ? null : NumberWords.scale(word);
    }
  }
}
