package colophon.story;

import java.time.Duration;
import java.time.Instant;

/**
 * How much two clusters look like reports of one event: the mean over all pairs of their articles
 * of shared words and meaning, corrected by how many of the rarer names and figures they share.
 * That correction keeps two summits or two central banks apart, whose words are the same and whose
 * names are not; it gains weight with the number of names there are to compare.
 *
 * <p>The constants were chosen on the training and development parts of ECB+ and on the samples;
 * the evaluation among the tests says with which result.
 */
final class Likeness {

  private static final double MEANING_SHARE = 0.25;

  /** Two texts about nothing common still come out at about this cosine. */
  private static final double MEANING_FLOOR = 0.2;

  private static final double EMBEDDING_UNIT = 127;

  /** Below this, names need not be looked at. */
  private static final double LEAST_COMMON = 0.04;

  private static final double NAMES_WEIGHT = 0.9;

  /** What share of the names two clusters about one event have in common. */
  private static final double NAMES_EXPECTED = 0.5;

  private static final long NAMES_TOO_FEW = 10;
  private static final double NAMES_HALF_WEIGHT = 60;

  /** So long after a story's last article the next may come without losing likeness. */
  private static final Duration PATIENCE = Duration.ofDays(2);

  private static final double LOSS_PER_DAY = 0.02;
  private static final double MOST_LOSS = 0.1;

  private final int[] rarities;

  Likeness(int[] rarities) {
    this.rarities = rarities;
  }

  /** From about -0.5 to 1. */
  double of(Cluster a, Cluster b) {
    double pairs = (double) a.size() * b.size();
    double unit = (double) Vocabulary.UNIT * Vocabulary.UNIT;
    double common = a.words().dot(b.words()) / (unit * pairs);
    if (a.meaning().length > 0 && a.meaning().length == b.meaning().length) {
      double cosine = dot(a.meaning(), b.meaning()) / (EMBEDDING_UNIT * EMBEDDING_UNIT * pairs);
      common = (1 - MEANING_SHARE) * common + MEANING_SHARE * Math.max(0, cosine - MEANING_FLOOR);
    }
    if (common <= LEAST_COMMON) {
      return common;
    }
    return common
        + NAMES_WEIGHT * weightOfNames(a, b) * (sharedNames(a, b) - NAMES_EXPECTED)
        - lossByTime(a, b);
  }

  private static double weightOfNames(Cluster a, Cluster b) {
    long count = Math.min(a.markedCount(), b.markedCount()) - NAMES_TOO_FEW;
    return count <= 0 ? 0 : count / (count + NAMES_HALF_WEIGHT);
  }

  /** The share of names and figures, by rarity, of the cluster that has fewer of them. */
  private double sharedNames(Cluster a, Cluster b) {
    double[] shared = new double[1];
    a.marked()
        .withShared(
            b.marked(),
            (term, mine, theirs) ->
                shared[0] +=
                    rarities[term]
                        * Math.min((double) mine / a.size(), (double) theirs / b.size()));
    double fewer = Math.min((double) a.markedMass() / a.size(), (double) b.markedMass() / b.size());
    return fewer == 0 ? 0 : shared[0] / fewer;
  }

  private static double lossByTime(Cluster a, Cluster b) {
    Duration gap = gap(a, b).minus(PATIENCE);
    double days = (double) gap.toMinutes() / Duration.ofDays(1).toMinutes();
    return Math.clamp(days * LOSS_PER_DAY, 0, MOST_LOSS);
  }

  private static Duration gap(Cluster a, Cluster b) {
    Instant fromA = a.from();
    Instant fromB = b.from();
    Instant toA = a.to();
    Instant toB = b.to();
    if (fromA == null || fromB == null || toA == null || toB == null) {
      return Duration.ZERO;
    }
    Duration after = Duration.between(toA, fromB);
    Duration before = Duration.between(toB, fromA);
    return after.compareTo(before) > 0 ? after : before;
  }

  private static long dot(int[] mine, int[] theirs) {
    long sum = 0;
    for (int i = 0; i < mine.length; i++) {
      sum += (long) mine[i] * theirs[i];
    }
    return sum;
  }
}
