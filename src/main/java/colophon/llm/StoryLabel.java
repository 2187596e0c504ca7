package colophon.llm;

import colophon.llm.PassagesMessage.SourceText;
import colophon.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The name of a story: the few words by which its sources, and above all their titles, call it.
 *
 * @param words as they are written inside a sentence
 * @param stems what they are known by
 * @param core the name in it, where a word for the event was added; else null
 */
record StoryLabel(String words, List<String> stems, @Nullable StoryLabel core) {

  private static final int LONGEST = 5;
  private static final double IN_TITLES = 2.0;
  private static final double IN_TEXTS = 1.5;
  private static final double OFTEN = 0.6;
  private static final double NAMED = 0.8;
  private static final double EVENT = 0.9;
  private static final double LENGTH = 0.45;
  private static final double PERSON = 0.9;
  private static final double LEAST_SHAPE = 0.5;

  /** The event's noun stands in one of so many sentences at least. */
  private static final int EVENTFUL = 20;

  private static final Set<String> EVENTS =
      Set.copyOf(
          List.of(
              """
              summit race ruling cut election plan vote talks talk strike crisis war deal attack fire
              storm earthquake reef wall bill law trial case merger launch mission tour cup final match
              conference festival outbreak scandal probe inquiry budget tax protest flood crash rescue
              hearing appeal bid sale takeover truce ceasefire shooting verdict eruption drought visit
              decision award prize discovery treaty reform referendum championship\
              """
                  .split("\\s+")));

  private static final Set<String> NEVER =
      Set.copyOf(
          List.of(
              """
              said says monday tuesday wednesday thursday friday saturday sunday january february march
              april june july august september october november december year years per cent percent
              million billion new first second third last next mr mrs president minister prime governor
              chief after before what why how\
              """
                  .split("\\s+")));

  private static final class Sighting {
    final Map<String, Integer> surfaces = new TreeMap<>();
    final Set<Integer> titles = new TreeSet<>();
    final Set<Integer> texts = new TreeSet<>();
    int sentences;
    int shaped;
    int named;
    int seen;
  }

  /** The label of a story; null where its sources share no words that could be one. */
  static @Nullable StoryLabel of(StorySentences story, Capitals capitals, Set<String> people) {
    Map<List<String>, Sighting> sightings = sightings(story, capitals);
    int origins = Math.max(1, story.origins().size());
    int sentences = Math.max(1, story.all().size());
    Map.Entry<List<String>, Sighting> best =
        sightings.entrySet().stream()
            .filter(entry -> entry.getValue().shaped >= entry.getValue().seen * LEAST_SHAPE)
            .filter(entry -> entry.getValue().sentences + entry.getValue().titles.size() >= 2)
            .filter(entry -> !entry.getValue().titles.isEmpty())
            .filter(entry -> !swallowed(entry.getKey(), entry.getValue(), sightings))
            .max(
                Comparator.comparingDouble((Map.Entry<List<String>, Sighting> entry) ->
                        worth(entry.getKey(), entry.getValue(), origins, sentences, people))
                    .thenComparing(entry -> String.join(" ", entry.getKey())))
            .orElse(null);
    if (best == null) {
      return null;
    }
    StoryLabel label = new StoryLabel(commonest(best.getValue().surfaces), best.getKey(), null);
    boolean eventful = best.getKey().stream().anyMatch(EVENTS::contains);
    return eventful ? label : label.with(event(sightings, sentences));
  }

  private static Map<List<String>, Sighting> sightings(StorySentences story, Capitals capitals) {
    Map<List<String>, Sighting> sightings = new HashMap<>();
    for (SourceText source : story.sources()) {
      for (Gram gram : grams(capitals.plain(Title.of(source)), capitals)) {
        gram.note(sightings).titles.add(source.origin());
      }
    }
    for (SourceSentence sentence : story.all()) {
      for (Gram gram : grams(sentence.text(), capitals)) {
        Sighting sighting = gram.note(sightings);
        sighting.texts.add(sentence.origin());
        sighting.sentences++;
      }
    }
    return sightings;
  }

  /** Whether a longer name, or the name with its noun, is what is meant most of the time. */
  private static boolean swallowed(
      List<String> stems, Sighting sighting, Map<List<String>, Sighting> sightings) {
    return sightings.entrySet().stream()
        .anyMatch(longer ->
            longer.getKey().size() > stems.size()
                && Collections.indexOfSubList(longer.getKey(), stems) >= 0
                && longer.getValue().shaped * 5 >= sighting.seen * 3);
  }

  /** A name alone does not tell what happened; the word for it that all sources use is added. */
  private StoryLabel with(@Nullable StoryLabel event) {
    if (event == null || stems.size() > 3 || event.stems.stream().anyMatch(stems::contains)) {
      return this;
    }
    List<String> all = new ArrayList<>(stems);
    all.addAll(event.stems);
    return new StoryLabel(words + " " + event.words, all, this);
  }

