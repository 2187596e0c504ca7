package colophon.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds for each article those it might share an event with, without comparing all pairs: through
 * its weightiest terms, each of which names only its strongest holders. The cost grows with the
 * number of articles, not with its square.
 */
final class Neighbours {

  /** How many of an article's terms are followed. */
  static final int MOST_TERMS = 24;

  /** How many holders a term names. */
  static final int MOST_HOLDERS = 128;

  /** How many neighbours an article has. */
  static final int MOST_NEIGHBOURS = 24;

  private final List<SparseVector> articles;
  private final int[][] holders;
  private final int[][] weights;

  private Neighbours(List<SparseVector> articles, int terms) {
    this.articles = articles;
    int[] counts = new int[terms];
    articles.forEach(article -> Arrays.stream(article.places()).forEach(term -> counts[term]++));
    holders = new int[terms][];
    weights = new int[terms][];
    for (int term = 0; term < terms; term++) {
      holders[term] = new int[counts[term]];
      weights[term] = new int[counts[term]];
    }
    fill(new int[terms]);
    for (int term = 0; term < terms; term++) {
      keepStrongest(term);
    }
  }

  /**
   * The neighbours of each article, ascending.
   *
   * @param terms how many terms there are
   */
  static int[][] of(List<SparseVector> articles, int terms) {
    Neighbours index = new Neighbours(articles, terms);
    int[][] neighbours = new int[articles.size()][];
    long[] scores = new long[articles.size()];
    for (int i = 0; i < neighbours.length; i++) {
      neighbours[i] = index.nearest(i, scores);
    }
    return neighbours;
  }

  private int[] nearest(int article, long[] scores) {
    List<Integer> touched = new ArrayList<>();
    SparseVector vector = articles.get(article);
    for (int entry : strongest(vector.weights(), MOST_TERMS)) {
      int term = vector.places()[entry];
      for (int i = 0; i < holders[term].length; i++) {
        int other = holders[term][i];
        if (other != article) {
          if (scores[other] == 0) {
            touched.add(other);
          }
          scores[other] += 1 + (long) vector.weights()[entry] * weights[term][i];
        }
      }
    }
    touched.sort(
        Comparator.<Integer>comparingLong(other -> -scores[other])
            .thenComparing(Comparator.naturalOrder()));
    int[] nearest =
        touched.stream().limit(MOST_NEIGHBOURS).mapToInt(Integer::intValue).sorted().toArray();
    touched.forEach(other -> scores[other] = 0);
    return nearest;
  }

  private void fill(int[] next) {
    for (int i = 0; i < articles.size(); i++) {
      SparseVector article = articles.get(i);
      for (int entry = 0; entry < article.size(); entry++) {
        int term = article.places()[entry];
        holders[term][next[term]] = i;
        weights[term][next[term]++] = article.weights()[entry];
      }
    }
  }

  private void keepStrongest(int term) {
    if (holders[term].length > MOST_HOLDERS) {
      int[] kept = strongest(weights[term], MOST_HOLDERS);
      int[] by = holders[term];
      int[] weight = weights[term];
      holders[term] = Arrays.stream(kept).map(entry -> by[entry]).toArray();
      weights[term] = Arrays.stream(kept).map(entry -> weight[entry]).toArray();
    }
  }

  /** The entries of the greatest weights; of equal ones the first. */
  private static int[] strongest(int[] weights, int most) {
    long[] keys = new long[weights.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) -weights[i] << Integer.SIZE) + i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).limit(most).mapToInt(key -> (int) key).toArray();
  }
}
