package colophon.llm;

import java.util.regex.Pattern;

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
          "\\b(?:1[5-9]\\d\\d|20[01]\\d|202[0-4])\\b|\\b(?:century|centuries|decades|last year|had"
              + " been|previously|ago|founded|history)\\b");

  private static final Pattern MATTERS =
      Pattern.compile(
          "(?i)\\b(?:because|so that|means|matters?|would|could|affects?|first .{1,40}"
              + " since|largest"
              + "|biggest|most|risks?|threat|worry|worries|test|depends?|effect|impact|signals?|warned|decide|choice|despite|although|rather"
              + " than|crucial|key|record|change)\\b");

  private TimeWords() {}

  static boolean saysWhen(String text) {
    return WHEN.matcher(text).find();
  }

  static boolean looksAhead(String text) {
    return AHEAD.matcher(text).find();
  }

  static boolean looksBack(String text) {
    return BACK.matcher(text).find() && !looksAhead(text);
  }

  /** Whether it says why something matters, as far as words tell. */
  static boolean weighs(String text) {
    return MATTERS.matcher(text).find();
  }
}
