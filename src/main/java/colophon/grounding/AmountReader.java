package colophon.grounding;

import colophon.grounding.Figure.Kind;
import colophon.grounding.Figure.Reading;
import colophon.grounding.Units.Unit;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads numbers with their scale, unit or currency. */
final class AmountReader {

  private static final Set<String> BETWEEN =
      Set.of(
          "metric us american canadian australian consecutive straight full long whole nautical more additional further other calendar short extra singapore"
              .split(" "));

  private final Tokens tokens;

  AmountReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** A number in digits or words with its scale, without a unit. */
  @Nullable RawFigure amount(int at) {
    if (!tokens.number(at)) {
      Cardinal cardinal = Cardinal.at(tokens.list(), at);
      return cardinal == null || cardinal.ordinal()
          ? null
          : RawFigure.counted(at, cardinal.next(), cardinal.value(), BigDecimal.ONE);
    }
    BigDecimal number = tokens.value(at);
    int next = at + 1;
    BigDecimal part = PartReader.vulgar(tokens, next);
    if (part != null) {
      number = number.add(part);
      next++;
    }
    var eastAsian = EastAsianScale.after(tokens.list(), next, number);
    if (eastAsian != null) {
      return RawFigure.counted(at, eastAsian.next(), eastAsian.value(), BigDecimal.ONE);
    }
    int place = tokens.after(next - 1, "-");
    BigDecimal scale = NumberWords.scale(tokens.lower(place));
    return scale == null
        ? RawFigure.counted(at, next, number, BigDecimal.ONE)
        : RawFigure.counted(at, place + 1, number, scale);
  }

  /** The same amount with the unit that follows it. */
  RawFigure measured(RawFigure amount) {
    int at = amount.next();
    UnitReader.Measured unit = UnitReader.at(tokens.list(), at);
    if (unit == null && BETWEEN.contains(tokens.lower(at))) {
      unit = UnitReader.at(tokens.list(), at + 1);
    }
    if (unit != null) {
      return amount.in(unit.unit(), unit.next());
    }
    if (tokens.attached(at) && tokens.is(at, "m")) {
      // "5m": metres or millions.
      BigDecimal millions = amount.value().multiply(new BigDecimal("1000000"));
      return RawFigure.fixed(
          amount.first(),
          at + 1,
          new Reading(Kind.MEASURE, "metre", amount.value()),
          new Reading(Kind.COUNT, "", millions));
    }
    return EastAsianScale.ordinal(tokens.list(), at)
        ? RawFigure.ordinal(amount.first(), at + 1, amount.value())
        : amount;
  }

  /** The amount after a currency's sign or code, which begins at {@code first}. */
  @Nullable RawFigure money(int first, int at, @Nullable Unit currency) {
    boolean negative = tokens.is(at, "-");
    RawFigure amount =
        currency != null && tokens.has(at + (negative ? 1 : 0))
            ? amount(at + (negative ? 1 : 0))
            : null;
    if (amount == null) {
      return null;
    }
    RawFigure signed = negative ? amount.negated(first) : amount.from(first);
    BigDecimal letter =
        tokens.attached(amount.next()) ? letterScale(tokens.lower(amount.next())) : null;
    return letter == null
        ? signed.in(currency, amount.next())
        : signed.scaled(amount.scale().multiply(letter)).in(currency, amount.next() + 1);
  }

  static @Nullable BigDecimal letterScale(String lower) {
    return switch (lower) {
      case "k" -> new BigDecimal("1000");
      case "m" -> new BigDecimal("1000000");
      case "b" -> new BigDecimal("1000000000");
      case "t" -> new BigDecimal("1000000000000");
      default -> null;
    };
  }
}
