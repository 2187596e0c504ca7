package colophon.excerpt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the published words that a changed sentence comes from. */
final class EditSearch {

  /** From this likeness on, of 1000, a sentence is taken for a changed one of ours. */
  static final int LEAST_LIKENESS = 560;

  /** A part of a published sentence, or one with more around it, must be kept to this share. */
  static final int LEAST_SHARE = 850;

  /** … and must weigh so much, about six words, to be no turn of phrase that anybody uses. */
  static final int LEAST_WEIGHT = 70;

  /** A whole published one among other words weighs more: short subheads are anybody's. */
  static final int LEAST_WEIGHT_OF_A_WHOLE = 110;

  /** So many letters of a published sentence in a row are ours, whatever became of the spaces. */
  static final int LEAST_LETTERS = 30;

  /**
   * A published sentence of so many letters is ours whatever stands around it; a subhead is not.
   */
  static final int LEAST_LETTERS_OF_A_WHOLE = 45;

  /** How many of the likest sentences are also tried as one of a pair that was joined. */
  private static final int MOST_PAIRED = 4;

  /** A pair must be so much liker than the better of the two alone. */
  private static final int PAIR_LEAD = 40;

  private final SentenceIndex index;

  EditSearch(SentenceIndex index) {
    this.index = index;
  }

  /**
   * The published words nearest to a pasted sentence.
   *
   * @param nearest null where nothing shares a run of letters with it
   */
  record Likeness(String pasted, @Nullable Nearest nearest) {

    int milli() {
      return nearest == null ? 0 : nearest.difference().likenessMilli();
    }

    boolean isOurs() {
      return nearest != null && nearest.isOurs();
    }

    SentenceMatch match() {
      if (nearest == null || !nearest.isOurs()) {
        return new SentenceMatch.NotOurs(pasted);
      }
      List<Stretch> stretches = nearest.difference().stretches();
      return new SentenceMatch.Edited(
          pasted,
          nearest.text(),
          stretches,
          Stake.of(stretches, nearest.text(), pasted),
          nearest.matches());
    }
  }

  /** How the letters of both lie to each other, spaces and marks aside. */
  private enum Letters {
    SAME,
    CONTAINED,
    OTHER;

    static Letters of(String published, String pasted) {
      String ours = Comparison.letters(published);
      String theirs = Comparison.letters(pasted);
      if (ours.equals(theirs)) {
        return SAME;
      }
      boolean contained =
          theirs.length() >= LEAST_LETTERS && ours.contains(theirs)
              || ours.length() >= LEAST_LETTERS_OF_A_WHOLE && theirs.contains(ours);
      return contained ? CONTAINED : OTHER;
    }
  }

  /** Published words, their places, and the difference from them to the pasted ones. */
  record Nearest(String text, List<Match> matches, WordDifference difference, Letters letters) {

    boolean isOurs() {
      boolean part =
          difference.keptWeight() >= LEAST_WEIGHT && difference.pastedShareMilli() >= LEAST_SHARE;
      boolean whole =
          difference.keptWeight() >= LEAST_WEIGHT_OF_A_WHOLE
              && difference.publishedShareMilli() >= LEAST_SHARE;
      return letters != Letters.OTHER
          || part
          || whole
          || difference.likenessMilli() >= LEAST_LIKENESS;
    }
  }

  Likeness find(String pasted) {
    List<SentenceIndex.Entry> candidates = index.candidates(pasted);
    List<Nearest> nearest =
        candidates.stream()
            .map(entry -> nearest(entry.text(), entry.matches(), pasted))
            .sorted(EditSearch::compare)
            .toList();
    if (nearest.isEmpty()) {
      return new Likeness(pasted, null);
    }
    Nearest best = nearest.getFirst();
    Nearest pair = pair(nearest, pasted);
    boolean joined =
        pair != null
            && pair.difference().likenessMilli() >= best.difference().likenessMilli() + PAIR_LEAD;
    return new Likeness(pasted, joined ? pair : best);
  }

  private @Nullable Nearest pair(List<Nearest> nearest, String pasted) {
    var pairs = new ArrayList<Nearest>();
    List<Nearest> some = nearest.subList(0, Math.min(MOST_PAIRED, nearest.size()));
    for (Nearest first : some) {
      for (Nearest second : some) {
        if (first != second && !first.text().equals(second.text())) {
          pairs.add(
              nearest(
                  first.text() + " " + second.text(),
                  Stream.concat(first.matches().stream(), second.matches().stream()).toList(),
                  pasted));
        }
      }
    }
    return pairs.stream().min(EditSearch::compare).orElse(null);
  }

  private static Nearest nearest(String text, List<Match> matches, String pasted) {
    return new Nearest(
        text, matches, WordDifference.between(text, pasted), Letters.of(text, pasted));
  }

  /** The same letters first, then the likest; of equals what stands today, then the newest. */
  private static int compare(Nearest one, Nearest other) {
    return Comparator.comparing(Nearest::letters)
        .thenComparing(each -> -each.difference().likenessMilli())
        .thenComparing(each -> each.matches().stream().noneMatch(EditSearch::isCurrent))
        .thenComparing(each -> newest(each.matches()), Comparator.reverseOrder())
        .thenComparing(Nearest::text)
        .compare(one, other);
  }

  private static boolean isCurrent(Match match) {
    return match.version().standing() == Standing.CURRENT;
  }

  private static java.time.Instant newest(List<Match> matches) {
    return matches.stream()
        .map(match -> match.version().publishedAt())
        .max(Comparator.naturalOrder())
        .orElse(java.time.Instant.EPOCH);
  }
}