  /** The noun by which most sources call the event, with the word that usually goes before it. */
  private static @Nullable StoryLabel event(Map<List<String>, Sighting> sightings, int sentences) {
    Map.Entry<List<String>, Sighting> noun =
        sightings.entrySet().stream()
            .filter(entry -> entry.getKey().size() == 1)
            .filter(entry -> EVENTS.contains(entry.getKey().getFirst()))
            .filter(entry -> entry.getValue().sentences * EVENTFUL >= sentences)
            .max(
                Comparator.comparingInt((Map.Entry<List<String>, Sighting> entry) ->
                        20 * entry.getValue().titles.size()
                            + 10 * entry.getValue().texts.size()
                            + entry.getValue().sentences)
                    .thenComparing(entry -> entry.getKey().getFirst()))
            .orElse(null);
    if (noun == null) {
      return null;
    }
    return sightings.entrySet().stream()
        .filter(entry -> entry.getKey().size() == 2)
        .filter(entry -> entry.getKey().getLast().equals(noun.getKey().getFirst()))
        .filter(entry -> entry.getValue().named == 0)
        .filter(entry ->
            entry.getValue().sentences * 3 >= noun.getValue().sentences
                || !entry.getValue().titles.isEmpty())
        .max(
            Comparator.comparingInt(
                    (Map.Entry<List<String>, Sighting> entry) -> entry.getValue().sentences)
                .thenComparing(entry -> String.join(" ", entry.getKey())))
        .map(entry -> new StoryLabel(String.join(" ", entry.getKey()), entry.getKey(), null))
        .orElse(new StoryLabel(noun.getKey().getFirst(), noun.getKey(), null));
  }

  /** How a headline calls the story whose angle has these words: not by the name in them. */
  String beside(List<String> angle) {
    boolean eventAlone = core != null && core.within(angle) && stems.size() > core.stems.size() + 1;
    return core == null || !eventAlone ? words : words.substring(core.words.length() + 1);
  }

  /** Whether these words hold the label, in its order. */
  boolean within(Collection<String> stems) {
    return Collections.indexOfSubList(List.copyOf(stems), this.stems) >= 0;
  }

  private static double worth(
      List<String> stems, Sighting sighting, int origins, int sentences, Set<String> people) {
    boolean named = sighting.named * 2 >= sighting.seen;
    String last = stems.getLast();
    boolean person = stems.stream().anyMatch(people::contains);
    return IN_TITLES * sighting.titles.size() / origins
        + IN_TEXTS * sighting.texts.size() / origins
        + OFTEN * Math.log1p(sighting.sentences) / Math.log1p(sentences)
        + (named ? NAMED : 0)
        + (EVENTS.contains(last) ? EVENT : 0)
        + LENGTH * (Math.min(stems.size(), 3) - 1)
        - (person ? PERSON : 0)
        - (stems.size() == 1 && !named ? 2 * NAMED : 0);
  }

  private static String commonest(Map<String, Integer> surfaces) {
    return Collections.max(
            surfaces.entrySet(),
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .getKey();
  }

  private record Gram(List<String> words, boolean shaped, boolean named) {

    Sighting note(Map<List<String>, Sighting> sightings) {
      List<String> stems =
          words.stream().map(word -> Terms.stem(word.toLowerCase(Locale.ROOT))).toList();
      Sighting sighting = sightings.computeIfAbsent(stems, s -> new Sighting());
      sighting.seen++;
      sighting.shaped += shaped ? 1 : 0;
      sighting.named += named ? 1 : 0;
      sighting.surfaces.merge(String.join(" ", words), 1, Integer::sum);
      return sighting;
    }
  }

  private static List<Gram> grams(String text, Capitals capitals) {
    List<String> tokens =
        NounPhrases.tokens(text).stream().map(t -> t.replaceAll("['’]s$", "")).toList();
    List<Gram> grams = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      for (int to = from + 1; to <= Math.min(tokens.size(), from + LONGEST); to++) {
        List<String> words = tokens.subList(from, to);
        if (!fits(words)) {
          continue;
        }
        String after = to < tokens.size() ? tokens.get(to) : ".";
        boolean cut = cutsName(tokens, from, to);
        boolean capital = words.stream().anyMatch(capitals::isName);
        boolean ended =
            !Character.isLetterOrDigit(after.charAt(0))
                || Words.isFunction(after)
                || isCapital(words.getLast());
        grams.add(new Gram(words, ended && !cut, capital && !cut));
      }
    }
    return grams;
  }

  /** Whether the run of capitals at either edge goes on outside. */
  private static boolean cutsName(List<String> tokens, int from, int to) {
    boolean before = from > 0 && isCapital(tokens.get(from)) && joined(tokens, from - 1, -1);
    boolean after = to < tokens.size() && isCapital(tokens.get(to - 1)) && joined(tokens, to, 1);
    return before || after;
  }

  private static boolean joined(List<String> tokens, int at, int step) {
    if (isCapital(tokens.get(at))) {
      return at > 0;
    }
    int beyond = at + step;
    return tokens.get(at).equals("of")
        && beyond >= 0
        && beyond < tokens.size()
        && isCapital(tokens.get(beyond));
  }

  private static boolean isCapital(String token) {
    return Character.isUpperCase(token.codePointAt(0));
  }

  private static boolean fits(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).toLowerCase(Locale.ROOT);
      boolean edge = i == 0 || i == words.size() - 1;
      boolean joins = word.equals("of") && !edge;
      boolean carries =
          word.length() > 1
              && (!edge || NounPhrases.carries(word))
              && word.codePoints().allMatch(c -> Character.isLetter(c) || c == '-' || c == '–')
              && !Words.isFunction(word)
              && !NEVER.contains(word)
              && !(word.endsWith("ed") && edge)
              && !(word.endsWith("ly") && word.length() > 5);
      if (!joins && !carries) {
        return false;
      }
    }
    return true;
  }
}
