package colophon.llm;

import colophon.llm.LabelName.Name;
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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The name of a story: the place or body that its sources name most, and the noun by which they
 * call what happened there. Every word of it stands in a title or in two independent sources.
 *
 * @param words as they are written inside a sentence
 * @param stems what they are known by
 * @param core the name in it, where a word for the event was added; else null
 */
record StoryLabel(String words, List<String> stems, @Nullable StoryLabel core) {

  private static final int MOST_WORDS = 4;
  private static final int IN_TITLE = 3;
  private static final int IN_TEXT = 2;
  private static final double IN_ORIGINS = 1.0;

  private static final double TOGETHER = 2.0;

  /** The label of a story; null where its sources share no words that could be one. */
  static @Nullable StoryLabel of(StorySentences story, Capitals capitals, Set<String> people) {
    StoryLabel best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (Name name : LabelName.of(story, capitals, people)) {
      StoryLabel core = new StoryLabel(String.join(" ", name.words()), stems(name.words()), null);
      StoryLabel label = core;
      double worth = name.worth();
      for (Event.Noun noun : new Event(story, capitals, name.words()).nouns()) {
        double together = together(story, capitals, core.stems, noun.noun());
        double pair = name.worth() + noun.worth() + TOGETHER * together;
        if (pair > worth) {
          worth = pair;
          label = core.with(together > 0 ? List.of(noun.noun()) : noun.words());
        }
      }
      if (worth > most) {
        most = worth;
        best = label;
      }
    }
    return best;
  }

  /** How often the name stands right before the noun, from 0 to 1; a title counts double. */
  private static double together(
      StorySentences story, Capitals capitals, List<String> name, String noun) {
    List<String> both = new ArrayList<>(name);
    both.add(noun);
    long titles =
        story.sources().stream()
            .filter(s -> holds(capitals.plain(Title.of(s)), both))
            .map(SourceText::origin)
            .distinct()
            .count();
    long texts = story.all().stream().filter(s -> holds(s.text(), both)).count();
    return Math.min(1, (2 * titles + texts) / 4.0);
  }

  /** Whether the words stand there together, and no further noun goes on from them. */
  private static boolean holds(String text, List<String> stems) {
    List<String> tokens = NounPhrases.tokens(text).stream().map(Capitals::bare).toList();
    int at = Collections.indexOfSubList(stems(tokens), stems);
    String after =
        at < 0 || at + stems.size() >= tokens.size() ? "." : tokens.get(at + stems.size());
    return at >= 0 && !goesOn(after);
  }

  private static boolean goesOn(String after) {
    return Character.isLetter(after.codePointAt(0))
        && !Words.isFunction(after.toLowerCase(Locale.ROOT))
        && (!Verbs.known(after) || Verbs.alsoNoun(after));
  }

  private StoryLabel with(List<String> event) {
    List<String> all = new ArrayList<>(stems);
    all.addAll(stems(event));
    if (all.size() > MOST_WORDS || new TreeSet<>(all).size() < all.size()) {
      return this;
    }
    return new StoryLabel(words + " " + String.join(" ", event), all, this);
  }

  /** Whether these words hold the label, in its order. */
  boolean within(Collection<String> stems) {
    return Collections.indexOfSubList(List.copyOf(stems), this.stems) >= 0;
  }

  private static List<String> stems(List<String> words) {
    return words.stream().map(word -> Terms.stem(word.toLowerCase(Locale.ROOT))).toList();
  }

  /** Looks for the noun of the event, with the word that says which kind. */
  private static final class Event {
    private final StorySentences story;
    private final Capitals capitals;
    private final Set<String> name;
    private final Map<String, Integer> nouns = new HashMap<>();
    private final Map<String, Set<Integer>> origins = new HashMap<>();
    private final Map<String, Map<String, Integer>> kinds = new HashMap<>();

