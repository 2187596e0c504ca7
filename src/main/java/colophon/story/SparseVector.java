package colophon.story;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/**
 * A vector with few entries. Weights are whole numbers, so that sums come out the same in whatever
 * order they are made.
 *
 * @param places ascending, each once
 * @param weights the entry at each place
 */
record SparseVector(int[] places, int[] weights) {

  /** From this ratio of lengths on, looking up beats walking both. */
  private static final int MUCH_LONGER = 8;

  static SparseVector of(SortedMap<Integer, Integer> entries) {
    int[] places = new int[entries.size()];
    int[] weights = new int[places.length];
    int next = 0;
    for (Map.Entry<Integer, Integer> entry : entries.entrySet()) {
      places[next] = entry.getKey();
      weights[next++] = entry.getValue();
    }
    return new SparseVector(places, weights);
  }

  int size() {
    return places.length;
  }

  /** The sum of all weights. */
  long mass() {
    long mass = 0;
    for (int weight : weights) {
      mass += weight;
    }
    return mass;
  }

  SparseVector plus(SparseVector other) {
    int[] joined = new int[places.length + other.places.length];
    int[] sums = new int[joined.length];
    int size = 0;
    for (int i = 0, j = 0; i < places.length || j < other.places.length; size++) {
      int mine = i < places.length ? places[i] : Integer.MAX_VALUE;
      int theirs = j < other.places.length ? other.places[j] : Integer.MAX_VALUE;
      joined[size] = Math.min(mine, theirs);
      sums[size] = (mine <= theirs ? weights[i++] : 0) + (theirs <= mine ? other.weights[j++] : 0);
    }
    return new SparseVector(Arrays.copyOf(joined, size), Arrays.copyOf(sums, size));
  }

  /** Visits each place that both vectors have, ascending. */
  void withShared(SparseVector other, SharedEntry visitor) {
    if (size() * MUCH_LONGER < other.size()) {
      int from = 0;
      for (int i = 0; i < places.length; i++) {
        int found = Arrays.binarySearch(other.places, from, other.places.length, places[i]);
        from = found < 0 ? -found - 1 : found + 1;
        if (found >= 0) {
          visitor.visit(places[i], weights[i], other.weights[found]);
        }
      }
    } else if (other.size() * MUCH_LONGER < size()) {
      other.withShared(this, (place, theirs, mine) -> visitor.visit(place, mine, theirs));
    } else {
      walk(other, visitor);
    }
  }

  long dot(SparseVector other) {
    long[] sum = new long[1];
    withShared(other, (place, mine, theirs) -> sum[0] += (long) mine * theirs);
    return sum[0];
  }

  private void walk(SparseVector other, SharedEntry visitor) {
    for (int i = 0, j = 0; i < places.length && j < other.places.length; ) {
      if (places[i] == other.places[j]) {
        visitor.visit(places[i], weights[i++], other.weights[j++]);
      } else if (places[i] < other.places[j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** What is done with one shared place. */
  @FunctionalInterface
  interface SharedEntry {
    void visit(int place, int mine, int theirs);
  }
}
