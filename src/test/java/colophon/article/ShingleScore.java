package colophon.article;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Agreement of two texts by shingles of four words, as the article extraction benchmark counts it:
 * multisets of shingles, precision and recall page by page.
 */
record ShingleScore(double precision, double recall) {

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int WORDS = 4;

  static ShingleScore of(String expected, String found) {
    Map<String, Integer> truth = shingles(expected);
    Map<String, Integer> mine = shingles(found);
    int same = 0;
    for (var entry : truth.entrySet()) {
      same += Math.min(entry.getValue(), mine.getOrDefault(entry.getKey(), 0));
    }
    int all = mine.values().stream().mapToInt(Integer::intValue).sum();
    int wanted = truth.values().stream().mapToInt(Integer::intValue).sum();
    return new ShingleScore(
        all == 0 ? Double.NaN : (double) same / all, wanted == 0 ? 1 : (double) same / wanted);
  }

  double f1() {
    if (Double.isNaN(precision) || precision + recall == 0) {
      return 0;
    }
    return 2 * precision * recall / (precision + recall);
  }

  private static Map<String, Integer> shingles(String text) {
    String[] words = WORD.matcher(text).results().map(r -> r.group()).toArray(String[]::new);
    var shingles = new HashMap<String, Integer>();
    for (int i = 0; i < Math.max(1, words.length - WORDS + 1); i++) {
      int end = Math.min(words.length, i + WORDS);
      if (end > i) {
        shingles.merge(
            String.join(" ", java.util.Arrays.copyOfRange(words, i, end)), 1, Integer::sum);
      }
    }
    return shingles;
  }
}
