package colophon.grounding;

import colophon.brief.Sentence;
import colophon.grounding.Figure.Kind;
import colophon.grounding.Figure.Reading;
import colophon.grounding.Figure.Rounding;
import colophon.text.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether every figure of a sentence is a figure of its passages: the same value of the same unit.
 */
final class FigureCheck {

  private static final Pattern FALLING =
      Pattern.compile(
          "\\b(fell|falls?|fallen|falling|drop(ped|s)?|declin\\w+|down|decreas\\w+|lost|loss(es)?|lower"
              + "|shr[aiu]nk\\w*|contract\\w+|slump\\w*|plung\\w+|slid|cut|reduc\\w+|minus|below)\\b|감소|하락|下落|減少",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFINITE =
      Pattern.compile(
          "(?:the|these|those|their|its|other|between|our|his|her|only) $",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[0-9]\\d\\d|2[01]\\d\\d)(?!\\d)");

  private FigureCheck() {}

  static CheckResult check(Sentence sentence, Evidence evidence, Language language) {
    List<Figure> claimed = claims(sentence.text(), language);
    if (claimed.isEmpty()) {
      return new CheckResult(Check.FIGURES, true, "It states no figure.", -1);
    }
    List<Figure> stated = stated(evidence);
    for (Figure figure : claimed) {
      if (stated.stream().noneMatch(figure::borneOutBy)) {
        return new CheckResult(Check.FIGURES, false, missing(figure, stated), -1);
      }
    }
    return new CheckResult(Check.FIGURES, true, "Its figures stand in the cited passages.", -1);
  }

  /** The figures of a sentence that evidence must bear out. */
  static List<Figure> claims(String text, Language language) {
    String plain = Typography.plain(text);
    return Figures.of(text, language, false).stream()
        .filter(figure -> states(figure, plain))
        .map(figure -> FALLING.matcher(plain).find() ? eitherSign(figure) : figure)
        .toList();
  }

  private static boolean states(Figure figure, String plain) {
    String words = figure.text().toLowerCase(Locale.ROOT);
    // "One of them" and "the two leaders" count nobody.
    boolean pointing =
        words.equals("two") && DEFINITE.matcher(plain.substring(0, figure.start())).find();
    return !words.equals("one") && !words.equals("a second") && !pointing;
  }

  private static List<Figure> stated(Evidence evidence) {
    var stated = new ArrayList<Figure>();
    for (Cited cited : evidence.passages()) {
      boolean falling = FALLING.matcher(cited.text()).find();
      for (Figure figure : cited.figures()) {
        stated.add(falling ? eitherSign(figure) : figure);
      }
      YEAR.matcher(cited.plain())
          .results()
          .forEach(match ->
              stated.add(count(match.group(), match.start(), new BigDecimal(match.group()))));
      cited.dates().forEach(date -> addDay(date, stated));
    }
    return stated;
  }

  private static Figure count(String text, int start, BigDecimal value) {
    return new Figure(
        text,
        start,
        start + text.length(),
        List.of(new Reading(Kind.COUNT, "", value)),
        value,
        Rounding.EXACT,
        false);
  }

  /** A day of a month is a rank too: "on the 13th". */
  private static void addDay(DateMention date, List<Figure> stated) {
    if (date.meaning() instanceof DateMention.DayOf day) {
      Reading rank = new Reading(Kind.ORDINAL, "", BigDecimal.valueOf(day.day()));
      stated.add(
          new Figure(
              date.text(),
              date.start(),
              date.end(),
              List.of(rank),
              rank.value(),
              Rounding.EXACT,
              false));
    }
  }

  /** "Fell 5 %" and "-5 %" say the same. A temperature keeps its sign. */
  private static Figure eitherSign(Figure figure) {
    var readings = new ArrayList<>(figure.readings());
    for (Reading reading : figure.readings()) {
      if (!reading.unit().equals("degree") && !reading.unit().equals("fahrenheit")) {
        readings.add(new Reading(reading.kind(), reading.unit(), reading.value().negate()));
      }
    }
    return new Figure(
        figure.text(),
        figure.start(),
        figure.end(),
        readings,
        figure.number(),
        figure.rounding(),
        figure.bare());
  }

  private static String missing(Figure figure, List<Figure> stated) {
    String alike =
        stated.stream()
            .filter(other -> kin(figure, other))
            .map(other -> "\"" + other.text() + "\"")
            .distinct()
            .limit(3)
            .collect(Collectors.joining(", "));
    String note = "The figure \"" + figure.text() + "\" does not stand in the cited passages";
    return alike.isEmpty() ? note + "." : note + ", which have " + alike + ".";
  }

  private static boolean kin(Figure figure, Figure other) {
    return figure.readings().stream()
        .anyMatch(mine ->
            other.readings().stream()
                .anyMatch(its -> mine.kind() == its.kind() && mine.unit().equals(its.unit())));
  }
}
