package colophon.story;

import colophon.article.Article;
import colophon.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds articles that repeat an earlier one: at least half of the runs of four words of the shorter
 * text stand in the other too. Headers, footers, cuts and single changed words do not hide a copy.
 */
final class Copies {

  /** The share of four-word runs that makes a copy. */
  static final double LEAST_SHARE = 0.5;

  private static final int RUN = 4;

  /** Shorter texts share runs by chance. */
  private static final int LEAST_RUNS = 12;

  /** One run in so many is looked up to find candidates, which are then compared in full. */
  private static final int SAMPLING = 4;

  /** A run that stands in so many originals is furniture and names no candidate. */
  private static final int MOST_HOLDERS = 64;

  private final List<long[]> originals = new ArrayList<>();
  private final List<String> originalIds = new ArrayList<>();
  private final Map<Long, List<Integer>> holders = new HashMap<>();

  private Copies() {}

  /** The earliest article that each copy repeats, by the copy's id. */
  static SortedMap<String, String> among(List<Article> articles) {
    Copies index = new Copies();
    SortedMap<String, String> copies = new TreeMap<>();
    for (Article article : articles.stream().sorted(PublicationOrder.EARLIEST_FIRST).toList()) {
      long[] runs = runs(article.text());
      if (runs.length < LEAST_RUNS) {
        continue;
      }
      int original = index.originalOf(runs);
      if (original >= 0) {
        copies.put(article.id(), index.originalIds.get(original));
      } else {
        index.add(article.id(), runs);
      }
    }
    return copies;
  }

  /** The share of the shorter text's four-word runs that stand in the other text. */
  static double containment(String text, String other) {
    return containment(runs(text), runs(other));
  }

  private int originalOf(long[] runs) {
    SortedMap<Integer, Integer> hits = new TreeMap<>();
    for (long run : runs) {
      if (isSampled(run)) {
        List<Integer> known = holders.getOrDefault(run, List.of());
        if (known.size() <= MOST_HOLDERS) {
          known.forEach(original -> hits.merge(original, 1, Integer::sum));
        }
      }
    }
    return hits.keySet().stream()
        .filter(original -> containment(runs, originals.get(original)) >= LEAST_SHARE)
        .min(
            Comparator.<Integer>comparingDouble(
                    original -> -containment(runs, originals.get(original)))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(-1);
  }

  private void add(String id, long[] runs) {
    int place = originals.size();
    originals.add(runs);
    originalIds.add(id);
    for (long run : runs) {
      if (isSampled(run)) {
        holders.computeIfAbsent(run, any -> new ArrayList<>()).add(place);
      }
    }
  }

  private static boolean isSampled(long run) {
    return Math.floorMod(run, SAMPLING) == 0;
  }

  private static double containment(long[] runs, long[] others) {
    int shared = 0;
    for (int i = 0, j = 0; i < runs.length && j < others.length; ) {
      if (runs[i] == others[j]) {
        shared++;
        i++;
        j++;
      } else if (runs[i] < others[j]) {
        i++;
      } else {
        j++;
      }
    }
    int shorter = Math.min(runs.length, others.length);
    return shorter == 0 ? 0 : (double) shared / shorter;
  }

  /** The runs of a text as numbers, ascending, each once. */
  private static long[] runs(String text) {
    List<String> words = Words.of(text);
    long[] runs = new long[Math.max(0, words.size() - RUN + 1)];
    for (int i = 0; i < runs.length; i++) {
      long run = 1;
      for (String word : words.subList(i, i + RUN)) {
        run = mixed(run * 31 + word.hashCode());
      }
      runs[i] = run;
    }
    return Arrays.stream(runs).sorted().distinct().toArray();
  }

  /** Spreads the bits, as SplitMix64 does. */
  private static long mixed(long value) {
    long bits = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
    return bits ^ bits >>> 31;
  }
}
