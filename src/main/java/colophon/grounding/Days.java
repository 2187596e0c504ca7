package colophon.grounding;

import java.time.LocalDate;

/**
 * A stretch of days, both ends included.
 *
 * @param first the first day
 * @param last the last day, never before the first
 */
record Days(LocalDate first, LocalDate last) {

  static Days day(LocalDate day) {
    return new Days(day, day);
  }

  static Days month(int year, int month) {
    LocalDate first = LocalDate.of(year, month, 1);
    return new Days(first, first.plusMonths(1).minusDays(1));
  }

  static Days year(int year) {
    return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  boolean single() {
    return first.equals(last);
  }

  /** Whether every day of {@code other} lies in this stretch. */
  boolean contains(Days other) {
    return !other.first.isBefore(first) && !other.last.isAfter(last);
  }
}
