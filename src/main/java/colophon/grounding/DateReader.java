package colophon.grounding;

import colophon.grounding.DateMention.Away;
import colophon.grounding.DateMention.DayOf;
import colophon.grounding.DateMention.DayOnly;
import colophon.grounding.DateMention.EitherOf;
import colophon.grounding.DateMention.Meaning;
import colophon.grounding.DateMention.MonthOf;
import colophon.grounding.DateMention.Step;
import colophon.grounding.DateMention.WeekdayNamed;
import colophon.grounding.DateMention.YearOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the dates of a text. */
final class DateReader {

  /** Takes the place of a date that was read, so that its digits are not read again. */
  static final char BLANK = '\ufffc';

  private static final String MONTH = "(?<month>" + Calendar.monthPattern() + ")\\b\\.?";
  private static final String YEAR = "(?<year>1[0-9]\\d\\d|2[01]\\d\\d)";
  private static final String DAY = "(?<day>0?[1-9]|[12]\\d|3[01])";
  private static final String SECOND_DAY =
      "(?: ?(?:-|to|and|bis|/) ?(?<until>[12]\\d|3[01]|0?[1-9]))?";
  private static final String WORD_START = "(?<![\\p{L}\\p{N}.,:/$€£¥₩-])";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String NOT_ALONE =
      "(?<=\\b(?:in|since|until|last|next|this|early|late|mid|of|by|from|between|through|during|for|end|im|seit|bis|en|depuis)"
          + " |mid-)";

  /** One way of writing dates; the order is the order of trust. */
  private record Form(Pattern pattern, Function<MatchResult, @Nullable Meaning> meaning) {
    Form(String pattern, Function<MatchResult, @Nullable Meaning> meaning) {
      this(Pattern.compile(pattern, FLAGS), meaning);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          new Form(
              WORD_START + YEAR + "([-/.])(?<month>0?[1-9]|1[0-2])\\2" + DAY + "(?![\\d-])",
              DateReader::numeric),
          new Form(
              "(?:(?<year>\\d{4}) ?[년年] ?)?(?<month>1[0-2]|0?[1-9]) ?[월月] ?"
                  + DAY
                  + " ?[일日](?![간間])",
              DateReader::numeric),
          new Form("(?<year>\\d{4}) ?[년年] ?(?<month>1[0-2]|0?[1-9]) ?[월月]", DateReader::numeric),
          new Form(
              "(?<!\\d)(?<year>1[0-9]\\d\\d|2[01]\\d\\d) ?[년年](?![간間])",
              match -> new YearOf(number(match, "year"))),
          new Form("(?<![\\d개か])(?<month>1[0-2]|[1-9])[월月](?![\\d曜])", DateReader::numeric),
          new Form(
              "(?<![\\d])(?<day>[12]\\d|3[01]|[1-9])[일日](?![간間째目\\d本])",
              match -> new DayOnly(number(match, "day"))),
          new Form(
              WORD_START
                  + DAY
                  + SECOND_DAY
                  + "(?:st|nd|rd|th|\\.|er|º)?(?: of| de|) ?-?"
                  + MONTH
                  + "(?:,? (?:de |del |of )?"
                  + YEAR
                  + "\\b)?",
              DateReader::named),
          new Form(
              WORD_START
                  + MONTH
                  + " (?:the )?"
                  + DAY
                  + "(?:st|nd|rd|th)?"
                  + SECOND_DAY
                  + "(?:st|nd|rd|th)?(?![\\d%:]|[.,]\\d|\\p{L})(?:,? (?:of )?"
                  + YEAR
                  + "\\b)?",
              DateReader::named),
          new Form(
              WORD_START + MONTH + ",? (?:of |de )?" + YEAR + "\\b(?![.,]\\d|%)",
              DateReader::named),
          new Form(
              WORD_START
                  + "(?<first>\\d{1,2})([/.])(?<second>\\d{1,2})\\2(?<year>\\d{4}|\\d{2})(?!\\d|[./]\\d)",
              DateReader::eitherOrder),
          new Form(
              "(?<=\\bthe )"
                  + DAY
                  + "(?:st|nd|rd|th)(?= ?(?:[.,;:)]|$|of (?:this|the|last|next) month))",
              match -> new DayOnly(number(match, "day"))),
          new Form(NOT_ALONE + MONTH + "(?! \\d)", DateReader::named),
          new Form(
              "\\b(?<month>january|february|april|june|july|august|september|october|november|december)\\b",
              DateReader::named),
          new Form(
              "(?<![\\p{L}\\p{N}])(?<weekday>"
                  + Calendar.weekdayPattern()
                  + ")(?:'s)?(?![\\p{IsLatin}\\p{N}])",
              DateReader::weekday),
          new Form(
              "(?<![\\p{IsLatin}\\p{N}])(?<relative>"
                  + Calendar.relativePattern()
                  + ")(?![\\p{IsLatin}\\p{N}])",
              match -> Calendar.relative(match.group("relative").toLowerCase(Locale.ROOT))),
          new Form(
              WORD_START
                  + YEAR
                  + "(?:[-/]\\d{2}(?:\\d{2})?)?(?![\\p{N}%:°\\p{Sc}]|[.,/-]\\d|'?s\\b|"
                  + " ?(?:km|kg|metres|meters|miles|people|per"
                  + " cent|percent|dollars|euros|won|yen)\\b|[\\p{IsHangul}\\p{IsHan}])",
              match -> new YearOf(number(match, "year"))));

