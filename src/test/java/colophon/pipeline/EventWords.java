package colophon.pipeline;

import colophon.text.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the texts of one event have in common and those of other events have not: names, figures and
 * a part of the plain words. Every text of the event gets the same.
 */
final class EventWords {

  /** The share of plain words that an event has of its own, in hundredths. */
  private static final int OWN_PERCENT = 30;

  private static final Pattern TOKEN =
      Pattern.compile("\\d+(?:[.,]\\d+)*|\\p{Lu}\\p{L}{2,}|\\p{Ll}{5,}");

  /** They name a day or month everywhere, not somebody. */
  private static final Set<String> CALENDAR =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private final Vocabulary vocabulary;
  private final Random random;
  private final SortedMap<String, String> own = new TreeMap<>();

  EventWords(Vocabulary vocabulary, Random random) {
    this.vocabulary = vocabulary;
    this.random = random;
  }

  /** The words of another event that is easily mistaken for this one: half its names are shared. */
  EventWords lookAlike() {
    EventWords other = new EventWords(vocabulary, random);
    own.forEach((word, chosen) -> {
      if (Character.isUpperCase(word.charAt(0)) && random.nextBoolean()) {
        other.own.put(word, chosen);
      }
    });
    return other;
  }

  /** A sample's sentence as it reads for this event. */
  String tell(String text) {
    return TOKEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group())));
  }

  /**
   * The sentence in other words here and there, as another desk edits it.
   *
   * @param percent of the plain words
   */
  String edited(String text, int percent) {
    return TOKEN
        .matcher(text)
        .replaceAll(found -> {
          String word = found.group();
          boolean plain = Character.isLowerCase(word.charAt(0)) && random.nextInt(100) < percent;
          return Matcher.quoteReplacement(plain ? vocabulary.plain(word, random) : word);
        });
  }

  private String word(String word) {
    char first = word.charAt(0);
    if (Character.isLowerCase(first) && Words.isFunction(word)) {
      return word;
    }
    String known = own.get(word);
    if (known == null) {
      known = Character.isDigit(first) ? figure(word) : lettered(word);
      own.put(word, known);
    }
    return known;
  }

  private String lettered(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (CALENDAR.contains(lower) || Words.isFunction(lower)) {
      return word;
    }
    if (Character.isUpperCase(word.charAt(0)) && !vocabulary.isPlain(lower)) {
      return vocabulary.name(random);
    }
    if (random.nextInt(100) >= OWN_PERCENT) {
      return word;
    }
    String other = vocabulary.plain(lower, random);
    return Character.isUpperCase(word.charAt(0))
        ? other.substring(0, 1).toUpperCase(Locale.ROOT) + other.substring(1)
        : other;
  }

  /** A figure of the same form; years stay years. */
  private String figure(String figure) {
    if (figure.matches("(19|20)\\d\\d")) {
      return figure.equals("2026") ? figure : String.valueOf(1950 + random.nextInt(76));
    }
    StringBuilder other = new StringBuilder();
    for (char c : figure.toCharArray()) {
      other.append(Character.isDigit(c) ? (char) ('1' + random.nextInt(9)) : c);
    }
    return other.toString();
  }

  /**
   * The words that events choose from.
   *
   * @param byEnding plain words of the samples by their ending, so that a verb takes a verb's place
   * @param names made up; the first ones are chosen far more often, as some names are in the news
   *     every day
   */
  record Vocabulary(
      SortedMap<String, List<String>> byEnding, Set<String> plain, List<String> names) {

    private static final List<String> ENDINGS = List.of("ing", "ed", "ly", "ion", "s");
    private static final String[] STARTS = {
      "Al", "Bar", "Cor", "Del", "Er", "Fal", "Gan", "Hol", "Is", "Jar", "Kel", "Lor", "Mar", "Nor",
      "Os", "Pel", "Quin", "Ros", "Sel", "Tor", "Ul", "Ver", "Wil", "Yar", "Zan", "Bren", "Cas",
      "Dun", "Fen", "Har", "Lin", "Mor", "Pen", "Rav", "Stan", "Tre", "Vin", "Wes", "Thor", "Ard"
    };
    private static final String[] MIDDLES = {
      "", "", "a", "e", "i", "o", "an", "en", "or", "el", "ing", "am", "er", "ath", "und", "ill"
    };
    private static final String[] ENDS = {
      "by", "dale", "den", "ford", "gate", "ham", "land", "ley", "low", "mere", "mont", "ness",
      "ov", "port", "ridge", "sen", "shaw", "son", "stead", "ster", "ton", "vale", "vik", "wick",
      "worth", "berg", "cote", "era", "ia", "oro"
    };

    static Vocabulary of(Collection<SampleText> samples) {
      SortedMap<String, List<String>> byEnding = new TreeMap<>();
      var plain = new java.util.TreeSet<String>();
      Pattern word = Pattern.compile("\\b\\p{Ll}{5,}\\b");
      for (SampleText sample : samples) {
        Matcher matcher = word.matcher(String.join(" ", sample.paragraphs()));
        while (matcher.find()) {
          if (!Words.isFunction(matcher.group())) {
            plain.add(matcher.group());
          }
        }
      }
      plain.forEach(one ->
          byEnding.computeIfAbsent(ending(one), any -> new java.util.ArrayList<>()).add(one));
      var names = new java.util.LinkedHashSet<String>();
      for (int i = 0; i < STARTS.length * MIDDLES.length * ENDS.length; i++) {
        int mixed = Math.floorMod(i * 7919, STARTS.length * MIDDLES.length * ENDS.length);
        names.add(
            STARTS[mixed % STARTS.length]
                + MIDDLES[mixed / STARTS.length % MIDDLES.length]
                + ENDS[mixed / STARTS.length / MIDDLES.length]);
      }
      return new Vocabulary(byEnding, plain, List.copyOf(names));
    }

    boolean isPlain(String lower) {
      return plain.contains(lower);
    }

    String name(Random random) {
      double skewed = Math.pow(random.nextDouble(), 2);
      return names.get((int) (skewed * names.size()));
    }

    String plain(String word, Random random) {
      List<String> same = byEnding.getOrDefault(ending(word), List.of(word));
      return same.get(random.nextInt(same.size()));
    }

    private static String ending(String word) {
      return ENDINGS.stream().filter(word::endsWith).findFirst().orElse("");
    }
  }
}
