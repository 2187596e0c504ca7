package colophon.grounding;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A date as it stands in a text.
 *
 * @param text its words
 * @param start its place in the text, in UTF-16 units
 * @param end the place after it
 */
record DateMention(String text, int start, int end, Meaning meaning) {

  /** What the words say, before a day is known to count from. */
  sealed interface Meaning {

    /** The days it may mean, seen from {@code from}; none where that cannot be told. */
    List<Days> seenFrom(@Nullable LocalDate from);
  }

  /** A day of a month; the year is 0 where it was left out. */
  record DayOf(int year, int month, int day) implements Meaning {
    @Override
    public List<Days> seenFrom(@Nullable LocalDate from) {
      if (year > 0) {
        return days(List.of(year));
      }
      return from == null
          ? List.of()
          : nearest(days(List.of(from.getYear() - 1, from.getYear(), from.getYear() + 1)), from);
    }

    private List<Days> days(List<Integer> years) {
      return years.stream()
          .filter(candidate -> day <= YearMonth.of(candidate, month).lengthOfMonth())
          .map(candidate -> Days.day(LocalDate.of(candidate, month, day)))
          .toList();
    }
  }

  /** A month; the year is 0 where it was left out. */
  record MonthOf(int year, int month) implements Meaning {
    @Override
    public List<Days> seenFrom(@Nullable LocalDate from) {
      if (year > 0) {
        return List.of(Days.month(year, month));
      }
      return from == null
          ? List.of()
          : IntStream.rangeClosed(-1, 1)
              .mapToObj(offset -> Days.month(from.getYear() + offset, month))
              .toList();
    }
  }

  /** A year. */
  record YearOf(int year) implements Meaning {
    @Override
    public List<Days> seenFrom(@Nullable LocalDate from) {
      return List.of(Days.year(year));
    }
  }

  /** "the 13th", "13일": a day of this month or a neighbouring one. */
  record DayOnly(int day) implements Meaning {
    @Override
    public List<Days> seenFrom(@Nullable LocalDate from) {
      if (from == null) {
        return List.of();
      }
      var candidates = new ArrayList<Days>();
      for (int offset = -1; offset <= 1; offset++) {
        YearMonth month = YearMonth.from(from).plusMonths(offset);
        if (day <= month.lengthOfMonth()) {
          candidates.add(Days.day(month.atDay(day)));
        }
      }
      return nearest(candidates, from);
    }
  }

  /** A day of the week: the last one, today included, or the next. */
  record WeekdayNamed(DayOfWeek weekday) implements Meaning {
    @Override
    public List<Days> seenFrom(@Nullable LocalDate from) {
      return from == null
          ? List.of()
          : List.of(
              Days.day(from.with(TemporalAdjusters.previousOrSame(weekday))),
              Days.day(from.with(TemporalAdjusters.previous(weekday))),
              Days.day(from.with(TemporalAdjusters.next(weekday))));
    }
  }

  /** What a word such as "yesterday" or "last month" counts in. */
  enum Step {
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  /** So many days, weeks, months or years on (or back, where negative). */
  record Away(Step step, int by) implements Meaning {
    @Override
    public List<Days> seenFrom(@Nullable LocalDate from) {
      if (from == null) {
        return List.of();
      }
      return List.of(
          switch (step) {
            case DAY -> Days.day(from.plusDays(by));
            case WEEK -> {
              LocalDate monday =
                  from.plusWeeks(by).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
              yield new Days(monday, monday.plusDays(6));
            }
            case MONTH -> {
              LocalDate month = from.plusMonths(by);
              yield Days.month(month.getYear(), month.getMonthValue());
            }
            case YEAR -> Days.year(from.getYear() + by);
          });
    }
  }

  /** Numbers whose order is not said: "03/04/2026". */
  record EitherOf(List<Meaning> meanings) implements Meaning {
    EitherOf {
      meanings = List.copyOf(meanings);
    }

    @Override
    public List<Days> seenFrom(@Nullable LocalDate from) {
      return meanings.stream().flatMap(meaning -> meaning.seenFrom(from).stream()).toList();
    }
  }

  private static List<Days> nearest(List<Days> candidates, LocalDate from) {
    return candidates.stream()
        .min(
            java.util.Comparator.comparingLong(
                days -> Math.abs(days.first().toEpochDay() - from.toEpochDay())))
        .map(List::of)
        .orElse(List.of());
  }
}
