package colophon.llm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what else a reader should know and groups it in themes. The weightiest excerpts that do
 * not repeat one another come first; those among them to which most others are near become the
 * hearts of the themes, and each theme is then filled with what is weighty and near its heart.
 */
final class SectionChoice {

  private static final int WORDS_A_SECTION = 62;
  private static final int MOST_EXCERPTS = 5;
  private static final int MOST_OF_ONE = 2;
  private static final int MOST_POOL = 16;
  private static final double POOL_SURPLUS = 1.5;
  private static final double REPEATS = 0.45;
  private static final double REPEATS_FROM = 0.35;
  private static final double HEARTS_APART = 0.9;
  private static final double LONELY = 0.60;
  private static final double LOOSELY = 0.12;
  private static final double ROOM_OVER = 1.2;
  private static final double NEAR = 0.50;
  private static final double STATES = 0.03;
  private static final double SECOND_VOICE = 0.06;
  private static final double SECOND_SPEECH = 0.25;

  private final StorySentences story;
  private final Kinship kinship;
  private final SentenceChoice choice;
  private final FigureConflicts conflicts;
  private final Map<Integer, Boolean> stating = new HashMap<>();

  SectionChoice(
      StorySentences story, Kinship kinship, SentenceChoice choice, FigureConflicts conflicts) {
    this.story = story;
    this.kinship = kinship;
    this.choice = choice;
    this.conflicts = conflicts;
  }

  /**
   * At most so many themes out of what is left of the allowance, each of two excerpts or more where
   * there is one such.
   *
   * @param leastWords what the themes must hold together, as far as the sources go
   */
  List<Theme> themes(int most, int leastWords) {
    int words = choice.wordsLeft();
    int wanted = Math.max(1, Math.min(most, words / WORDS_A_SECTION));
    List<Theme> themes = new ArrayList<>();
    showConflict(themes);
    List<Excerpt> pool = pool((int) (words * POOL_SURPLUS));
    if (!pool.isEmpty() && wanted > themes.size()) {
      themes.addAll(hearts(pool, themes, Math.min(wanted, Math.max(1, pool.size() / 2))));
    }
    int share = words / Math.max(1, themes.size());
    fill(themes, share, Kinship.BELONGS);
    fill(themes, (int) (share * ROOM_OVER), Kinship.BELONGS);
    boolean lonely = themes.stream().allMatch(theme -> theme.excerpts().size() < 2);
    if (lonely || themes.stream().mapToInt(Theme::words).sum() < leastWords) {
      fill(themes, words, LOOSELY);
    }
    themes.removeIf(theme -> theme.excerpts().isEmpty());
    return full(themes);
  }

  /** One sentence is no section, unless there is nothing else. */
  private static List<Theme> full(List<Theme> themes) {
    List<Theme> full = themes.stream().filter(theme -> theme.excerpts().size() > 1).toList();
    return full.isEmpty() ? themes.subList(0, Math.min(1, themes.size())) : full;
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
    return choice.weight(excerpt)
        + (states(excerpt) ? STATES : 0)
        - REPEATS * Math.max(0, nearest - REPEATS_FROM);
  }

  /** Whether a heading can be cut from it, so that a section around it can be named. */
  private boolean states(Excerpt excerpt) {
    return stating.computeIfAbsent(
        excerpt.first().number(), number -> Clause.of(excerpt.first().text()) != null);
  }

  private boolean repeats(Excerpt one, Excerpt other) {
    return one.sentences().stream()
        .anyMatch(mine -> other.sentences().stream().anyMatch(theirs -> choice.same(mine, theirs)));
  }

  /** The choice of hearts to which the pool as a whole is nearest, beside the themes there are. */
  private List<Theme> hearts(List<Excerpt> pool, List<Theme> themes, int wanted) {
    List<Excerpt> given = themes.stream().map(Theme::heart).toList();
    List<Excerpt> best = List.of();
    double most = Double.NEGATIVE_INFINITY;
    for (List<Excerpt> hearts : subsets(pool, Math.max(1, wanted - given.size()))) {
      List<Excerpt> all = new ArrayList<>(given);
      all.addAll(hearts);
      double fit = fit(pool, all);
      if (fit > most) {
        most = fit;
        best = hearts;
      }
    }
    return best.stream().map(Theme::new).toList();
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
      double kin = kinship(excerpt, hearts.get(nearest));
      if (kin >= Kinship.BELONGS) {
        members[nearest]++;
        sum += kin * choice.weight(excerpt);
      }
    }
    for (int i = 0; i < hearts.size(); i++) {
      sum -= members[i] < 2 ? LONELY : 0;
      for (int j = 0; j < i; j++) {
        sum -= HEARTS_APART * Math.max(0, kinship(hearts.get(i), hearts.get(j)) - Kinship.BELONGS);
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

  private double kinship(Excerpt one, Excerpt other) {
    return kinship.of(one, other);
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
    if (theme.excerpts().size() >= MOST_EXCERPTS || !theme.rivals().isEmpty()) {
      return null;
    }
    boolean alone = story.origins().size() < 2;
    return choice.best(
        excerpt ->
            theme.words() + excerpt.words() <= share
                && (alone || theme.times(excerpt.first().source().outlet()) < MOST_OF_ONE)
                && kinship(excerpt, theme.heart()) >= belongs
                && themes.stream().noneMatch(other -> nearer(excerpt, other, theme)),
        excerpt ->
            choice.weight(excerpt)
                + (states(excerpt) ? STATES : 0)
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
        choice.take(one);
        choice.take(other);
        Theme theme = new Theme(one);
        theme.addRivals(one, other);
        themes.add(theme);
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
