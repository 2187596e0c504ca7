package colophon.llm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what else a reader should know and groups it in themes. The weightiest excerpts that do
 * not repeat one another come first; those among them to which most others are near become the
 * hearts of the themes, and each theme is then filled with what is weighty and near its heart.
 */
final class SectionChoice {

  private static final int WORDS_A_SECTION = 62;
  private static final int MOST_EXCERPTS = 5;
  private static final int MOST_POOL = 16;
  private static final double POOL_SURPLUS = 1.5;
  private static final double REPEATS = 0.45;
  private static final double REPEATS_FROM = 0.35;
  private static final double HEARTS_APART = 0.9;
  private static final double LONELY = 0.35;
  private static final double BELONGS = 0.30;
  private static final double BELONGS_LOOSELY = 0.20;
  private static final double ROOM_OVER = 1.2;
  private static final double NEAR = 0.50;
  private static final double SHARED = 0.35;
  private static final double SECOND_VOICE = 0.06;
  private static final double SECOND_SPEECH = 0.25;

  private final StorySentences story;
  private final SentenceWeights weights;
  private final SentenceChoice choice;
  private final FigureConflicts conflicts;

  SectionChoice(
      StorySentences story,
      SentenceWeights weights,
      SentenceChoice choice,
      FigureConflicts conflicts) {
    this.story = story;
    this.weights = weights;
    this.choice = choice;
    this.conflicts = conflicts;
  }

  /** At most so many themes out of what is left of the allowance, none empty. */
  List<Theme> themes(int most) {
    int words = choice.wordsLeft();
    int wanted = Math.max(1, Math.min(most, words / WORDS_A_SECTION));
    List<Excerpt> pool = pool((int) (words * POOL_SURPLUS));
    if (pool.isEmpty()) {
      return List.of();
    }
    List<Theme> themes = hearts(pool, Math.min(wanted, Math.max(1, pool.size() / 2)));
    showConflict(themes);
    int share = words / themes.size();
    fill(themes, share, BELONGS);
    fill(themes, (int) (share * ROOM_OVER), BELONGS_LOOSELY);
    themes.removeIf(theme -> theme.excerpts().isEmpty());
    return joined(themes);
  }

  /** One sentence is no section: it goes to the theme it is nearest to. */
  private List<Theme> joined(List<Theme> themes) {
    List<Theme> full = themes.stream().filter(theme -> theme.excerpts().size() > 1).toList();
    if (full.isEmpty()) {
      return themes.subList(0, Math.min(1, themes.size()));
    }
    for (Theme theme : themes) {
      if (!full.contains(theme)) {
        Excerpt lone = theme.excerpts().getFirst();
        full.stream()
            .max(Comparator.comparingDouble(other -> kinship(lone, other.heart())))
            .ifPresent(other -> other.add(lone));
      }
    }
    return full;
  }

  /** The weightiest excerpts of which none repeats another. */
  private List<Excerpt> pool(int words) {
    List<Excerpt> open = new ArrayList<>(choice.open().toList());
    List<Excerpt> pool = new ArrayList<>();
    int left = words;
    while (left > 0 && pool.size() < MOST_POOL) {
      Excerpt best =
          open.stream()
              .max(
                  Comparator.comparingDouble((Excerpt excerpt) -> worth(excerpt, pool))
                      .thenComparing(excerpt -> -excerpt.first().number()))
              .orElse(null);
      if (best == null) {
        break;
      }
      pool.add(best);
      left -= best.words();
      open.removeIf(excerpt -> repeats(excerpt, best));
    }
    return pool;
  }

  private double worth(Excerpt excerpt, List<Excerpt> pool) {
    double nearest = choice.nearness(excerpt);
    for (Excerpt other : pool) {
      nearest = Math.max(nearest, similarity(excerpt, other));
    }
    return choice.weight(excerpt) - REPEATS * Math.max(0, nearest - REPEATS_FROM);
  }

  private boolean repeats(Excerpt one, Excerpt other) {
    return one.sentences().stream()
        .anyMatch(mine -> other.sentences().stream().anyMatch(theirs -> choice.same(mine, theirs)));
  }

  /** The choice of hearts to which the pool as a whole is nearest. */
  private List<Theme> hearts(List<Excerpt> pool, int wanted) {
    List<Excerpt> best = List.of();
    double most = Double.NEGATIVE_INFINITY;
    for (List<Excerpt> hearts : subsets(pool, wanted)) {
      double fit = fit(pool, hearts);
      if (fit > most) {
        most = fit;
        best = hearts;
      }
    }
    List<Theme> themes = new ArrayList<>();
    best.forEach(heart -> themes.add(new Theme(heart)));
    return themes;
  }

