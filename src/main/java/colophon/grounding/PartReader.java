package colophon.grounding;

import colophon.grounding.Figure.Kind;
import colophon.grounding.Figure.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads parts of a whole: "half of", "two-thirds", "a quarter of", "½", "1/3". */
final class PartReader {

  private static final int PLACES = 6;
  private static final Map<String, BigDecimal> VULGAR =
      Map.of(
          "½",
          new BigDecimal("0.5"),
          "¼",
          new BigDecimal("0.25"),
          "¾",
          new BigDecimal("0.75"),
          "⅓",
          part(1, 3),
          "⅔",
          part(2, 3));
  private static final Map<String, Integer> PARTS =
      Map.ofEntries(
          Map.entry("third", 3),
          Map.entry("thirds", 3),
          Map.entry("quarter", 4),
          Map.entry("quarters", 4),
          Map.entry("fifth", 5),
          Map.entry("fifths", 5),
          Map.entry("sixth", 6),
          Map.entry("sixths", 6),
          Map.entry("eighth", 8),
          Map.entry("eighths", 8),
          Map.entry("tenth", 10),
          Map.entry("tenths", 10));

  private final Tokens tokens;
  private final AmountReader amounts;

  PartReader(Tokens tokens, AmountReader amounts) {
    this.tokens = tokens;
    this.amounts = amounts;
  }

  /** The value of a sign such as "½"; null where none stands there. */
  static @Nullable BigDecimal vulgar(Tokens tokens, int at) {
    return VULGAR.get(tokens.lower(at));
  }

  static Reading[] readings(BigDecimal value) {
    return new Reading[] {
      new Reading(Kind.FRACTION, "", value),
      new Reading(Kind.PERCENT, "", value.multiply(BigDecimal.valueOf(100)))
    };
  }

  /** A part in words. */
  @Nullable RawFigure words(int at) {
    String word = tokens.lower(at);
    if (word.equals("half")) {
      return half(at);
    }
    Integer many = word.equals("a") ? Integer.valueOf(1) : NumberWords.small(word);
    int place = tokens.after(at, "-");
    Integer parts = PARTS.get(tokens.lower(place));
    if (parts == null || many == null || many == 0 || many >= parts) {
      return null;
    }
    BigDecimal value = part(many, parts);
    boolean hyphenated = place > at + 1;
    if (tokens.is(place + 1, "of") || many > 1 || hyphenated || tokens.is(at - 1, "by")) {
      RawFigure measured = ofUnit(at, place + 1, value);
      return measured == null ? RawFigure.fixed(at, place + 1, readings(value)) : measured;
    }
    Reading rank = new Reading(Kind.ORDINAL, "", BigDecimal.valueOf(parts));
    // "a quarter" alone is three months; "a third" may be one more.
    return parts == 4 ? null : RawFigure.fixed(at, place + 1, readings(value)[0], rank);
  }

  /** "a quarter of an hour", "two thirds of a percentage point". */
  private @Nullable RawFigure ofUnit(int first, int of, BigDecimal value) {
    boolean one = tokens.is(of + 1, "a") || tokens.is(of + 1, "an");
    UnitReader.Measured unit =
        tokens.is(of, "of") && one ? UnitReader.at(tokens.list(), of + 2) : null;
    return unit == null
        ? null
        : RawFigure.counted(first, of, value, BigDecimal.ONE).in(unit.unit(), unit.next());
  }

  private @Nullable RawFigure half(int at) {
    String before = tokens.lower(at - 1);
    if (NumberWords.ordinal(before) != null || before.equals("last") || before.equals("latter")) {
      return null;
    }
    int article = tokens.after(at, "-");
    int place = tokens.is(article, "a") || tokens.is(article, "an") ? article + 1 : article;
    BigDecimal scale = NumberWords.scale(tokens.lower(place));
    BigDecimal number = new BigDecimal("0.5");
    if (scale != null) {
      return amounts.measured(RawFigure.counted(at, place + 1, number, scale));
    }
    if (Units.named(tokens.lower(place)) != null) {
      return amounts.measured(RawFigure.counted(at, place, number, BigDecimal.ONE));
    }
    boolean partitive = tokens.is(at + 1, "of") || tokens.is(at + 1, "the");
    return partitive || before.equals("by") || before.equals("in")
        ? RawFigure.fixed(at, at + 1, readings(number))
        : null;
  }

  /** "1/3"; null where the numbers are something else, such as a day and a month. */
  @Nullable RawFigure slash(int at) {
    if (!tokens.is(at + 1, "/") || !tokens.number(at + 2) || !tokens.attached(at + 2)) {
      return null;
    }
    BigDecimal many = tokens.value(at);
    BigDecimal parts = tokens.value(at + 2);
    return many.compareTo(parts) < 0 && parts.compareTo(BigDecimal.TEN) <= 0
        ? RawFigure.fixed(at, at + 3, readings(many.divide(parts, PLACES, RoundingMode.HALF_UP)))
        : null;
  }

  private static BigDecimal part(int many, int parts) {
    return BigDecimal.valueOf(many).divide(BigDecimal.valueOf(parts), PLACES, RoundingMode.HALF_UP);
  }
}
