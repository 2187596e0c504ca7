package colophon.grounding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the clause around a figure, which say what it measures.
 *
 * @param before the last words before it, in order
 * @param after the first words after it, in order
 * @param relation what the figure is counted from ("behind the winner"); empty where nothing
 */
record Surrounding(List<String> before, List<String> after, Set<String> relation) {

  /** How many words on each side are read. */
  static final int MOST_WORDS = 5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’][\\p{L}\\p{N}]+)*");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "[,;:()—–…]|\\b(?:but|while|whereas|against|although|compared|up from|down from)\\b");
  private static final Pattern RELATION =
      Pattern.compile(
          "^\\s*(?:behind|after|ahead of|before|later than|more than|less"
              + " than|from)\\s+([^,.;]{1,60})");
  private static final Set<String> EVERYDAY =
      Set.of(
          "rose",
          "rise",
          "rises",
          "rising",
          "fall",
          "falls",
          "fell",
          "fallen",
          "increase",
          "increased",
          "decrease",
          "decreased",
          "gain",
          "gained",
          "came",
          "come",
          "per",
          "cent",
          "percent",
          "year",
          "month",
          "week",
          "day",
          "today",
          "first",
          "according",
          "officials",
          "reported",
          "expected",
          "now",
          "years",
          "months",
          "days",
          "minutes",
          "hours",
          "one",
          "two",
          "three");

  Surrounding {
    before = List.copyOf(before);
    after = List.copyOf(after);
    relation = Set.copyOf(relation);
  }

  static Surrounding of(String text, Figure figure) {
    List<String> before = words(lastClause(text.substring(0, figure.start())));
    String rest = text.substring(figure.end());
    List<String> after = new ArrayList<>(words(figure.text()));
    after.addAll(words(firstClause(rest)));
    Matcher relation = RELATION.matcher(rest);
    return new Surrounding(
        before.subList(Math.max(0, before.size() - MOST_WORDS), before.size()),
        after.subList(0, Math.min(MOST_WORDS, after.size())),
        relation.find() ? new LinkedHashSet<>(words(relation.group(1))) : Set.of());
  }

  /** The clause up to a figure in the text's own words, for people. */
  static String led(String text, Figure figure) {
    String clause = lastClause(text.substring(0, figure.start())).strip();
    String tail = firstClause(text.substring(figure.end())).strip();
    return "“" + (clause.isEmpty() ? "… " + tail : clause + " …") + "”";
  }

  private static String lastClause(String text) {
    int from = 0;
    Matcher matcher = CLAUSE.matcher(text);
    while (matcher.find()) {
      from = matcher.end();
    }
    return text.substring(from);
  }

  private static String firstClause(String text) {
    Matcher matcher = CLAUSE.matcher(text);
    return matcher.find() ? text.substring(0, matcher.start()) : text;
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word =
          Typography.plain(matcher.group()).toLowerCase(Locale.ROOT).replaceAll("'s?$", "");
      boolean digits = word.chars().anyMatch(Character::isDigit);
      if (!digits && !EVERYDAY.contains(word) && !colophon.text.Words.isFunction(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /** How much two surroundings share; 0 where they speak of different things. */
  int shared(Surrounding other) {
    boolean counted = alike(relation, other.relation) > 0;
    if (!relation.isEmpty() && !other.relation.isEmpty() && !counted) {
      return 0;
    }
    int leading = alike(before, other.before);
    if (leading == 0 && !(before.isEmpty() && other.before.isEmpty())) {
      return 0;
    }
    return leading + alike(after, other.after);
  }

  /** The words in both; one that several words made up weighs as two. */
  private static int alike(Iterable<String> some, Iterable<String> others) {
    int weight = 0;
    for (String word : some) {
      for (String other : others) {
        if (alike(word, other)) {
          weight += word.contains("-") ? 2 : 1;
          break;
        }
      }
    }
    return weight;
  }

  private static boolean alike(String one, String other) {
    return one.equals(other)
        || Inflection.plainForms(one).contains(other)
        || Inflection.plainForms(other).contains(one)
        || Inflection.plainForms(one).stream().anyMatch(Inflection.plainForms(other)::contains);
  }

  /** Whether the noun that each figure counts is the same, a describing word aside. */
  boolean countsLike(Surrounding other) {
    return beginsWith(other.after, after) || beginsWith(after, other.after);
  }

  private static boolean beginsWith(List<String> some, List<String> others) {
    return !some.isEmpty()
        && others.stream().limit(2).anyMatch(word -> alike(word, some.getFirst()));
  }
}
