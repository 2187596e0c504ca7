package colophon.llm;

import colophon.llm.PassagesMessage.SourceText;
import colophon.text.WordList;
import colophon.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the place or the body, not the person, that a story's sources name most. */
final class LabelName {

  private static final int LONGEST = 4;
  private static final int MOST_NAMES = 6;
  private static final double IN_TITLES = 2.0;
  private static final double IN_TEXTS = 1.5;
  private static final double OPENS = 0.5;

  private static final Set<String> NEVER =
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
          "december",
          "mr",
          "mrs",
          "ms",
          "dr",
          "president",
          "minister",
          "prime",
          "governor",
          "premier",
          "councillor",
          "inspector",
          "detective",
          "plc",
          "ltd",
          "inc",
          "co",
          "the");

  private static final class Sighting {
    final Set<Integer> titles = new TreeSet<>();
    final Set<Integer> texts = new TreeSet<>();
    int seen;
    int opening;
  }

  static final Set<String> EVENTS = WordList.words(LabelName.class, "events.txt");

  private final Map<List<String>, Sighting> sightings = new HashMap<>();
  private final StorySentences story;
  private final Capitals capitals;
  private final Set<String> people;
  private final Set<String> outlets = new TreeSet<>();

  private LabelName(StorySentences story, Capitals capitals, Set<String> people) {
    this.story = story;
    this.capitals = capitals;
    this.people = people;
    story.sources().forEach(source -> outlets.add(source.outlet().toLowerCase(Locale.ROOT)));
  }

  /** A name as the sources write it, and how much it is this story's, from 0 to about 6. */
  record Name(List<String> words, double worth) {}

  /** The names that could stand for the story, the best first; none where it shares none. */
  static List<Name> of(StorySentences story, Capitals capitals, Set<String> people) {
    LabelName names = new LabelName(story, capitals, people);
    for (SourceText source : story.sources()) {
      for (List<String> name : names.names(capitals.plain(Title.of(source)))) {
        names.see(name).titles.add(source.origin());
      }
    }
    for (SourceSentence sentence : story.all()) {
      for (List<String> name : names.names(sentence.text())) {
        Sighting sighting = names.see(name);
        sighting.texts.add(sentence.origin());
        sighting.opening += sentence.place() <= 1 ? 1 : 0;
      }
    }
    int origins = Math.max(1, story.origins().size());
    return names.sightings.entrySet().stream()
        .filter(entry -> entry.getValue().seen > 1 && entry.getValue().opening > 0)
        .filter(entry -> !entry.getValue().titles.isEmpty() || entry.getValue().texts.size() > 1)
        .map(entry -> new Name(entry.getKey(), worth(entry.getKey(), entry.getValue(), origins)))
        .sorted(
            Comparator.comparingDouble((Name name) -> -name.worth())
                .thenComparing(name -> String.join(" ", name.words())))
        .limit(MOST_NAMES)
        .toList();
  }

  private static double worth(List<String> name, Sighting sighting, int origins) {
    return IN_TITLES * sighting.titles.size() / origins
        + IN_TEXTS * sighting.texts.size() / origins
        + Math.log1p(sighting.seen) / 4
        + OPENS * Math.log1p(sighting.opening) / 2
        - 0.05 * name.size();
  }

  private Sighting see(List<String> name) {
    Sighting sighting = sightings.computeIfAbsent(name, key -> new Sighting());
    sighting.seen++;
    return sighting;
  }

  /** Every run of capitals that is a name; of "the Bank of Averland", the place. */
  private Set<List<String>> names(String text) {
    List<String> tokens = NounPhrases.tokens(text);
    Set<List<String>> names = new LinkedHashSet<>();
    int at = 0;
    while (at < tokens.size()) {
      int from = at;
      List<String> run = new ArrayList<>();
      boolean whole = true;
      while (at < tokens.size() && isCapital(tokens.get(at))) {
        whole &= isName(tokens.get(at)) || !run.isEmpty() && goesOn(tokens.get(at));
        if (whole) {
          run.add(Capitals.bare(tokens.get(at)));
        }
        at++;
        if (tokens.get(at - 1).matches(".*['’]s?")) {
          break;
        }
      }
      String after = at < tokens.size() ? tokens.get(at) : ".";
      boolean owns = at > from && tokens.get(at - 1).matches(".*['’]s?") && isCapital(after);
      at += at == from ? 1 : 0;
      if (!fits(run) || owns || after.equals("of") || whole && modifies(tokens, at, after)) {
        continue;
      }
      names.add(run);
      // "Hollin" stands for Hollin Dairies, "Calder Paper" for the Calder Paper Company.
      for (int to = 1; to < run.size(); to++) {
        if (alone(run.subList(0, to))) {
          names.add(List.copyOf(run.subList(0, to)));
        }
      }
    }
    return names;
  }

  private static boolean isCapital(String token) {
    return Character.isUpperCase(token.codePointAt(0)) && token.length() > 2;
  }

  /** Whether a thing follows of which the name only says which, as in "Viking silver". */
  private static boolean modifies(List<String> tokens, int at, String after) {
    return Character.isLowerCase(after.codePointAt(0))
        && !tokens.get(at - 1).matches(".*['’]s?")
        && !Words.isFunction(after)
        && !Verbs.known(after)
        && !Verbs.finite(tokens, at);
  }

  /** Whether a word that is common elsewhere is part of a name here, as in "North Quay". */
  private static boolean goesOn(String token) {
    String word = Capitals.bare(token).toLowerCase(Locale.ROOT);
    return !NEVER.contains(word) && !NEVER.contains(Terms.stem(word)) && !EVENTS.contains(word);
  }

  private boolean isName(String token) {
    String word = Capitals.bare(token).toLowerCase(Locale.ROOT);
    return capitals.isName(token)
        && !NEVER.contains(word)
        && !NEVER.contains(Terms.stem(word))
        && !EVENTS.contains(word);
  }

  private boolean fits(List<String> run) {
    return !run.isEmpty()
        && run.size() <= LONGEST
        && run.stream().noneMatch(word -> people.contains(word.toLowerCase(Locale.ROOT)))
        && outlets.stream()
            .noneMatch(o -> o.contains(String.join(" ", run).toLowerCase(Locale.ROOT)));
  }

  private final Map<List<String>, Boolean> standing =
      new TreeMap<>(Comparator.comparing((List<String> words) -> String.join(" ", words)));

  /** Whether the sources use the beginning of a longer name by itself. */
  private boolean alone(List<String> words) {
    return standing.computeIfAbsent(List.copyOf(words), this::standsAlone);
  }

  private boolean standsAlone(List<String> words) {
    String name = java.util.regex.Pattern.quote(String.join(" ", words));
    var pattern =
        java.util.regex.Pattern.compile(
            "(?<!\\p{Lu}[\\p{L}-]{1,20} )\\b" + name + "\\b(?! \\p{Lu})");
    return story.all().stream().filter(s -> pattern.matcher(s.text()).find()).count() > 1;
  }
}
