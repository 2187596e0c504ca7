package colophon.grounding;

import colophon.grounding.Figure.Kind;
import colophon.grounding.Figure.Reading;
import colophon.grounding.Units.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure while its neighbours may still lend it scale and unit.
 *
 * @param first its first token
 * @param next the token after it
 * @param number as written, before its scale
 * @param scale what "million" and its like multiply by
 * @param unit null where none was written
 * @param fixed its readings where neither number nor unit is open any more; else empty
 */
record RawFigure(
    int first,
    int next,
    BigDecimal number,
    BigDecimal scale,
    @Nullable Unit unit,
    List<Reading> fixed) {

  RawFigure {
    fixed = List.copyOf(fixed);
  }

  static RawFigure fixed(int first, int next, Reading... readings) {
    return new RawFigure(first, next, BigDecimal.ZERO, BigDecimal.ONE, null, List.of(readings));
  }

  static RawFigure ordinal(int first, int next, BigDecimal value) {
    return fixed(first, next, new Reading(Kind.ORDINAL, "", value));
  }

  static RawFigure counted(int first, int next, BigDecimal number, BigDecimal scale) {
    return new RawFigure(first, next, number, scale, null, List.of());
  }

  RawFigure in(@Nullable Unit newUnit, int newNext) {
    return new RawFigure(first, newNext, number, scale, newUnit, fixed);
  }

  RawFigure scaled(BigDecimal newScale) {
    return new RawFigure(first, next, number, newScale, unit, fixed);
  }

  RawFigure negated(int newFirst) {
    return new RawFigure(newFirst, next, number.negate(), scale, unit, fixed);
  }

  RawFigure from(int newFirst) {
    return new RawFigure(newFirst, next, number, scale, unit, fixed);
  }

  BigDecimal value() {
    return number.multiply(scale);
  }

  /** Whether it only counts, so far. */
  boolean open() {
    return unit == null && fixed.isEmpty();
  }

  List<Reading> readings() {
    if (!fixed.isEmpty()) {
      return fixed;
    }
    return List.of(
        unit == null
            ? new Reading(Kind.COUNT, "", value())
            : new Reading(unit.kind(), unit.base(), value().multiply(unit.factor())));
  }
}
