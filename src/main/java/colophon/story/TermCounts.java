package colophon.story;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Terms in their order, each with a number; a tenth of the size of a tree, of which there would be
 * three for each article of a window.
 */
final class TermCounts {

  static final TermCounts NONE = new TermCounts(new String[0], new int[0]);

  private final String[] terms;
  private final int[] counts;

  private TermCounts(String[] terms, int[] counts) {
    this.terms = terms;
    this.counts = counts;
  }

  /** The terms of a map with their numbers, each written as the pool has it. */
  static TermCounts of(SortedMap<String, Integer> given, TermPool pool) {
    String[] terms = new String[given.size()];
    int[] counts = new int[terms.length];
    int next = 0;
    for (Map.Entry<String, Integer> entry : given.entrySet()) {
      terms[next] = pool.only(entry.getKey());
      counts[next++] = entry.getValue();
    }
    return new TermCounts(terms, counts);
  }

  int size() {
    return terms.length;
  }

  /** Ascending. */
  List<String> terms() {
    return Collections.unmodifiableList(Arrays.asList(terms));
  }

  String term(int place) {
    return terms[place];
  }

  int count(int place) {
    return counts[place];
  }

  boolean holds(String term) {
    return Arrays.binarySearch(terms, term) >= 0;
  }
}
