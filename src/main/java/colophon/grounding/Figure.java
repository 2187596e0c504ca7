package colophon.grounding;

import java.math.BigDecimal;
import java.util.List;

/**
 * A figure as it stands in a text.
 *
 * @param text its words, unit included
 * @param start its place in the text, in UTF-16 units
 * @param end the place after it
 * @param readings what it may mean; more than one where the words leave it open
 * @param number its number before the unit is counted in
 * @param rounding what the words before it say of its exactness
 * @param bare whether no word follows that it could count
 */
record Figure(
    String text,
    int start,
    int end,
    List<Reading> readings,
    BigDecimal number,
    Rounding rounding,
    boolean bare) {

  Figure {
    readings = List.copyOf(readings);
  }

  /** What kind of thing a figure measures; figures of two kinds never agree. */
  enum Kind {
    COUNT,
    ORDINAL,
    FRACTION,
    PERCENT,
    PERCENTAGE_POINTS,
    MONEY,
    MEASURE,
    TIME_OF_DAY,
    MULTIPLE,
    DECADE,
    /** "dozens", "thousands": a size rather than a figure. */
    SIZE,
    /** Part of a designation such as "F-16". */
    DESIGNATION
  }

  /** Whether a word before a figure says that it is not exact, and on which side it lies. */
  enum Rounding {
    EXACT,
    /** "about", "some" */
    ABOUT,
    /** "more than", "over": the exact figure is no smaller. */
    ABOVE,
    /** "nearly", "under": the exact figure is no larger. */
    BELOW
  }

  /**
   * One meaning.
   *
   * @param unit the base unit that {@code value} is given in; empty for kinds without one; for a
   *     designation its letters and digits
   */
  record Reading(Kind kind, String unit, BigDecimal value) {}

  /** Whether {@code evidence} bears this figure out. */
  boolean borneOutBy(Figure evidence) {
    return readings.stream()
        .anyMatch(mine -> evidence.readings.stream().anyMatch(its -> agrees(mine, its, evidence)));
  }

  private boolean agrees(Reading mine, Reading its, Figure evidence) {
    if (mine.kind == Kind.SIZE) {
      return ofSize(mine, its);
    }
    if (!comparable(mine, its, evidence)) {
      return false;
    }
    if (mine.kind == Kind.DECADE) {
      BigDecimal century = BigDecimal.valueOf(100);
      return mine.value.remainder(century).compareTo(its.value.remainder(century)) == 0;
    }
    if (mine.kind != its.kind) {
      return number.compareTo(evidence.number) == 0;
    }
    return mine.value.compareTo(its.value) == 0 || rounds(its.value, mine.value);
  }

  private static boolean ofSize(Reading mine, Reading its) {
    if (its.kind == Kind.SIZE) {
      return mine.value.compareTo(its.value) == 0;
    }
    return its.kind == Kind.COUNT
        && its.value.compareTo(mine.value) > 0
        && its.value.compareTo(mine.value.multiply(BigDecimal.valueOf(1000))) < 0;
  }

  private boolean comparable(Reading mine, Reading its, Figure evidence) {
    if (mine.kind == its.kind) {
      return mine.unit.equals(its.unit);
    }
    // "Kim, 11" and "the 11-year-old"; "25" in a table and "25 minutes" in a sentence.
    return mine.kind == Kind.COUNT && its.kind == Kind.MEASURE && bare
        || mine.kind == Kind.MEASURE && its.kind == Kind.COUNT && evidence.bare;
  }

  private boolean rounds(BigDecimal exact, BigDecimal round) {
    return switch (rounding) {
      case EXACT -> false;
      case ABOUT -> roundsTo(exact, round);
      case ABOVE -> exact.compareTo(round) > 0 && roundsTo(exact, round);
      case BELOW -> exact.compareTo(round) < 0 && roundsTo(exact, round);
    };
  }

  /** Whether {@code exact}, rounded to the digits that {@code round} shows, is {@code round}. */
  private static boolean roundsTo(BigDecimal exact, BigDecimal round) {
    BigDecimal shown = round.stripTrailingZeros();
    if (shown.signum() == 0 || exact.signum() != shown.signum()) {
      return false;
    }
    BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-shown.scale());
    boolean twoDigits = shown.precision() > 1;
    BigDecimal reach = twoDigits ? step : step.divide(BigDecimal.valueOf(2));
    return exact.subtract(round).abs().compareTo(reach) < 0;
  }
}
