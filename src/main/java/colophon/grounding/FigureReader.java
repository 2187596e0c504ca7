package colophon.grounding;

import colophon.grounding.Figure.Kind;
import colophon.grounding.Figure.Reading;
import colophon.grounding.Units.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the figures of one text, whose dates were blanked out. */
final class FigureReader {

  private static final Set<String> ROUNDING =
      Set.of(
          "about",
          "around",
          "some",
          "roughly",
          "nearly",
          "almost",
          "approximately",
          "over",
          "under",
          "circa",
          "estimated",
          "than",
          "least",
          "most",
          "to",
          "toward",
          "towards",
          "exceeding",
          "topped",
          "rund",
          "etwa",
          "fast",
          "knapp",
          "environ",
          "약",
          "約");
  private static final Map<String, String> BEFORE_ROUNDING =
      Map.of("than", "more less fewer greater", "least", "at", "most", "at", "to", "up close");
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "to", "and", "or", "in", "on", "at", "of", "from", "by", "for", "with", "as", "but",
          "than", "was", "were", "is", "are", "has", "have", "had", "who", "that", "which", "after",
          "before", "until", "since", "while", "when", "against", "per", "each", "died", "dead");
  private static final Set<String> BETWEEN =
      Set.of(
          "metric",
          "us",
          "american",
          "canadian",
          "australian",
          "consecutive",
          "straight",
          "full",
          "long",
          "whole",
          "nautical",
          "more",
          "additional",
          "further",
          "other",
          "calendar",
          "short",
          "extra",
          "singapore");
  private static final Set<String> LOWER_PREFIXES =
      Set.of(
          "us", "usd", "eur", "gbp", "jpy", "krw", "cny", "inr", "chf", "rs", "no", "nos", "a", "c",
          "hk", "nz", "s");
  private static final Map<String, String> VULGAR =
      Map.of("½", "0.5", "¼", "0.25", "¾", "0.75", "⅓", "0.333333", "⅔", "0.666667");
  private static final Map<String, Integer> PARTS =
      Map.ofEntries(
          Map.entry("half", 2),
          Map.entry("halves", 2),
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

  private final String plain;
  private final List<Token> tokens;
  private final boolean evidence;
  private final List<Raw> found = new ArrayList<>();

  /** A figure while its neighbours may still lend it scale and unit. */
  private record Raw(
      int first,
      int next,
      BigDecimal number,
      BigDecimal scale,
      List<Unit> units,
      List<Reading> fixed,
      boolean word) {

    BigDecimal value() {
      return number.multiply(scale);
    }

    boolean plainCount() {
      return units.isEmpty() && fixed.isEmpty();
    }

    Raw with(BigDecimal newScale, List<Unit> newUnits) {
      return new Raw(first, next, number, newScale, newUnits, fixed, word);
    }
  }

  FigureReader(String plain, boolean commaDecimals, boolean evidence) {
    this.plain = plain;
    this.tokens = Token.cut(plain, commaDecimals);
    this.evidence = evidence;
  }

  List<Figure> figures() {
    int at = 0;
    while (at < tokens.size()) {
      Raw raw = raw(at);
      if (raw == null) {
        at++;
      } else {
        found.add(raw);
        at = Math.max(at + 1, raw.next);
      }
    }
    shareUnits();
    return found.stream().map(this::figure).toList();
  }

  private @Nullable Raw raw(int at) {
    Raw designation = designation(at);
    if (designation != null) {
      return designation;
    }
    Token token = tokens.get(at);
    return switch (token.kind()) {
      case NUMBER -> number(at);
      case WORD -> word(at);
      case SIGN -> sign(at);
      case LETTER -> token.is("第") && isNumber(at + 1) ? ordinal(at, at + 2, of(at + 1)) : null;
    };
  }

  private @Nullable Raw sign(int at) {
    Token token = tokens.get(at);
    if (Character.getType(token.text().charAt(0)) == Character.CURRENCY_SYMBOL) {
      return money(at, at + 1, Units.named(token.text()));
    }
    String vulgar = VULGAR.get(token.text());
    if (vulgar != null) {
      return fixed(at, at + 1, fraction(new BigDecimal(vulgar)));
    }
    if (token.is("#") && isNumber(at + 1)) {
      return ordinal(at, at + 2, of(at + 1));
    }
    boolean alone = token.spaced() || at > 0 && tokens.get(at - 1).is("(");
    boolean attached = has(at + 1) && !tokens.get(at + 1).spaced();
    return token.is("-") && alone && attached ? negative(at) : null;
  }

  private @Nullable Raw negative(int at) {
    Raw positive = has(at + 1) ? raw(at + 1) : null;
    return positive == null || !positive.fixed.isEmpty()
        ? null
        : new Raw(
            at,
            positive.next,
            positive.number.negate(),
            positive.scale,
            positive.units,
            List.of(),
            positive.word);
  }

  private @Nullable Raw money(int first, int at, @Nullable Unit currency) {
    int place = has(at) && tokens.get(at).is("-") ? at + 1 : at;
    if (currency == null || !has(place)) {
      return null;
    }
    Raw amount = amount(place);
    if (amount == null) {
      return null;
    }
    BigDecimal number = place > at ? amount.number.negate() : amount.number;
    BigDecimal scale = amount.scale;
    int next = amount.next;
    if (has(next) && !tokens.get(next).spaced()) {
      BigDecimal letter = moneyLetter(tokens.get(next).lower());
      if (letter != null) {
        scale = scale.multiply(letter);
        next++;
      }
    }
    return new Raw(first, next, number, scale, List.of(currency), List.of(), false);
  }

  private static @Nullable BigDecimal moneyLetter(String lower) {
    return switch (lower) {
      case "k" -> new BigDecimal("1000");
      case "m" -> new BigDecimal("1000000");
      case "b" -> new BigDecimal("1000000000");
      case "t" -> new BigDecimal("1000000000000");
      default -> null;
    };
  }

  private @Nullable Raw word(int at) {
    Token token = tokens.get(at);
    String word = token.lower();
    boolean currencyAhead =
        LOWER_PREFIXES.contains(word) && has(at + 1) && !tokens.get(at + 1).spaced();
    if (currencyAhead
        && Units.named(tokens.get(at + 1).text()) instanceof Unit unit
        && unit.kind() == Kind.MONEY
        && tokens.get(at + 1).kind() == Token.Kind.SIGN) {
      return money(at, at + 2, unit);
    }
    if (word.length() <= 3
        && Units.named(word) instanceof Unit unit
        && unit.kind() == Kind.MONEY
        && isNumber(at + 1)) {
      return money(at, at + 1, unit);
    }
    if (word.equals("minus") && has(at + 1)) {
      Raw negative = negative(at);
      return negative;
    }
    if ((word.equals("no") || word.equals("nos")) && isNumber(after(at, "."))) {
      return ordinal(at, after(at, ".") + 1, of(after(at, ".")));
    }
    Raw part = part(at);
    if (part != null) {
      return part;
    }
    return wordNumber(at);
  }

  private @Nullable Raw wordNumber(int at) {
    String word = tokens.get(at).lower();
    Integer size = NumberWords.size(word);
    if (size != null) {
      return size(at, BigDecimal.valueOf(size));
    }
    BigDecimal multiple = NumberWords.multiple(word);
    if (multiple != null) {
      return fixed(at, at + 1, new Reading(Kind.MULTIPLE, "", multiple));
    }
    Cardinal cardinal = Cardinal.at(tokens, at);
    if (cardinal != null) {
      return cardinal.ordinal()
          ? ordinal(at, cardinal.next(), cardinal.value())
          : measured(at, cardinal.next(), cardinal.value(), BigDecimal.ONE, true);
    }
    Integer ordinal = NumberWords.ordinal(word);
    if (ordinal != null && !discourse(at)) {
      return ordinal(at, at + 1, BigDecimal.valueOf(ordinal));
    }
    return evidence ? implied(at) : null;
  }

  /** "First, …", "at first", "second only to". */
  private boolean discourse(int at) {
    String before = at > 0 ? tokens.get(at - 1).lower() : "";
    String after = has(at + 1) ? tokens.get(at + 1).lower() : "";
    return before.equals("at") || after.equals(",") || after.equals("of") && at == 0;
  }

  private Raw size(int at, BigDecimal least) {
    BigDecimal size = least;
    if (at >= 2 && tokens.get(at - 1).is("of")) {
      BigDecimal by =
          switch (tokens.get(at - 2).lower()) {
            case "tens", "dozens" -> BigDecimal.TEN;
            case "hundreds" -> new BigDecimal("100");
            default -> BigDecimal.ONE;
          };
      size = least.multiply(by);
    }
    return fixed(at, at + 1, new Reading(Kind.SIZE, "", size));
  }

  /** What evidence says without a number: "both", "an hour". */
  private @Nullable Raw implied(int at) {
    String word = tokens.get(at).lower();
    Integer group = NumberWords.group(word);
    if (group != null) {
      return fixed(at, at + 1, new Reading(Kind.COUNT, "", BigDecimal.valueOf(group)));
    }
    boolean article = word.equals("a") || word.equals("an") || word.equals("single");
    Unit unit = article && has(at + 1) ? Units.named(tokens.get(at + 1).lower()) : null;
    return unit == null || unit.kind() == Kind.COUNT
        ? null
        : new Raw(at, at + 2, BigDecimal.ONE, BigDecimal.ONE, List.of(unit), List.of(), true);
  }

  /** "half of", "two-thirds", "a quarter of". */
  private @Nullable Raw part(int at) {
    String word = tokens.get(at).lower();
    if (word.equals("half")) {
      return half(at);
    }
    Integer many = word.equals("a") ? Integer.valueOf(1) : NumberWords.small(word);
    int place = after(at, "-");
    Integer parts = many == null || !has(place) ? null : PARTS.get(tokens.get(place).lower());
    if (parts == null || many == null || many == 0 || many >= parts || parts == 2) {
      return null;
    }
    boolean partitive =
        has(place + 1) && tokens.get(place + 1).is("of")
            || many > 1
            || place > at + 1
            || at > 0 && tokens.get(at - 1).is("by");
    BigDecimal value =
        BigDecimal.valueOf(many).divide(BigDecimal.valueOf(parts), 6, RoundingMode.HALF_UP);
    if (partitive) {
      return fixed(at, place + 1, fraction(value));
    }
    return parts == 4
        ? null
        : fixed(
            at,
            place + 1,
            fraction(value)[0],
            new Reading(Kind.ORDINAL, "", BigDecimal.valueOf(parts)));
  }

  private @Nullable Raw half(int at) {
    String before = at > 0 ? tokens.get(at - 1).lower() : "";
    if (NumberWords.ordinal(before) != null || before.equals("last") || before.equals("latter")) {
      return null;
    }
    int place = after(at, "-");
    if (has(place) && (tokens.get(place).is("a") || tokens.get(place).is("an"))) {
      place++;
    }
    if (has(place)) {
      BigDecimal scale = NumberWords.scale(tokens.get(place).lower());
      Unit unit = Units.named(tokens.get(place).lower());
      if (scale != null || unit != null) {
        return measured(
            at,
            scale == null ? place : place + 1,
            new BigDecimal("0.5"),
            scale == null ? BigDecimal.ONE : scale,
            true);
      }
    }
    boolean of = has(at + 1) && (tokens.get(at + 1).is("of") || tokens.get(at + 1).is("the"));
    return of || before.equals("by") || before.equals("in")
        ? fixed(at, at + 1, fraction(new BigDecimal("0.5")))
        : null;
  }

  private static Reading[] fraction(BigDecimal value) {
    return new Reading[] {
      new Reading(Kind.FRACTION, "", value),
      new Reading(Kind.PERCENT, "", value.multiply(BigDecimal.valueOf(100)))
    };
  }

  private Raw fixed(int first, int next, Reading... readings) {
    return new Raw(
        first, next, BigDecimal.ZERO, BigDecimal.ONE, List.of(), List.of(readings), false);
  }

  private Raw ordinal(int first, int next, BigDecimal value) {
    return fixed(first, next, new Reading(Kind.ORDINAL, "", value));
  }

  private @Nullable Raw number(int at) {
    int next = at + 1;
    boolean attached = has(next) && !tokens.get(next).spaced();
    if (attached) {
      String suffix = tokens.get(next).lower();
      switch (suffix) {
        case "st", "nd", "rd", "th" -> {
          return ordinal(at, next + 1, of(at));
        }
        case "s" -> {
          return fixed(at, next + 1, new Reading(Kind.DECADE, "", of(at)));
        }
        case "/" -> {
          Raw slash = slash(at);
          if (slash != null) {
            return slash;
          }
        }
        default -> {}
      }
    }
    Raw time =
        ClockTime.starting(tokens, at) instanceof ClockTime clock
            ? fixed(at, clock.next(), clock.readings())
            : null;
    if (time != null) {
      return time;
    }
    Raw amount = amount(at);
    return amount == null ? null : measured(at, amount.next, amount.number, amount.scale, false);
  }

  private @Nullable Raw slash(int at) {
    if (!isNumber(at + 2) || tokens.get(at + 2).spaced() || of(at + 2).signum() == 0) {
      return null;
    }
    boolean small = of(at).compareTo(of(at + 2)) < 0 && of(at + 2).compareTo(BigDecimal.TEN) <= 0;
    return small
        ? fixed(at, at + 3, fraction(of(at).divide(of(at + 2), 6, RoundingMode.HALF_UP)))
        : null;
  }

  /** A number in digits or words with its scale, without a unit. */
  private @Nullable Raw amount(int at) {
    if (!isNumber(at)) {
      Cardinal cardinal = Cardinal.at(tokens, at);
      return cardinal == null ? null : raw(at, cardinal.next(), cardinal.value(), BigDecimal.ONE);
    }
    BigDecimal number = of(at);
    int next = at + 1;
    if (has(next) && VULGAR.get(tokens.get(next).text()) instanceof String vulgar) {
      number = number.add(new BigDecimal(vulgar));
      next++;
    }
    var eastAsian = EastAsianScale.after(tokens, next, number);
    if (eastAsian != null) {
      return raw(at, eastAsian.next(), eastAsian.value(), BigDecimal.ONE);
    }
    int place = after(next - 1, "-");
    BigDecimal scale = has(place) ? NumberWords.scale(tokens.get(place).lower()) : null;
    return scale == null
        ? raw(at, next, number, BigDecimal.ONE)
        : raw(at, place + 1, number, scale);
  }

  private static Raw raw(int first, int next, BigDecimal number, BigDecimal scale) {
    return new Raw(first, next, number, scale, List.of(), List.of(), false);
  }

  private Raw measured(int first, int at, BigDecimal number, BigDecimal scale, boolean word) {
    UnitReader.Measured unit = UnitReader.at(tokens, at);
    if (unit != null) {
      return new Raw(first, unit.next(), number, scale, List.of(unit.unit()), List.of(), word);
    }
    if (has(at) && !tokens.get(at).spaced() && tokens.get(at).is("m")) {
      // "5m": metres or millions.
      return fixed(
          first,
          at + 1,
          new Reading(Kind.MEASURE, "metre", number),
          new Reading(Kind.COUNT, "", number.multiply(new BigDecimal("1000000"))));
    }
    if (has(at) && BETWEEN.contains(tokens.get(at).lower())) {
      UnitReader.Measured later = UnitReader.at(tokens, at + 1);
      if (later != null) {
        return new Raw(first, later.next(), number, scale, List.of(later.unit()), List.of(), word);
      }
    }
    if (EastAsianScale.ordinal(tokens, at)) {
      return ordinal(first, at + 1, number);
    }
    return new Raw(first, at, number, scale, List.of(), List.of(), word);
  }

  /** "COVID-19", "F-16", "G7", "5G": letters and digits that name something. */
  private @Nullable Raw designation(int at) {
    int end = at;
    boolean digits = false;
    while (has(end) && (end == at || !tokens.get(end).spaced())) {
      Token token = tokens.get(end);
      if (token.kind() == Token.Kind.LETTER || token.kind() == Token.Kind.SIGN && !token.is("-")) {
        break;
      }
      digits |= token.number();
      end++;
    }
    while (end > at && tokens.get(end - 1).is("-")) {
      end--;
    }
    if (!digits || end - at < 2 || !names(at, end)) {
      return null;
    }
    String letters = plain.substring(tokens.get(at).start(), tokens.get(end - 1).end());
    String key = letters.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(java.util.Locale.ROOT);
    return fixed(at, end, new Reading(Kind.DESIGNATION, key, BigDecimal.ZERO));
  }

  private boolean names(int at, int end) {
    Token first = tokens.get(at);
    if (first.number()) {
      Token second = tokens.get(at + 1);
      return second.kind() == Token.Kind.WORD
          && second.text().length() <= 2
          && Character.isUpperCase(second.text().charAt(0))
          && Units.named(second.lower()) == null
          && moneyLetter(second.lower()) == null;
    }
    boolean capital = first.text().chars().anyMatch(Character::isUpperCase);
    boolean prefix = LOWER_PREFIXES.contains(first.lower()) && first.lower().length() > 1;
    boolean digitsFollow =
        tokens.get(at + 1).number() || end - at > 2 && tokens.get(at + 2).number();
    return first.kind() == Token.Kind.WORD
        && capital
        && !prefix
        && digitsFollow
        && NumberWords.tens(first.lower()) == null
        && NumberWords.small(first.lower()) == null;
  }

  /** "25 to 40 minutes", "3, 5 and 7 per cent", "$5 to 7 million". */
  private void shareUnits() {
    for (int i = found.size() - 1; i > 0; i--) {
      Raw left = found.get(i - 1);
      Raw right = found.get(i);
      if (!joined(left, right)) {
        continue;
      }
      boolean fromRight = left.plainCount() && !right.units.isEmpty();
      boolean scaled =
          left.scale.equals(BigDecimal.ONE)
              && !right.scale.equals(BigDecimal.ONE)
              && left.number.compareTo(right.number) <= 0;
      BigDecimal scale = scaled ? right.scale : left.scale;
      found.set(
          i - 1,
          left.fixed.isEmpty() ? left.with(scale, fromRight ? right.units : left.units) : left);
      boolean moneyFromLeft =
          right.plainCount()
              && left.units.size() == 1
              && left.units.getFirst().kind() == Kind.MONEY;
      if (moneyFromLeft) {
        found.set(i, right.with(right.scale, left.units));
      }
    }
  }

  private boolean joined(Raw left, Raw right) {
    String between =
        plain.substring(tokens.get(left.next - 1).end(), tokens.get(right.first).start());
    return switch (between.strip()) {
      case "-",
          "to",
          "-to-",
          "and",
          "or",
          ",",
          ", and",
          ", or",
          "through",
          "~",
          "〜",
          "bis",
          "et",
          "und",
          "에서",
          "から" ->
          true;
      default -> false;
    };
  }

  private Figure figure(Raw raw) {
    int start = tokens.get(raw.first).start();
    int end = tokens.get(raw.next - 1).end();
    List<Reading> readings = raw.fixed;
    if (readings.isEmpty()) {
      Unit unit = raw.units.isEmpty() ? null : raw.units.getFirst();
      readings =
          List.of(
              unit == null
                  ? new Reading(Kind.COUNT, "", raw.value())
                  : new Reading(unit.kind(), unit.base(), raw.value().multiply(unit.factor())));
    }
    return new Figure(
        plain.substring(start, end), start, end, readings, rounded(raw.first), bare(raw));
  }

  private boolean rounded(int first) {
    if (first == 0) {
      return false;
    }
    String before = tokens.get(first - 1).lower();
    String allowed = BEFORE_ROUNDING.get(before);
    return ROUNDING.contains(before)
        && (allowed == null
            || first > 1 && List.of(allowed.split(" ")).contains(tokens.get(first - 2).lower()));
  }

  private boolean bare(Raw raw) {
    if (!raw.plainCount() || !has(raw.next)) {
      return raw.plainCount();
    }
    Token after = tokens.get(raw.next);
    return after.kind() == Token.Kind.SIGN && !after.is("-")
        || FUNCTION_WORDS.contains(after.lower());
  }

  private boolean has(int at) {
    return at >= 0 && at < tokens.size();
  }

  private boolean isNumber(int at) {
    return has(at) && tokens.get(at).number();
  }

  private BigDecimal of(int at) {
    return new BigDecimal(tokens.get(at).lower());
  }

  /** The place after {@code at}, and after a sign there that stands close. */
  private int after(int at, String sign) {
    boolean there = has(at + 1) && tokens.get(at + 1).is(sign) && !tokens.get(at + 1).spaced();
    return there ? at + 2 : at + 1;
  }
}
