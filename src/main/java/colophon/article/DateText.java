package colophon.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as pages write them: ISO 8601 and its relatives, RFC 1123, seconds or milliseconds since
 * 1970, and dates in words in many languages.
 */
final class DateText {

  /**
   * A date that was read.
   *
   * @param time null where only a day was given
   * @param offset null where no zone was given
   */
  record Found(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    /** How much it says: a day, a time, a time in a zone. */
    int precision() {
      return time == null ? 0 : offset == null ? 1 : 2;
    }

    /** The moment, in its own zone or else in {@code otherwise}; a day starts at midnight. */
    OffsetDateTime moment(ZoneOffset otherwise) {
      return OffsetDateTime.of(
          day, time == null ? LocalTime.MIDNIGHT : time, offset == null ? otherwise : offset);
    }
  }

  private static final int LONGEST = 200;

  private static final Pattern ISO =
      Pattern.compile(
          "(?<![0-9])((?:19|20)\\d\\d)([-/.]?)(0?[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01]|[1-9])(?![0-9])");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![0-9])(0?[1-9]|[12]\\d|3[01])([-/.]) ?(0?[1-9]|[12]\\d|3[01])\\2"
              + " ?((?:19|20)?\\d\\d)(?![0-9])");
  private static final Pattern EAST_ASIAN =
      Pattern.compile(
          "((?:19|20)\\d\\d)\\s*[年년]\\s*(1[0-2]|0?[1-9])\\s*[月월]\\s*(3[01]|[12]\\d|0?[1-9])\\s*[日일]");
  private static final Pattern WORDS_DAY_FIRST =
      Pattern.compile(
          "(?<![0-9])(0?[1-9]|[12]\\d|3[01])(?:\\.|st|nd|rd|th|er|º|ª)?[ ,\\-/]*(?:de |of |d')?"
              + "([\\p{L}\\p{M}]{3,15})\\.?,?[ \\-/]*(?:de |del |of )?((?:19|20)\\d\\d)(?![0-9])");
  private static final Pattern WORDS_MONTH_FIRST =
      Pattern.compile(
          "([\\p{L}\\p{M}]{3,15})\\.?[ \\-](0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,?["
              + " \\-]+((?:19|20)\\d\\d)(?![0-9])");
  private static final Pattern TIME =
      Pattern.compile(
          "^(?:[T ,;|·•–—@-]|at|um|à|a"
              + " las|alle|ore|klo|kl\\.?|om|às|\\([^)]{1,5}\\)|[月火水木金土日월화수목금토일])*([01]?\\d|2[0-3])(?:[:.hH]([0-5]\\d)|시"
              + " ?([0-5]?\\d)분|時([0-5]?\\d)分)(?:[:.]([0-5]\\d)(?:[.,](\\d{1,9}))?)?"
              + "\\s*(?:Uhr|h(?![a-z]))?\\s*([AaPp]\\.?[Mm]\\.?(?![a-z]))?");
  private static final Pattern HOUR_ONLY =
      Pattern.compile("^(?:[ ,|·•–—@-]|at)*(1[0-2]|[1-9])\\s*([AaPp]\\.?[Mm]\\.?)(?![a-z])");
  private static final Pattern TIME_BEFORE =
      Pattern.compile(
          "([01]?\\d|2[0-3])[:.]([0-5]\\d)\\s*([AaPp]\\.?[Mm]\\.?)?\\s*([A-Z]{2,4})?\\s*(?:[,|·•–—-]|on|Uhr)?\\s*(?:[\\p{L}]{2,10}\\.?,?\\s)?$");
  private static final Pattern OFFSET =
      Pattern.compile(
          "^\\s*\\(?(?:UTC|GMT|Z(?![a-z]))?\\s*([+\\u2212-])(0?\\d|1[0-4]):?([0-5]\\d)?(?!\\d)");
  private static final Pattern ZONE_NAME = Pattern.compile("^\\s*\\(?([A-Z]{1,5})\\b");

  private DateText() {}

  /** The first date in a text, for a page whose days come before months where it is unclear. */
  static Optional<Found> read(String text) {
    return read(text, true);
  }

  /** The first date in a text. */
  static Optional<Found> read(String text, boolean dayFirst) {
    String line = text.strip();
    if (line.length() > LONGEST) {
      line = line.substring(0, LONGEST);
    }
    if (line.matches("\\d{10}|\\d{13}")) {
      return sinceEpoch(line);
    }
    return first(line, dayFirst);
  }

  private static Optional<Found> sinceEpoch(String digits) {
    long number = Long.parseLong(digits);
    Instant moment =
        digits.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    return Optional.of(new Found(local.toLocalDate(), local.toLocalTime(), ZoneOffset.UTC));
  }

  private static Optional<Found> first(String line, boolean dayFirst) {
    Matcher m = ISO.matcher(line);
    if (m.find() && (!m.group(2).isEmpty() || m.group(4).length() == 2)) {
      return found(line, m, m.group(1), number(m.group(3)), m.group(4));
    }
    m = EAST_ASIAN.matcher(line);
    if (m.find()) {
      return found(line, m, m.group(1), number(m.group(2)), m.group(3));
    }
    m = WORDS_MONTH_FIRST.matcher(line);
    while (m.find()) {
      int month = MonthNames.month(m.group(1));
      if (month > 0) {
        return found(line, m, m.group(3), month, m.group(2));
      }
    }
    m = WORDS_DAY_FIRST.matcher(line);
    while (m.find()) {
      int month = MonthNames.month(m.group(2));
      if (month > 0) {
        return found(line, m, m.group(3), month, m.group(1));
      }
    }
    m = DAY_FIRST.matcher(line);
    if (m.find()) {
      int one = number(m.group(1));
      int two = number(m.group(3));
      boolean swap = two > 12 || (one <= 12 && !dayFirst && m.group(2).equals("/"));
      String year = m.group(4).length() == 2 ? "20" + m.group(4) : m.group(4);
      return found(line, m, year, swap ? one : two, swap ? m.group(3) : m.group(1));
    }
    return Optional.empty();
  }

  private static Optional<Found> found(
      String line, Matcher where, String year, int month, String dayOfMonth) {
    LocalDate day;
    try {
      day = LocalDate.of(number(year), month, number(dayOfMonth));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    String rest = line.substring(where.end());
    Matcher time = TIME.matcher(rest);
    if (time.find()) {
      String after = rest.substring(time.end());
      LocalTime clock = clock(time);
      return Optional.of(new Found(day, clock, offset(after, day, clock)));
    }
    Matcher hour = HOUR_ONLY.matcher(rest);
    if (hour.find()) {
      LocalTime clock = LocalTime.of(twelve(number(hour.group(1)), hour.group(2)), 0);
      return Optional.of(new Found(day, clock, offset(rest.substring(hour.end()), day, clock)));
    }
    return Optional.of(timeBefore(line.substring(0, where.start()), day));
  }

  private static Found timeBefore(String before, LocalDate day) {
    Matcher time = TIME_BEFORE.matcher(before);
    if (!time.find()) {
      return new Found(day, null, null);
    }
    int hour = twelve(number(time.group(1)), time.group(3));
    LocalTime clock = LocalTime.of(hour % 24, number(time.group(2)));
    String zone = time.group(4);
    return new Found(day, clock, zone == null ? null : offset(zone, day, clock));
  }

  private static LocalTime clock(Matcher time) {
    int hour = twelve(number(time.group(1)), time.group(7));
    String minutes = time.group(2);
    if (minutes == null) {
      minutes = time.group(3) == null ? time.group(4) : time.group(3);
    }
    int second = time.group(5) == null ? 0 : number(time.group(5));
    int nano = time.group(6) == null ? 0 : number((time.group(6) + "000000000").substring(0, 9));
    return LocalTime.of(hour % 24, number(minutes), second, nano);
  }

  private static int twelve(int hour, @Nullable String half) {
    if (half == null || hour > 12) {
      return hour;
    }
    boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static @Nullable ZoneOffset offset(String after, LocalDate day, LocalTime time) {
    Matcher numeric = OFFSET.matcher(after);
    if (numeric.find()) {
      int hours = number(numeric.group(2));
      int minutes = numeric.group(3) == null ? 0 : number(numeric.group(3));
      int sign = numeric.group(1).equals("+") ? 1 : -1;
      return ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60));
    }
    Matcher named = ZONE_NAME.matcher(after);
    if (!named.find()) {
      return null;
    }
    String id = zone(named.group(1));
    return id.isEmpty() ? null : ZoneId.of(id).getRules().getOffset(LocalDateTime.of(day, time));
  }

  /** The abbreviations that news pages use; those that mean several zones mean the usual one. */
  private static String zone(String name) {
    return switch (name) {
      case "Z", "UTC", "GMT", "WET" -> "Z";
      case "BST" -> "+01:00";
      case "CET", "MEZ" -> "+01:00";
      case "CEST", "MESZ", "SAST", "EET", "CAT" -> "+02:00";
      case "EEST", "MSK", "EAT" -> "+03:00";
      case "ET" -> "America/New_York";
      case "EST" -> "-05:00";
      case "EDT" -> "-04:00";
      case "CT" -> "America/Chicago";
      case "CST" -> "-06:00";
      case "CDT" -> "-05:00";
      case "MT" -> "America/Denver";
      case "MST" -> "-07:00";
      case "MDT" -> "-06:00";
      case "PT" -> "America/Los_Angeles";
      case "PST" -> "-08:00";
      case "PDT" -> "-07:00";
      case "IST" -> "+05:30";
      case "PKT" -> "+05:00";
      case "GST" -> "+04:00";
      case "HKT", "SGT", "PHT", "AWST" -> "+08:00";
      case "WIB", "ICT" -> "+07:00";
      case "JST", "KST" -> "+09:00";
      case "AEST" -> "+10:00";
      case "AEDT" -> "+11:00";
      case "NZST" -> "+12:00";
      case "NZDT" -> "+13:00";
      default -> "";
    };
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
