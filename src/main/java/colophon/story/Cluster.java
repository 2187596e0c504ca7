package colophon.story;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Some articles of one language taken together. Only sums are kept, so that the mean likeness of
 * all pairs between two clusters costs no more than that of one pair.
 *
 * @param members places in the list of articles, ascending
 * @param stories the stories that members belong to from earlier runs
 * @param words sum of the members' word vectors
 * @param marked how many members hold each name or figure
 * @param markedMass the rarities of {@code marked}, each as often as it is held
 * @param markedCount how many names and figures the members hold together
 * @param meaning sum of the members' embeddings; empty where one has none
 * @param from the earliest publication; null where none is known
 * @param to the latest
 */
record Cluster(
    List<Integer> members,
    SortedSet<String> stories,
    SparseVector words,
    SparseVector marked,
    long markedMass,
    long markedCount,
    int[] meaning,
    @Nullable Instant from,
    @Nullable Instant to) {

  static Cluster single(
      int place, Traits article, @Nullable String story, Vocabulary vocabulary, int[] rarities) {
    SparseVector marked = vocabulary.marked(article);
    long mass = 0;
    for (int term : marked.places()) {
      mass += rarities[term];
    }
    OffsetDateTime published = article.published();
    Instant at = published == null ? null : published.toInstant();
    return new Cluster(
        List.of(place),
        story == null ? new TreeSet<>() : new TreeSet<>(List.of(story)),
        vocabulary.words(article),
        marked,
        mass,
        marked.size(),
        meaningOf(article),
        at,
        at);
  }

  Cluster with(Cluster other) {
    List<Integer> both = new ArrayList<>(members);
    both.addAll(other.members);
    both.sort(null);
    SortedSet<String> known = new TreeSet<>(stories);
    known.addAll(other.stories);
    return new Cluster(
        both,
        known,
        words.plus(other.words),
        marked.plus(other.marked),
        markedMass + other.markedMass,
        markedCount + other.markedCount,
        sum(meaning, other.meaning),
        extreme(from, other.from, true),
        extreme(to, other.to, false));
  }

  int size() {
    return members.size();
  }

  boolean sharesStoryWith(Cluster other) {
    return stories.stream().anyMatch(other.stories::contains);
  }

  private static int[] meaningOf(Traits article) {
    var meaning = article.meaning();
    if (meaning == null) {
      return new int[0];
    }
    int[] components = new int[meaning.vector().length];
    for (int i = 0; i < components.length; i++) {
      components[i] = meaning.vector()[i];
    }
    return components;
  }

  private static int[] sum(int[] mine, int[] theirs) {
    if (mine.length != theirs.length) {
      return new int[0];
    }
    int[] sum = new int[mine.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = mine[i] + theirs[i];
    }
    return sum;
  }

  private static @Nullable Instant extreme(
      @Nullable Instant mine, @Nullable Instant theirs, boolean earlier) {
    if (mine == null || theirs == null) {
      return mine == null ? theirs : mine;
    }
    return mine.isBefore(theirs) == earlier ? mine : theirs;
  }
}
