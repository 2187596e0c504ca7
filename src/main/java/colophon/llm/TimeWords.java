package colophon.llm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a sentence says when, and whether it looks back or ahead. */
final class TimeWords {

  private static final Pattern WHEN =
      Pattern.compile(
          "\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|\\b(?:today|yesterday)\\b"
              + "|\\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)"
              + " ?\\d|\\d{1,2} (?:January"
              + "|February|March|April|May|June|July|August|September|October|November|December)\\b");

  private static final Pattern AHEAD =
      Pattern.compile(
          "(?i)\\b(?:will|is due|are due|was due|is to|are to|expected|scheduled|next"
              + " (?:year|month|week|step)|is set|are set|plans to|until|by the end of|would be the"
              + " (?:third|next)|deadline|forecast|due in)\\b");

  private static final Pattern BACK =
      Pattern.compile(
          "\\b(?:century|centuries|decades|last year|had been"
              + "|previously|ago|founded|history|for the first time in|first met)\\b");

  private static final Pattern YEAR =
      Pattern.compile("(?<![\\d,.])(1[5-9]\\d\\d|20\\d\\d)(?!\\d|,\\d)");

  private static final Pattern MATTERS =
      Pattern.compile(
          "(?i)\\b(?:because|so that|means|matters?|would|could|affects?|first .{1,40}"
              + " since|largest|biggest|risks?|threat|worry|worries|the test"
              + " of|depends?|effect|impact|signals?|warned|decide|choice|set"
              + " up|faces?|despite|although|rather than|crucial)\\b");

  /** Somebody's statement, rather than what happened. */
  private static final Pattern STATEMENT =
      Pattern.compile("\\bsaid (?:on \\w+ |that |it |they |he |she )");

  private static final Pattern MONTH =
      Pattern.compile(
          "\\b(?:January|February|March|April|May|June|July|August|September|October|November"
              + "|December)\\b");

  private final int year;

  /**
   * @param asOf when the newest article was published; null where that is not known
   */
  TimeWords(@Nullable Instant asOf) {
    this.year = asOf == null ? Integer.MAX_VALUE : asOf.atOffset(ZoneOffset.UTC).getYear();
  }

  /** Whether both name a month, and the same one. */
  static boolean sameMonth(String one, String other) {
    return MONTH.matcher(one).results().anyMatch(month -> other.contains(month.group()));
  }

  static boolean reports(String text) {
    return STATEMENT.matcher(text).find();
  }

  static boolean saysWhen(String text) {
    return WHEN.matcher(text).find();
  }

  boolean looksAhead(String text) {
    return AHEAD.matcher(text).find();
  }

  boolean looksBack(String text) {
    if (looksAhead(text)) {
      return false;
    }
    return BACK.matcher(text).find()
        || YEAR.matcher(text).results().anyMatch(found -> Integer.parseInt(found.group(1)) < year);
  }

  /** Whether it says why something matters, as far as words tell. */
  static boolean weighs(String text) {
    return MATTERS.matcher(text).find();
  }
}
