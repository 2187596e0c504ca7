package colophon.llm;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** English numbers from ten to ninety-nine, which houses spell out at the start of a sentence. */
final class NumberWords {

  private static final List<String> TEENS =
      List.of(
          "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
              .split(" "));
  private static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final List<String> UNITS =
      List.of("one two three four five six seven eight nine".split(" "));

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)\\b(?:("
              + String.join("|", TENS)
              + ")(?:-("
              + String.join("|", UNITS)
              + "))?|("
              + String.join("|", TEENS)
              + "))\\b");

  private NumberWords() {}

  /** The text with these numbers in digits. */
  static String digits(String text) {
    return NUMBER.matcher(text).replaceAll(found -> Integer.toString(value(found)));
  }

  /** How many different numbers from two to nine both texts spell out. */
  static long sharedSmall(String one, String other) {
    return UNITS.stream()
        .skip(1)
        .map(unit -> Pattern.compile("(?i)\\b" + unit + "\\b"))
        .filter(unit -> unit.matcher(one).find() && unit.matcher(other).find())
        .count();
  }

  private static int value(MatchResult found) {
    if (found.group(3) != null) {
      return 10 + TEENS.indexOf(found.group(3).toLowerCase(Locale.ROOT));
    }
    int tens = 20 + 10 * TENS.indexOf(found.group(1).toLowerCase(Locale.ROOT));
    return found.group(2) == null
        ? tens
        : tens + 1 + UNITS.indexOf(found.group(2).toLowerCase(Locale.ROOT));
  }
}