    Event(StorySentences story, Capitals capitals, List<String> name) {
      this.story = story;
      this.capitals = capitals;
      this.name = new TreeSet<>(stems(name));
      for (SourceText source : story.sources()) {
        read(capitals.plain(Title.of(source)), source.origin(), IN_TITLE * IN_TEXT);
      }
      for (SourceSentence sentence : story.all()) {
        read(sentence.text(), sentence.origin(), sentence.place() <= 1 ? IN_TEXT : 1);
      }
    }

    private void read(String text, int origin, int weight) {
      List<String> tokens = NounPhrases.tokens(text);
      for (int i = 0; i < tokens.size(); i++) {
        String word = tokens.get(i).toLowerCase(Locale.ROOT);
        String noun = Terms.stem(word);
        if (!LabelName.EVENTS.contains(noun) || name.contains(noun) || !isNoun(tokens, i)) {
          continue;
        }
        boolean first = origins.computeIfAbsent(noun, key -> new TreeSet<>()).add(origin);
        nouns.merge(noun, weight + (first ? IN_TITLE : 0), Integer::sum);
        String kind = i == 0 ? "" : tokens.get(i - 1).toLowerCase(Locale.ROOT);
        if (isKind(kind)) {
          kinds.computeIfAbsent(noun, key -> new HashMap<>()).merge(kind, weight, Integer::sum);
        }
      }
    }

    /** "A cut" and "the rate cut", not "will cut" nor "wall was". */
    private static boolean isNoun(List<String> tokens, int at) {
      String before = at == 0 ? "" : tokens.get(at - 1).toLowerCase(Locale.ROOT);
      String after = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
      boolean compound = !after.isEmpty() && goesOn(after);
      boolean verb =
          Set.of(
                      "to", "will", "would", "can", "could", "may", "might", "must", "not", "was",
                      "were")
                  .contains(before)
              || Set.of("the", "a", "an", "its", "their", "his", "her", "it", "them")
                  .contains(after)
              || !after.isEmpty() && Character.isDigit(after.codePointAt(0));
      return !compound && !verb;
    }

    private boolean isKind(String word) {
      return word.length() > 2
          && !Words.isFunction(word)
          && NounPhrases.carries(word)
          && !Verbs.known(word)
          && !capitals.isName(word)
          && !name.contains(Terms.stem(word))
          && !word.endsWith("ed")
          && !word.endsWith("ing");
    }

    /** A noun of the event, what says which kind it is, and how much it is this story's. */
    record Noun(String noun, List<String> words, double worth) {}

    List<Noun> nouns() {
      int sources = Math.max(1, story.origins().size());
      List<Noun> found = new ArrayList<>();
      nouns.forEach((noun, weight) -> {
        int heard = origins.getOrDefault(noun, Set.of()).size();
        if (heard * 2 >= sources && weight >= IN_TITLE * IN_TEXT) {
          double worth = IN_ORIGINS * heard / sources + Math.log1p(weight) / 3;
          found.add(new Noun(noun, words(noun), worth));
        }
      });
      found.sort(
          Comparator.comparingDouble((Noun noun) -> -noun.worth()).thenComparing(Noun::noun));
      return found;
    }

    private List<String> words(String noun) {
      String kind =
          kinds.getOrDefault(noun, Map.of()).entrySet().stream()
              .filter(entry -> shared(entry.getKey()))
              .max(
                  Comparator.comparingInt((Map.Entry<String, Integer> entry) ->
                          uses(entry.getKey()) + entry.getValue())
                      .thenComparing(Map.Entry::getKey))
              .map(Map.Entry::getKey)
              .orElse("");
      return kind.isEmpty() ? List.of(noun) : List.of(kind, noun);
    }

    private boolean shared(String word) {
      long heard =
          story.all().stream()
              .filter(sentence -> sentence.terms().contains(Terms.stem(word)))
              .map(SourceSentence::origin)
              .distinct()
              .count();
      return heard > 1 || story.origins().size() == 1;
    }

    private int uses(String word) {
      return (int)
          story.all().stream()
              .filter(sentence -> sentence.terms().contains(Terms.stem(word)))
              .count();
    }
  }
}
