package colophon.copydesk;

import colophon.brief.Brief;
import colophon.brief.Role;
import colophon.brief.Sentence;
import colophon.excerpt.Stretch;
import colophon.excerpt.WordDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * How two states of a brief differ, sentence by sentence: in the reading order of the later one,
 * what was cut where it stood.
 */
public record BriefDifference(List<Row> rows) {

  /** How like two sentences of one id have to be to count as one that was changed, of 1000. */
  static final int LEAST_LIKE_SAME_ID = 250;

  /** The same for sentences of two ids. */
  static final int LEAST_LIKE = 500;

  private static final int NONE = -1;

  public BriefDifference {
    rows = List.copyOf(rows);
  }

  /** One sentence of either. */
  public sealed interface Row {

    Role role();

    /**
     * It has the same words.
     *
     * @param rebound whether it rests on other words of the sources
     */
    record Same(Role role, String text, boolean rebound) implements Row {}

    /**
     * It has other words.
     *
     * @param difference word by word; all of it kept where only marks between words differ
     */
    record Changed(
        Role role, String before, String after, WordDifference difference, boolean rebound)
        implements Row {

      /** Whether a word differs, not only marks between words. */
      public boolean inWords() {
        return difference.stretches().stream()
            .anyMatch(stretch -> stretch.kind() != Stretch.Kind.KEPT);
      }
    }

    /** Only the later one has it. */
    record Added(Role role, String text) implements Row {}

    /** Only the earlier one has it. */
    record Cut(Role role, String text) implements Row {}
  }

  /** Whether nothing differs, neither words nor what they rest on. */
  public boolean none() {
    return rows.stream().allMatch(row -> row instanceof Row.Same same && !same.rebound());
  }

  /** Compares two states of a brief. */
  public static BriefDifference between(Brief before, Brief after) {
    List<Sentence> old = before.sentences();
    List<Sentence> now = after.sentences();
    int[] pairs = pairs(old, now);
    Set<Integer> paired = new HashSet<>();
    Arrays.stream(pairs).forEach(paired::add);
    var rows = new ArrayList<Row>();
    cuts(old, paired, NONE, rows);
    for (int j = 0; j < now.size(); j++) {
      Sentence sentence = now.get(j);
      if (pairs[j] == NONE) {
        rows.add(new Row.Added(sentence.role(), sentence.text()));
      } else {
        rows.add(row(old.get(pairs[j]), sentence));
        cuts(old, paired, pairs[j], rows);
      }
    }
    return new BriefDifference(rows);
  }

  /** What was cut directly after a sentence of the earlier state. */
  private static void cuts(List<Sentence> old, Set<Integer> paired, int after, List<Row> rows) {
    for (int i = after + 1; i < old.size() && !paired.contains(i); i++) {
      rows.add(new Row.Cut(old.get(i).role(), old.get(i).text()));
    }
  }

  private static Row row(Sentence before, Sentence after) {
    boolean rebound = !before.citations().equals(after.citations());
    return before.text().equals(after.text())
        ? new Row.Same(after.role(), after.text(), rebound)
        : new Row.Changed(
            after.role(),
            before.text(),
            after.text(),
            WordDifference.between(before.text(), after.text()),
            rebound);
  }

  /** For each later sentence the earlier one that it was, the surest first. */
  private static int[] pairs(List<Sentence> old, List<Sentence> now) {
    var pairs = new int[now.size()];
    Arrays.fill(pairs, NONE);
    var taken = new HashSet<Integer>();
    pair(old, now, pairs, taken, (one, other) -> sameId(one, other) && sameText(one, other));
    pair(old, now, pairs, taken, BriefDifference::sameText);
    pair(
        old,
        now,
        pairs,
        taken,
        (one, other) ->
            sameId(one, other)
                && (one.role() == Role.HEADLINE || like(one, other) >= LEAST_LIKE_SAME_ID));
    pair(
        old,
        now,
        pairs,
        taken,
        (one, other) -> one.role() == other.role() && like(one, other) >= LEAST_LIKE);
    return pairs;
  }

  private static void pair(
      List<Sentence> old,
      List<Sentence> now,
      int[] pairs,
      Set<Integer> taken,
      BiPredicate<Sentence, Sentence> one) {
    for (int j = 0; j < now.size(); j++) {
      for (int i = 0; i < old.size() && pairs[j] == NONE; i++) {
        if (!taken.contains(i) && one.test(old.get(i), now.get(j))) {
          pairs[j] = i;
          taken.add(i);
        }
      }
    }
  }

  private static boolean sameId(Sentence one, Sentence other) {
    return one.id().equals(other.id());
  }

  private static boolean sameText(Sentence one, Sentence other) {
    return one.role() == other.role() && one.text().equals(other.text());
  }

  private static int like(Sentence one, Sentence other) {
    return WordDifference.between(one.text(), other.text()).likenessMilli();
  }
}
