package colophon.llm;

import colophon.llm.BriefPlan.PlannedSection;
import colophon.llm.NounPhrases.Phrase;
import colophon.text.Embedder;
import colophon.text.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Groups what else the sources say under a few themes. A theme begins as a phrase that several
 * sentences share, so that what stands above a section is what the section is about.
 */
final class SectionChoice {

  private static final int WORDS_A_SECTION = 70;
  private static final int LEAST_EXCERPTS = 2;
  private static final int MOST_EXCERPTS = 5;
  private static final int PICKS = 4;
  private static final double MEMBER = 0.40;
  private static final double MOST_SPREAD = 0.30;
  private static final double NEAR_FROM = 0.25;
  private static final double NEAR_SPAN = 0.45;
  private static final double NAMED = 0.60;
  private static final double UNNAMED = 0.80;
  private static final double ONE_WORD = 0.60;
  private static final double COHERENCE = 0.5;
  private static final double LIKE_ANOTHER = 0.55;
  private static final double ON_THEME = 0.35;
  private static final double WEIGHT = 0.60;
  private static final double REPEATS = 0.25;
  private static final double SECOND_VOICE = 0.06;
  private static final double SECOND_SPEECH = 0.25;

  private final StorySentences story;
  private final SentenceChoice choice;
  private final TimeWords time;
  private final FigureConflicts conflicts;
  private final List<Phrase> phrases;
  private final Map<Phrase, Embedding> embeddings = new HashMap<>();

  SectionChoice(
      StorySentences story,
      SentenceChoice choice,
      TimeWords time,
      FigureConflicts conflicts,
      Embedder embedder,
      Set<String> storyTerms) {
    this.story = story;
    this.choice = choice;
    this.time = time;
    this.conflicts = conflicts;
    double most = Math.max(3, story.all().size() * MOST_SPREAD);
    this.phrases =
        NounPhrases.of(story.all(), 2).stream()
            .filter(phrase -> phrase.sentences().size() <= most)
            .filter(phrase -> !storyTerms.containsAll(phrase.stems()))
            .toList();
    List<Embedding> found = embedder.embed(phrases.stream().map(Phrase::surface).toList());
    for (int i = 0; i < phrases.size(); i++) {
      embeddings.put(phrases.get(i), found.get(i));
    }
  }

  private static final class Theme {
    final Phrase phrase;
    final List<Excerpt> excerpts = new ArrayList<>();
    int words;

    Theme(Phrase phrase) {
      this.phrase = phrase;
    }

    void add(Excerpt excerpt) {
      excerpts.add(excerpt);
      words += excerpt.words();
    }
  }

  /** At most so many sections out of what is left of the allowance. */
  List<PlannedSection> sections(int most) {
    int words = choice.wordsLeft();
    int wanted = Math.max(1, Math.min(most, words / WORDS_A_SECTION));
    List<Theme> themes = themes(wanted);
    fill(themes, words);
    themes.removeIf(theme -> theme.excerpts.size() < LEAST_EXCERPTS && themes.size() > 1);
    themes.removeIf(theme -> theme.excerpts.isEmpty());
    themes.sort(Comparator.comparingDouble(this::order));
    Set<String> used = new TreeSet<>();
    List<PlannedSection> sections = new ArrayList<>();
    for (Theme theme : themes) {
      sections.add(
          new SectionPlan(story, choice, time, phrases, used).plan(theme.phrase, theme.excerpts));
    }
    return sections;
  }

  private List<Theme> themes(int wanted) {
    List<Excerpt> open = choice.open().toList();
    List<Theme> themes = new ArrayList<>();
    Set<SourceSentence> covered = new java.util.HashSet<>();
    while (themes.size() < wanted) {
      Phrase best = null;
      double most = 0;
      for (Phrase phrase : phrases) {
        if (themes.stream().anyMatch(theme -> alike(theme.phrase, phrase))) {
          continue;
        }
        double value = value(phrase, picks(phrase, open, covered));
        if (value > most) {
          most = value;
          best = phrase;
        }
      }
      if (best == null) {
        break;
      }
      picks(best, open, covered).forEach(excerpt -> covered.addAll(excerpt.sentences()));
      themes.add(new Theme(best));
    }
    return themes;
  }

  /** What a theme would give a reader: weighty excerpts that belong together under a clear name. */
  private double value(Phrase phrase, List<Excerpt> picks) {
    double sum = 0;
    double near = 0;
    int pairs = 0;
    for (Excerpt one : picks) {
      sum += choice.weight(one) * relevance(phrase, one);
      for (Excerpt other : picks) {
        if (one != other) {
          near += story.similarity(one.first(), other.first());
          pairs++;
        }
      }
    }
    double coherence = COHERENCE + (pairs == 0 ? 0 : near / pairs);
    return sum * coherence * (phrase.stems().size() == 1 ? ONE_WORD : 1);
  }

  private boolean alike(Phrase one, Phrase other) {
    return one.overlaps(other) || embedding(one).similarity(embedding(other)) >= LIKE_ANOTHER;
  }