  private double fit(List<Excerpt> pool, List<Excerpt> hearts) {
    int[] members = new int[hearts.size()];
    double sum = 0;
    for (Excerpt excerpt : pool) {
      int nearest = 0;
      for (int i = 1; i < hearts.size(); i++) {
        if (kinship(excerpt, hearts.get(i)) > kinship(excerpt, hearts.get(nearest))) {
          nearest = i;
        }
      }
      members[nearest]++;
      sum += kinship(excerpt, hearts.get(nearest)) * choice.weight(excerpt);
    }
    for (int i = 0; i < hearts.size(); i++) {
      sum -= members[i] < 2 ? LONELY : 0;
      for (int j = 0; j < i; j++) {
        sum -= HEARTS_APART * Math.max(0, kinship(hearts.get(i), hearts.get(j)) - BELONGS);
      }
    }
    return sum;
  }

  private static List<List<Excerpt>> subsets(List<Excerpt> pool, int size) {
    List<List<Excerpt>> subsets = new ArrayList<>();
    subsets.add(List.of());
    for (int round = 0; round < size; round++) {
      List<List<Excerpt>> longer = new ArrayList<>();
      for (List<Excerpt> subset : subsets) {
        int from = subset.isEmpty() ? 0 : pool.indexOf(subset.getLast()) + 1;
        for (Excerpt excerpt : pool.subList(from, pool.size())) {
          List<Excerpt> extended = new ArrayList<>(subset);
          extended.add(excerpt);
          longer.add(extended);
        }
      }
      subsets = longer;
    }
    return subsets;
  }

  /** Whether two excerpts are about one thing: near in meaning, or with rare words in common. */
  private double kinship(Excerpt one, Excerpt other) {
    if (one.equals(other)) {
      return 1;
    }
    double shared = 0;
    for (SourceSentence mine : one.sentences()) {
      for (SourceSentence theirs : other.sentences()) {
        shared = Math.max(shared, weights.shared(mine, theirs));
      }
    }
    return similarity(one, other) + SHARED * shared;
  }

  private double similarity(Excerpt one, Excerpt other) {
    double sum = 0;
    for (SourceSentence mine : one.sentences()) {
      for (SourceSentence theirs : other.sentences()) {
        sum += story.similarity(mine, theirs);
      }
    }
    return sum / (one.sentences().size() * other.sentences().size());
  }

  private void fill(List<Theme> themes, int share, double belongs) {
    boolean added = true;
    while (added) {
      added = false;
      for (Theme theme : themes) {
        Excerpt next = next(theme, themes, share, belongs);
        if (next != null) {
          choice.take(next);
          theme.add(next);
          added = true;
        }
      }
    }
  }

  private @Nullable Excerpt next(Theme theme, List<Theme> themes, int share, double belongs) {
    if (theme.excerpts().size() >= MOST_EXCERPTS) {
      return null;
    }
    return choice.best(
        excerpt ->
            theme.words() + excerpt.words() <= share
                && kinship(excerpt, theme.heart()) >= belongs
                && themes.stream().noneMatch(other -> nearer(excerpt, other, theme)),
        excerpt ->
            choice.weight(excerpt)
                + NEAR * kinship(excerpt, theme.heart())
                - REPEATS * Math.max(0, choice.nearness(excerpt) - REPEATS_FROM)
                + (theme.hears(excerpt.first().origin()) ? 0 : SECOND_VOICE)
                - (theme.speaks() && QuotedSpeech.holds(excerpt.text()) ? SECOND_SPEECH : 0));
  }

  private boolean nearer(Excerpt excerpt, Theme other, Theme theme) {
    return kinship(excerpt, other.heart()) > kinship(excerpt, theme.heart());
  }

  /** Where sources give different figures, both are shown side by side, once in a brief. */
  private void showConflict(List<Theme> themes) {
    for (SourceSentence sentence : story.all()) {
      SourceSentence rival = conflicts.rival(sentence);
      if (rival != null && conflicted(sentence, rival)) {
        Excerpt one = Excerpt.of(sentence);
        Excerpt other = Excerpt.of(rival);
        Theme theme =
            themes.stream()
                .max(Comparator.comparingDouble(t -> kinship(one, t.heart())))
                .orElseThrow();
        choice.take(one);
        choice.take(other);
        theme.addRivals(one, other);
        return;
      }
    }
  }

  private boolean conflicted(SourceSentence sentence, SourceSentence rival) {
    return sentence.standing() == Standing.ALONE
        && rival.standing() == Standing.ALONE
        && sentence.equals(conflicts.rival(rival))
        && List.of(sentence, rival).stream()
            .map(Excerpt::of)
            .allMatch(excerpt -> choice.understood(excerpt) && choice.affordable(excerpt));
  }
}
