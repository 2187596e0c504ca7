package colophon.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in a sentence and what it counts.
 *
 * @param value the digits as written, without separators of thousands
 * @param unit the word after it, singular; empty for a year, a day of the month and a figure that
 *     is only about right, since sources may round
 */
record Figure(String value, String unit) {

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\p{L}\\d.,])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?![\\d])"
              + "(?:[ -]?(%|per cent|percent|[\\p{L}]+))?");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?i)january|february|march|april|may|june|july|august|september|october|november"
              + "|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)\\b(?:about|around|roughly|nearly|almost|some|over|under|more than|less than|fewer"
              + " than|at least|at most|up to|close to) [$€£¥]?$");
  private static final Pattern SCALE = Pattern.compile("(?i)million|billion|trillion|thousand");

  static List<Figure> of(String written) {
    String text = NumberWords.digits(written);
    List<Figure> figures = new ArrayList<>();
    Matcher matcher = FIGURE.matcher(text);
    while (matcher.find()) {
      String fraction = matcher.group(2) == null ? "" : matcher.group(2);
      String value = matcher.group(1).replace(",", "") + fraction;
      String word = matcher.group(3) == null ? "" : matcher.group(3).toLowerCase(Locale.ROOT);
      boolean before =
          text.substring(0, matcher.start()).matches("(?s).*\\b(?i:" + MONTH + ")\\.? ");
      if (before || MONTH.matcher(word).matches() || isYear(value, word)) {
        word = "";
      }
      if (SCALE.matcher(word).matches()) {
        value += " " + word;
        word = following(text, matcher.end());
      }
      boolean about = ABOUT.matcher(text.substring(0, matcher.start())).find();
      figures.add(new Figure(value, about ? "" : unit(word)));
    }
    return figures;
  }

  /** Whether the figure counts something, so that two sources can differ on it. */
  boolean counts() {
    return !unit.isEmpty();
  }

  /** Whether two sentences that both have it probably tell the same; small numbers do not. */
  boolean tells() {
    return value.length() >= 2 && !isYear(value, unit);
  }

  private static boolean isYear(String value, String word) {
    return value.matches("(1[5-9]|20)\\d\\d")
        && (word.isEmpty() || !word.matches("[a-z]+s|%|per.*"));
  }

  private static String following(String text, int from) {
    Matcher word = Pattern.compile("\\G[ -]([\\p{L}]+)").matcher(text);
    return word.find(from) ? word.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static String unit(String word) {
    return word.equals("%") || word.startsWith("per") && word.endsWith("cent")
        ? "percent"
        : colophon.text.Words.isFunction(word) ? "" : Terms.stem(word);
  }
}
