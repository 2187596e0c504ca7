package colophon.grounding;

import colophon.grounding.Figure.Kind;
import colophon.grounding.Figure.Reading;
import colophon.grounding.Units.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the figures of one text, whose dates were blanked out. */
final class FigureReader {

  /** What may stand before a currency's sign ("US$") or before digits ("EUR 5"). */
  private static final Set<String> CURRENCY_CODES =
      Set.of("us", "usd", "eur", "gbp", "jpy", "krw", "cny", "inr", "chf", "rs", "hk", "nz");

  private final String plain;
  private final Tokens tokens;
  private final boolean evidence;
  private final AmountReader amounts;
  private final PartReader parts;

  FigureReader(String plain, boolean commaDecimals, boolean evidence) {
    this.plain = plain;
    this.tokens = new Tokens(Token.cut(plain, commaDecimals));
    this.evidence = evidence;
    this.amounts = new AmountReader(tokens);
    this.parts = new PartReader(tokens, amounts);
  }

  static boolean currencyCode(String lower) {
    return CURRENCY_CODES.contains(lower);
  }

  List<Figure> figures() {
    var found = new ArrayList<RawFigure>();
    int at = 0;
    while (at < tokens.size()) {
      RawFigure raw = figure(at);
      if (raw == null) {
        at++;
      } else {
        found.add(raw);
        at = Math.max(at + 1, raw.next());
      }
    }
    return new FigureContext(plain, tokens).finish(found);
  }

  private @Nullable RawFigure figure(int at) {
    RawFigure designation = Designation.at(tokens, at);
    if (designation != null) {
      return designation;
    }
    return switch (tokens.at(at).kind()) {
      case NUMBER -> number(at);
      case WORD -> word(at);
      case SIGN -> sign(at);
      case LETTER -> tokens.is(at, "第") ? ranked(at, at + 1) : null;
    };
  }

  private @Nullable RawFigure ranked(int first, int at) {
    return tokens.number(at) ? RawFigure.ordinal(first, at + 1, tokens.value(at)) : null;
  }

  private @Nullable RawFigure sign(int at) {
    Token token = tokens.at(at);
    if (Character.getType(token.text().charAt(0)) == Character.CURRENCY_SYMBOL) {
      return amounts.money(at, at + 1, Units.named(token.text()));
    }
    BigDecimal part = PartReader.vulgar(tokens, at);
    if (part != null) {
      return RawFigure.fixed(at, at + 1, PartReader.readings(part));
    }
    if (token.is("#")) {
      return ranked(at, at + 1);
    }
    boolean alone = token.spaced() || tokens.is(at - 1, "(");
    return token.is("-") && alone && tokens.attached(at + 1) ? negative(at) : null;
  }

  private @Nullable RawFigure negative(int at) {
    RawFigure positive = tokens.has(at + 1) ? figure(at + 1) : null;
    return positive == null || !positive.fixed().isEmpty() ? null : positive.negated(at);
  }

  private @Nullable RawFigure word(int at) {
    String word = tokens.lower(at);
    RawFigure money = coded(at);
    if (money != null) {
      return money;
    }
    if (word.equals("minus")) {
      return negative(at);
    }
    int after = tokens.after(at, ".");
    if ((word.equals("no") || word.equals("nos")) && tokens.number(after)) {
      return ranked(at, after);
    }
    RawFigure part = parts.words(at);
    return part == null ? wordNumber(at) : part;
  }

  /** "US$5", "A$5", "EUR 5". */
  private @Nullable RawFigure coded(int at) {
    String word = tokens.lower(at);
    Unit sign = tokens.attached(at + 1) ? Units.named(tokens.lower(at + 1)) : null;
    boolean brief = word.length() == 1 || currencyCode(word);
    if (sign != null
        && brief
        && tokens.at(at + 1).kind() == Token.Kind.SIGN
        && sign.kind() == Kind.MONEY) {
      return amounts.money(at, at + 2, sign);
    }
    Unit code = currencyCode(word) ? Units.named(word) : null;
    return code != null && tokens.number(at + 1) ? amounts.money(at, at + 1, code) : null;
  }

  private @Nullable RawFigure wordNumber(int at) {
    String word = tokens.lower(at);
    Integer size = NumberWords.size(word);
    if (size != null) {
      return size(at, BigDecimal.valueOf(size));
    }
    BigDecimal multiple = NumberWords.multiple(word);
    if (multiple != null) {
      return RawFigure.fixed(at, at + 1, new Reading(Kind.MULTIPLE, "", multiple));
    }
    Cardinal cardinal = Cardinal.at(tokens.list(), at);
    if (cardinal != null) {
      return cardinal.ordinal()
          ? RawFigure.ordinal(at, cardinal.next(), cardinal.value())
          : amounts.measured(
              RawFigure.counted(at, cardinal.next(), cardinal.value(), BigDecimal.ONE));
    }
    Integer ordinal = NumberWords.ordinal(word);
    if (ordinal != null && !discourse(at)) {
      return RawFigure.ordinal(at, at + 1, BigDecimal.valueOf(ordinal));
    }
    return evidence ? implied(at) : null;
  }

  /** "First, …", "at first", "first of all". */
  private boolean discourse(int at) {
    return tokens.is(at - 1, "at") || tokens.is(at + 1, ",") || tokens.is(at + 1, "of") && at == 0;
  }

  private RawFigure size(int at, BigDecimal least) {
    BigDecimal by = BigDecimal.ONE;
    if (tokens.is(at - 1, "of")) {
      by =
          switch (tokens.lower(at - 2)) {
            case "tens", "dozens" -> BigDecimal.TEN;
            case "hundreds" -> new BigDecimal("100");
            default -> BigDecimal.ONE;
          };
    }
    return RawFigure.fixed(at, at + 1, new Reading(Kind.SIZE, "", least.multiply(by)));
  }

  /** What evidence says without a number: "both", "an hour". */
  private @Nullable RawFigure implied(int at) {
    String word = tokens.lower(at);
    Integer group = NumberWords.group(word);
    if (group != null) {
      return RawFigure.counted(at, at + 1, BigDecimal.valueOf(group), BigDecimal.ONE);
    }
    boolean article = word.equals("a") || word.equals("an") || word.equals("single");
    Unit unit = article ? Units.named(tokens.lower(at + 1)) : null;
    return unit == null || unit.kind() == Kind.COUNT
        ? null
        : RawFigure.counted(at, at + 1, BigDecimal.ONE, BigDecimal.ONE).in(unit, at + 2);
  }

  private @Nullable RawFigure number(int at) {
    String suffix = tokens.attached(at + 1) ? tokens.lower(at + 1) : "";
    RawFigure suffixed =
        switch (suffix) {
          case "st", "nd", "rd", "th" -> RawFigure.ordinal(at, at + 2, tokens.value(at));
          case "s" -> RawFigure.fixed(at, at + 2, new Reading(Kind.DECADE, "", tokens.value(at)));
          case "/" -> parts.slash(at);
          default -> null;
        };
    if (suffixed != null) {
      return suffixed;
    }
    ClockTime clock = ClockTime.starting(tokens.list(), at);
    if (clock != null) {
      return RawFigure.fixed(at, clock.next(), clock.readings());
    }
    RawFigure amount = amounts.amount(at);
    return amount == null ? null : amounts.measured(amount);
  }
}
