package colophon.capture;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as feeds write them: RFC 822 with two- or four-digit years, RFC 3339 and the W3C's profile
 * of ISO 8601, and the C library's form, each with the zone it was written in. A date without a
 * time or without a zone is no instant and is not guessed.
 */
final class FeedDate {

  private static final int MOST_CHARACTERS = 100;
  private static final String TIME =
      "(?<hour>\\d{1,2}):(?<minute>\\d{2})(:(?<second>\\d{2})([.,]\\d+)?)?";
  private static final String ZONE =
      "(?<zone>[+-]\\d{2}:?\\d{2}|[+-]\\d{1,2}|[A-Za-z]{1,5}([+-]\\d{1,2}(:?\\d{2})?)?)";
  private static final Pattern ISO =
      Pattern.compile(
          "(?<year>\\d{4})-?(?<month>\\d{2})-?(?<day>\\d{2})[Tt ]\\s*" + TIME + "\\s*" + ZONE);
  private static final Pattern RFC_822 =
      Pattern.compile(
          "([A-Za-z]{2,9}\\.?,?\\s+)?(?<day>\\d{1,2})[\\s-]+(?<name>[A-Za-z]{3,9})\\.?,?[\\s-]+"
              + "(?<year>\\d{2}|\\d{4}),?\\s+"
              + TIME
              + "\\s*"
              + ZONE
              + "(\\s*\\(.*\\))?");
  private static final Pattern ASCTIME =
      Pattern.compile(
          "([A-Za-z]{3,9},?\\s+)?(?<name>[A-Za-z]{3,9})\\.?\\s+(?<day>\\d{1,2}),?\\s+"
              + TIME
              + "\\s+"
              + ZONE
              + "\\s+(?<year>\\d{4})");
  private static final List<Pattern> FORMS = List.of(ISO, RFC_822, ASCTIME);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** RFC 822's zones and those of other countries that newsrooms do write; hours times 60. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("wet", 0),
          Map.entry("bst", 60),
          Map.entry("west", 60),
          Map.entry("cet", 60),
          Map.entry("met", 60),
          Map.entry("cest", 120),
          Map.entry("mest", 120),
          Map.entry("eet", 120),
          Map.entry("eest", 180),
          Map.entry("msk", 180),
          Map.entry("jst", 540),
          Map.entry("kst", 540),
          Map.entry("aest", 600),
          Map.entry("aedt", 660),
          Map.entry("nzst", 720),
          Map.entry("nzdt", 780),
          Map.entry("est", -300),
          Map.entry("edt", -240),
          Map.entry("et", -300),
          Map.entry("cst", -360),
          Map.entry("cdt", -300),
          Map.entry("mst", -420),
          Map.entry("mdt", -360),
          Map.entry("pst", -480),
          Map.entry("pdt", -420),
          Map.entry("akst", -540),
          Map.entry("akdt", -480),
          Map.entry("hst", -600));

  private FeedDate() {}

  static Optional<OffsetDateTime> read(String written) {
    String trimmed = written.strip().replaceAll("\\s+", " ");
    if (trimmed.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    return FORMS.stream()
        .map(form -> form.matcher(trimmed))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(FeedDate::assembled);
  }

  private static Optional<OffsetDateTime> assembled(Matcher match) {
    try {
      int month =
          match.namedGroups().containsKey("month")
              ? number(match, "month")
              : MONTHS.indexOf(match.group("name").toLowerCase(Locale.ROOT).substring(0, 3)) + 1;
      // A day ends at 24:00 for some, and a leap second is the next one for us.
      boolean endOfDay = number(match, "hour") == 24 && number(match, "minute") == 0;
      int second = match.group("second") == null ? 0 : number(match, "second");
      OffsetDateTime date =
          OffsetDateTime.of(
              year(match.group("year")),
              month,
              number(match, "day"),
              endOfDay ? 0 : number(match, "hour"),
              number(match, "minute"),
              Math.min(second, 59),
              0,
              zone(match.group("zone").toLowerCase(Locale.ROOT)));
      return Optional.of(endOfDay ? date.plusDays(1) : date.plusSeconds(second == 60 ? 1 : 0));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher match, String group) {
    return Integer.parseInt(match.group(group));
  }

  /** Two digits mean 1950 to 2049 (RFC 2822, section 4.3). */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
  }

  private static ZoneOffset zone(String written) {
    int sign = Math.max(written.indexOf('+'), written.indexOf('-'));
    String name = sign < 0 ? written : written.substring(0, sign);
    Integer minutes = name.isEmpty() ? Integer.valueOf(0) : ZONES.get(name);
    if (minutes == null) {
      throw new DateTimeException("the zone " + written + " is not known");
    }
    if (sign >= 0) {
      String digits = written.substring(sign + 1).replace(":", "");
      int hours = Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
      int rest = digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0;
      minutes += (written.charAt(sign) == '-' ? -1 : 1) * (hours * 60 + rest);
    }
    return ZoneOffset.ofTotalSeconds(minutes * 60);
  }
}