  private Embedding embedding(Phrase phrase) {
    Embedding embedding = embeddings.get(phrase);
    if (embedding == null) {
      throw new IllegalStateException(phrase.surface() + " was not embedded");
    }
    return embedding;
  }

  /** The best few excerpts on a phrase that do not repeat one another. */
  private List<Excerpt> picks(Phrase phrase, List<Excerpt> open, Set<SourceSentence> covered) {
    List<Excerpt> ranked =
        open.stream()
            .filter(excerpt -> excerpt.sentences().stream().noneMatch(covered::contains))
            .filter(excerpt -> relevance(phrase, excerpt) >= MEMBER)
            .sorted(
                Comparator.comparingDouble(
                        (Excerpt excerpt) -> -choice.weight(excerpt) * relevance(phrase, excerpt))
                    .thenComparing(excerpt -> excerpt.first().number()))
            .toList();
    List<Excerpt> picks = new ArrayList<>();
    for (Excerpt excerpt : ranked) {
      boolean repeats =
          picks.stream()
              .flatMap(pick -> pick.sentences().stream())
              .anyMatch(one -> excerpt.sentences().stream().anyMatch(two -> choice.same(one, two)));
      if (!repeats && picks.size() < PICKS) {
        picks.add(excerpt);
      }
    }
    return picks;
  }

  /** Whether an excerpt is about a phrase: 1 where it holds it, less where it is near. */
  private double relevance(Phrase phrase, Excerpt excerpt) {
    double most = 0;
    for (SourceSentence sentence : excerpt.sentences()) {
      double near = story.embedding(sentence).similarity(embedding(phrase));
      double likeness = Math.max(0, Math.min(1, (near - NEAR_FROM) / NEAR_SPAN));
      boolean named = phrase.sentences().contains(sentence.number());
      most = Math.max(most, named ? NAMED + (1 - NAMED) * likeness : UNNAMED * likeness);
    }
    return most;
  }

  private void fill(List<Theme> themes, int words) {
    if (themes.isEmpty()) {
      return;
    }
    int share = words / themes.size();
    showConflict(themes);
    boolean added = true;
    while (added) {
      added = false;
      for (Theme theme : themes) {
        Excerpt next = next(theme, themes, share);
        if (next != null) {
          choice.take(next);
          theme.add(next);
          added = true;
        }
      }
    }
  }

  private @Nullable Excerpt next(Theme theme, List<Theme> themes, int share) {
    if (theme.excerpts.size() >= MOST_EXCERPTS || theme.words >= share) {
      return null;
    }
    boolean spoken = theme.excerpts.stream().anyMatch(e -> QuotedSpeech.holds(e.text()));
    return choice.best(
        excerpt ->
            relevance(theme.phrase, excerpt) >= MEMBER
                && theme.words + excerpt.words() <= share + share / 5
                && themes.stream()
                    .noneMatch(other ->
                        relevance(other.phrase, excerpt) > relevance(theme.phrase, excerpt)),
        excerpt ->
            WEIGHT * choice.weight(excerpt)
                + ON_THEME * relevance(theme.phrase, excerpt)
                - REPEATS * choice.nearness(excerpt)
                + (fromNewOrigin(theme, excerpt) ? SECOND_VOICE : 0)
                - (spoken && QuotedSpeech.holds(excerpt.text()) ? SECOND_SPEECH : 0));
  }

  private static boolean fromNewOrigin(Theme theme, Excerpt excerpt) {
    return theme.excerpts.stream()
        .noneMatch(other -> other.first().origin() == excerpt.first().origin());
  }

  /** Where sources give different figures, both are shown side by side, once in a brief. */
  private void showConflict(List<Theme> themes) {
    for (SourceSentence sentence : story.all()) {
      SourceSentence rival = conflicts.rival(sentence);
      if (rival == null || !conflicted(sentence, rival)) {
        continue;
      }
      Excerpt one = Excerpt.of(sentence);
      Excerpt other = Excerpt.of(rival);
      Theme theme =
          themes.stream()
              .max(Comparator.comparingDouble(t -> relevance(t.phrase, one)))
              .orElseThrow();
      choice.take(one);
      choice.take(other);
      theme.add(one);
      theme.add(other);
      return;
    }
  }

  private boolean conflicted(SourceSentence sentence, SourceSentence rival) {
    return sentence.standing() == Standing.ALONE
        && rival.standing() == Standing.ALONE
        && sentence.equals(conflicts.rival(rival))
        && choice.understood(Excerpt.of(sentence))
        && choice.understood(Excerpt.of(rival))
        && choice.affordable(Excerpt.of(sentence))
        && choice.affordable(Excerpt.of(rival));
  }

  /** What is general and present first, what was before next, what is to come last. */
  private double order(Theme theme) {
    long ahead = theme.excerpts.stream().filter(e -> time.looksAhead(e.text())).count();
    long back = theme.excerpts.stream().filter(e -> time.looksBack(e.text())).count();
    double weight = theme.excerpts.stream().mapToDouble(choice::weight).average().orElse(0);
    int size = theme.excerpts.size();
    double time = ahead * 2 > size ? 2 : back * 2 >= size ? 1 : 0;
    return time - weight;
  }
}
