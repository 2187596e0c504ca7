package colophon.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Joins the two most alike clusters again and again until none are alike enough. Only neighbours
 * are compared, and a joined cluster takes over the neighbours of its parts.
 */
final class Agglomeration {

  /** From this likeness on two clusters report one event. */
  static final double ENOUGH = 0.18;

  /** Articles that an earlier run put together stay together unless they have grown this apart. */
  private static final double LOYALTY = 0.08;

  /** Two stories that earlier runs kept apart must be so much more alike to become one. */
  private static final double RESERVE = 0.06;

  /** How many neighbours a joined cluster keeps, the most alike ones. */
  private static final int MOST_NEIGHBOURS = 64;

  private final Likeness likeness;
  private final double enough;
  private final List<Cluster> clusters;
  private final List<int[]> neighbours = new ArrayList<>();
  private final List<Integer> successors = new ArrayList<>();
  private final PriorityQueue<Pair> pairs =
      new PriorityQueue<>(
          Comparator.comparingDouble((Pair pair) -> -pair.likeness())
              .thenComparingInt(Pair::first)
              .thenComparingInt(Pair::second));

  private Agglomeration(List<Cluster> singles, Likeness likeness, double enough) {
    this.clusters = new ArrayList<>(singles);
    this.likeness = likeness;
    this.enough = enough;
  }

  /**
   * The clusters that are left, by their first member.
   *
   * @param enough {@link #ENOUGH} but for the evaluation that chooses it
   */
  static List<Cluster> run(
      List<Cluster> singles, int[][] neighbours, Likeness likeness, double enough) {
    Agglomeration agglomeration = new Agglomeration(singles, likeness, enough);
    agglomeration.start(neighbours);
    agglomeration.join();
    return agglomeration.alive();
  }

  private void start(int[][] given) {
    for (int i = 0; i < clusters.size(); i++) {
      successors.add(i);
      neighbours.add(given[i]);
    }
    for (int i = 0; i < given.length; i++) {
      for (int other : given[i]) {
        offer(Math.min(i, other), Math.max(i, other));
      }
    }
  }

  private void join() {
    for (Pair pair = pairs.poll(); pair != null; pair = pairs.poll()) {
      if (isAlive(pair.first()) && isAlive(pair.second())) {
        join(pair.first(), pair.second());
      }
    }
  }

  private void join(int first, int second) {
    int joined = clusters.size();
    clusters.add(clusters.get(first).with(clusters.get(second)));
    successors.add(joined);
    successors.set(first, joined);
    successors.set(second, joined);
    SortedSet<Integer> around = new TreeSet<>();
    for (int part : new int[] {first, second}) {
      for (int other : neighbours.get(part)) {
        around.add(successor(other));
      }
    }
    around.remove(joined);
    List<Pair> ranked = new ArrayList<>();
    for (int other : around) {
      ranked.add(new Pair(alike(other, joined), other, joined));
    }
    ranked.sort(Comparator.comparingDouble((Pair pair) -> -pair.likeness()));
    List<Pair> kept = ranked.subList(0, Math.min(MOST_NEIGHBOURS, ranked.size()));
    neighbours.add(kept.stream().mapToInt(Pair::first).toArray());
    neighbours.set(first, new int[0]);
    neighbours.set(second, new int[0]);
    kept.stream().filter(pair -> pair.likeness() >= enough).forEach(pairs::add);
  }

  private void offer(int first, int second) {
    double alike = alike(first, second);
    if (alike >= enough) {
      pairs.add(new Pair(alike, first, second));
    }
  }

  private double alike(int first, int second) {
    Cluster a = clusters.get(first);
    Cluster b = clusters.get(second);
    double alike = likeness.of(a, b);
    if (a.stories().isEmpty() || b.stories().isEmpty()) {
      return alike;
    }
    return a.sharesStoryWith(b) ? alike + LOYALTY : alike - RESERVE;
  }

  private boolean isAlive(int cluster) {
    return successors.get(cluster) == cluster;
  }

  private int successor(int cluster) {
    int last = cluster;
    while (successors.get(last) != last) {
      last = successors.get(last);
    }
    for (int next = cluster; next != last; ) {
      next = successors.set(next, last);
    }
    return last;
  }

  private List<Cluster> alive() {
    List<Cluster> left = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      if (isAlive(i)) {
        left.add(clusters.get(i));
      }
    }
    left.sort(Comparator.comparing(cluster -> cluster.members().getFirst()));
    return left;
  }

  private record Pair(double likeness, int first, int second) {}
}
