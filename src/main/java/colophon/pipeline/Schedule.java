package colophon.pipeline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a pipeline runs, in its own zone.
 *
 * @param at times of day; empty where {@code every} rules
 * @param every the interval from midnight to midnight; zero where {@code at} rules or nothing does
 * @param days on which days
 * @param missed what becomes of slots that passed while nothing ran
 */
public record Schedule(List<LocalTime> at, Duration every, Set<DayOfWeek> days, Missed missed) {

  /** What becomes of slots that passed while nothing ran. */
  public enum Missed {
    RUN_ONCE,
    SKIP
  }

  /** How many days ahead the next slot is looked for. */
  static final int MOST_DAYS_AHEAD = 15;

  /** Runs only when asked to. */
  public static final Schedule NONE = new Schedule(List.of(), Duration.ZERO, Set.of(), Missed.SKIP);

  public Schedule {
    at = at.stream().sorted().distinct().toList();
    days = Set.copyOf(days);
  }

  /** Whether it ever fires by itself. */
  public boolean fires() {
    return !days.isEmpty() && (!at.isEmpty() || every.isPositive());
  }

  /** The schedule in words, for records and pages. */
  public String words() {
    String when =
        every.isPositive()
            ? "every " + every
            : "at " + at.stream().map(LocalTime::toString).collect(Collectors.joining(", "));
    return days.size() == DayOfWeek.values().length
        ? when
        : when
            + " on "
            + days.stream()
                .sorted()
                .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
  }

  /** The slots due after {@code from} and no later than {@code until}, in order of time. */
  public List<Slot> between(Instant from, Instant until, ZoneId zone) {
    var slots = new ArrayList<Slot>();
    if (!fires()) {
      return slots;
    }
    LocalDate last = until.atZone(zone).toLocalDate();
    for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (Slot slot : of(day, zone)) {
        if (slot.at().isAfter(from) && !slot.at().isAfter(until)) {
          slots.add(slot);
        }
      }
    }
    slots.sort(Comparator.comparing(Slot::at).thenComparing(Slot::label));
    return slots;
  }

  /** The next slots after an instant, at most {@code count} of them. */
  public List<Slot> next(Instant after, int count, ZoneId zone) {
    return between(after, after.plus(Duration.ofDays(MOST_DAYS_AHEAD)), zone).stream()
        .limit(count)
        .toList();
  }

  private List<Slot> of(LocalDate day, ZoneId zone) {
    if (!days.contains(day.getDayOfWeek())) {
      return List.of();
    }
    if (every.isPositive()) {
      return intervals(day, zone);
    }
    // A time inside the gap is moved past it, a repeated one takes the first of its two instants:
    // that is what ZonedDateTime.of does, and it makes each slot happen once on both days.
    return at.stream()
        .map(time ->
            new Slot(day.atTime(time).toString(), ZonedDateTime.of(day, time, zone).toInstant()))
        .toList();
  }

  private List<Slot> intervals(LocalDate day, ZoneId zone) {
    var slots = new ArrayList<Slot>();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    for (Instant instant = day.atStartOfDay(zone).toInstant();
        instant.isBefore(end);
        instant = instant.plus(every)) {
      slots.add(new Slot(OffsetDateTime.ofInstant(instant, zone).toString(), instant));
    }
    return slots;
  }
}
