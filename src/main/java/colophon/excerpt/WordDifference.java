package colophon.excerpt;

import java.util.ArrayList;
import java.util.List;

/**
 * How a pasted sentence differs from a published one, word by word.
 *
 * @param stretches in order; together those kept and left out are the published text, those kept
 *     and added the pasted one
 * @param keptWeight how much of both is the same, in the measure of {@link Token#weight}
 * @param publishedWeight of the whole published text
 * @param pastedWeight of the whole pasted text
 */
public record WordDifference(
    List<Stretch> stretches, int keptWeight, int publishedWeight, int pastedWeight) {

  public WordDifference {
    stretches = List.copyOf(stretches);
  }

  /** The difference between a published and a pasted text. */
  public static WordDifference between(String published, String pasted) {
    List<Token> before = Token.of(published);
    List<Token> after = Token.of(pasted);
    int[][] kept = keptWeights(before, after);
    var writer = new Writer(published, pasted);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && same(before.get(i), after.get(j))) {
        if (before.get(i).form().equals(after.get(j).form())) {
          writer.write(Stretch.Kind.KEPT, before.get(i));
        } else {
          writer.write(Stretch.Kind.LEFT_OUT, before.get(i));
          writer.write(Stretch.Kind.ADDED, after.get(j));
        }
        i++;
        j++;
      } else if (j == after.size() || i < before.size() && kept[i + 1][j] >= kept[i][j + 1]) {
        writer.write(Stretch.Kind.LEFT_OUT, before.get(i++));
      } else {
        writer.write(Stretch.Kind.ADDED, after.get(j++));
      }
    }
    return new WordDifference(writer.close(), kept[0][0], weight(before), weight(after));
  }

  /** From 0, nothing in common, to 1000, the same words. */
  public int likenessMilli() {
    int whole = publishedWeight + pastedWeight;
    return whole == 0 ? 0 : (int) (2000L * keptWeight / whole);
  }

  /** The share of the pasted text that is kept, of 1000. */
  int pastedShareMilli() {
    return pastedWeight == 0 ? 0 : (int) (1000L * keptWeight / pastedWeight);
  }

  /** The share of the published text that is kept, of 1000. */
  int publishedShareMilli() {
    return publishedWeight == 0 ? 0 : (int) (1000L * keptWeight / publishedWeight);
  }

  /** The weight of the longest common subsequence of what begins at each pair of places. */
  private static int[][] keptWeights(List<Token> before, List<Token> after) {
    var kept = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        kept[i][j] =
            same(before.get(i), after.get(j))
                ? kept[i + 1][j + 1] + before.get(i).weight()
                : Math.max(kept[i + 1][j], kept[i][j + 1]);
      }
    }
    return kept;
  }

  /** Capital letters tell a changed word from a kept one, but not where the words lie. */
  private static boolean same(Token one, Token other) {
    return one.form().equalsIgnoreCase(other.form());
  }

  private static int weight(List<Token> tokens) {
    return tokens.stream().mapToInt(Token::weight).sum();
  }

  /** Joins tokens of one kind; where both stand between two kept ones, what was left out first. */
  private static final class Writer {

    private final String published;
    private final String pasted;
    private final List<Stretch> stretches = new ArrayList<>();
    private int[] keptSpan = {};
    private int[] leftOut = {};
    private int[] added = {};

    Writer(String published, String pasted) {
      this.published = published;
      this.pasted = pasted;
    }

    void write(Stretch.Kind kind, Token token) {
      switch (kind) {
        case KEPT -> {
          flushChanges();
          keptSpan = grown(keptSpan, token);
        }
        case LEFT_OUT -> {
          flushKept();
          leftOut = grown(leftOut, token);
        }
        case ADDED -> {
          flushKept();
          added = grown(added, token);
        }
      }
    }

    List<Stretch> close() {
      flushKept();
      flushChanges();
      return stretches;
    }

    private void flushKept() {
      flush(Stretch.Kind.KEPT, published, keptSpan);
      keptSpan = new int[0];
    }

    private void flushChanges() {
      flush(Stretch.Kind.LEFT_OUT, published, leftOut);
      flush(Stretch.Kind.ADDED, pasted, added);
      leftOut = new int[0];
      added = new int[0];
    }

    private void flush(Stretch.Kind kind, String text, int[] span) {
      if (span.length > 0) {
        stretches.add(new Stretch(kind, text.substring(span[0], span[1])));
      }
    }

    private static int[] grown(int[] span, Token token) {
      return new int[] {span.length == 0 ? token.start() : span[0], token.end()};
    }
  }
}