  private static final Pattern AGO =
      Pattern.compile(
          "\\b(\\d{1,3}|a|one|two|three|four|five|six|seven|ten) (day|week|month|year)s? ago\\b",
          FLAGS);

  private DateReader() {}

  /** The dates of a plain text in order, none inside another. */
  static List<DateMention> in(String plain) {
    var rest = new StringBuilder(plain);
    var found = new ArrayList<DateMention>();
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(rest);
      while (matcher.find()) {
        Meaning meaning = form.meaning().apply(matcher.toMatchResult());
        if (meaning != null) {
          found.add(
              new DateMention(
                  plain.substring(matcher.start(), matcher.end()),
                  matcher.start(),
                  matcher.end(),
                  meaning));
        }
      }
      // A form's own finds do not overlap, and later forms see them blanked.
      found.forEach(mention -> blank(rest, mention));
    }
    found.sort(Comparator.comparingInt(DateMention::start));
    return found;
  }

  /** "Two days ago" and the like: what evidence says beside its dates. */
  static List<DateMention> ago(String plain) {
    return AGO.matcher(plain)
        .results()
        .map(match ->
            new DateMention(
                match.group(),
                match.start(),
                match.end(),
                new Away(
                    Step.valueOf(match.group(2).toUpperCase(Locale.ROOT)),
                    -amount(match.group(1).toLowerCase(Locale.ROOT)))))
        .toList();
  }

  private static int amount(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    Integer small = NumberWords.small(word);
    return small == null ? 1 : small;
  }

  /** The text with its dates blanked out. */
  static String without(String plain, List<DateMention> dates) {
    var rest = new StringBuilder(plain);
    dates.forEach(date -> blank(rest, date));
    return rest.toString();
  }

  private static void blank(StringBuilder text, DateMention mention) {
    for (int i = mention.start(); i < mention.end(); i++) {
      text.setCharAt(i, BLANK);
    }
  }

  private static @Nullable Meaning numeric(MatchResult match) {
    int year = number(match, "year");
    int month = number(match, "month");
    int day = number(match, "day");
    return day == 0 ? new MonthOf(year, month) : dayOf(year, month, day);
  }

  private static @Nullable Meaning named(MatchResult match) {
    String word = match.group("month");
    if (!Character.isUpperCase(word.charAt(0)) && ambiguous(word)) {
      return null;
    }
    int month = Calendar.month(word.toLowerCase(Locale.ROOT));
    int year = number(match, "year");
    int day = number(match, "day");
    if (day == 0) {
      return new MonthOf(year, month);
    }
    int until = number(match, "until");
    Meaning first = dayOf(year, month, day);
    Meaning last = until == 0 ? null : dayOf(year, month, until);
    return first == null || last == null ? first : new EitherOf(List.of(first, last));
  }

  /** "may", "march", "mars", "mar": words that are months only when they begin with a capital. */
  private static boolean ambiguous(String word) {
    return switch (word) {
      case "may", "march", "mars", "mar", "mai", "jan", "dec", "sep", "august", "mon", "sun" ->
          true;
      default -> false;
    };
  }

  private static @Nullable Meaning weekday(MatchResult match) {
    String word = match.group("weekday");
    boolean latin = word.charAt(0) < 0x250;
    boolean abbreviated = latin && word.length() <= 5 && !word.endsWith("day");
    if (latin && !Character.isUpperCase(word.charAt(0))
        || abbreviated
            && !word.matches("(?i)lundi|lunes|mardi|jeudi|tues|thurs|thur|wed|fri|mon|tue|thu")) {
      return null;
    }
    return new WeekdayNamed(Calendar.weekday(word.toLowerCase(Locale.ROOT)));
  }

  private static @Nullable Meaning eitherOrder(MatchResult match) {
    int first = number(match, "first");
    int second = number(match, "second");
    int year = number(match, "year");
    year = year < 100 ? 2000 + year : year;
    var meanings = new ArrayList<Meaning>();
    for (Meaning meaning :
        new @Nullable Meaning[] {dayOf(year, second, first), dayOf(year, first, second)}) {
      if (meaning != null && !meanings.contains(meaning)) {
        meanings.add(meaning);
      }
    }
    return meanings.isEmpty() ? null : new EitherOf(meanings);
  }

  private static @Nullable Meaning dayOf(int year, int month, int day) {
    boolean exists =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= java.time.YearMonth.of(year == 0 ? 2024 : year, month).lengthOfMonth();
    return exists ? new DayOf(year, month, day) : null;
  }

  private static int number(MatchResult match, String group) {
    if (!match.namedGroups().containsKey(group)) {
      return 0;
    }
    String digits = match.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
