package colophon.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups articles by the event they report. The order in which articles are given never matters,
 * and the cost grows a little faster than their number.
 */
final class Clusterer {

  private Clusterer() {}

  /**
   * The groups, each a set of article ids, by their first id.
   *
   * @param articles each id once
   * @param known the story of articles that an earlier run grouped; such articles tend to stay
   *     together, and two stories tend to stay two
   */
  static List<SortedSet<String>> group(List<Traits> articles, Map<String, String> known) {
    return group(articles, known, Agglomeration.ENOUGH);
  }

  static List<SortedSet<String>> group(
      List<Traits> articles, Map<String, String> known, double enough) {
    SortedMap<String, List<Traits>> tongues = new TreeMap<>();
    articles.stream()
        .sorted(Comparator.comparing(Traits::id))
        .forEach(article ->
            tongues.computeIfAbsent(article.tongue(), any -> new ArrayList<>()).add(article));
    List<Traits> ordered = new ArrayList<>();
    List<Cluster> clusters = new ArrayList<>();
    for (List<Traits> tongue : tongues.values()) {
      for (Cluster cluster : withinOneTongue(tongue, known, enough)) {
        clusters.add(moved(cluster, ordered.size()));
      }
      ordered.addAll(tongue);
    }
    return joined(ordered, clusters);
  }

  private static List<Cluster> withinOneTongue(
      List<Traits> articles, Map<String, String> known, double enough) {
    Vocabulary vocabulary = new Vocabulary(articles);
    int[] rarities = vocabulary.rarities();
    List<Cluster> singles = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      Traits article = articles.get(i);
      singles.add(Cluster.single(i, article, known.get(article.id()), vocabulary, rarities));
    }
    int[][] near = Neighbours.of(singles.stream().map(Cluster::words).toList(), vocabulary.size());
    return Agglomeration.run(
        singles, withCompanions(near, singles), new Likeness(rarities), enough);
  }

  /** Articles of one story are neighbours whatever their words: each knows the next two. */
  private static int[][] withCompanions(int[][] near, List<Cluster> singles) {
    SortedMap<String, List<Integer>> stories = new TreeMap<>();
    for (int i = 0; i < singles.size(); i++) {
      for (String story : singles.get(i).stories()) {
        stories.computeIfAbsent(story, any -> new ArrayList<>()).add(i);
      }
    }
    int[][] with = near.clone();
    for (List<Integer> members : stories.values()) {
      for (int i = 0; i < members.size(); i++) {
        SortedSet<Integer> around = new TreeSet<>();
        for (int other : with[members.get(i)]) {
          around.add(other);
        }
        around.addAll(members.subList(i + 1, Math.min(members.size(), i + 3)));
        with[members.get(i)] = around.stream().mapToInt(Integer::intValue).toArray();
      }
    }
    return with;
  }

  private static Cluster moved(Cluster cluster, int by) {
    return new Cluster(
        cluster.members().stream().map(place -> place + by).toList(),
        cluster.stories(),
        cluster.words(),
        cluster.marked(),
        cluster.markedMass(),
        cluster.markedCount(),
        cluster.meaning(),
        cluster.from(),
        cluster.to());
  }

  private static List<SortedSet<String>> joined(List<Traits> articles, List<Cluster> clusters) {
    Groups groups = new Groups(clusters.size());
    SortedMap<String, Integer> firstOfStory = new TreeMap<>();
    for (int i = 0; i < clusters.size(); i++) {
      String tongue = articles.get(clusters.get(i).members().getFirst()).tongue();
      for (String story : clusters.get(i).stories()) {
        Integer other = firstOfStory.putIfAbsent(story, i);
        if (other != null
            && !articles.get(clusters.get(other).members().getFirst()).tongue().equals(tongue)) {
          groups.join(other, i);
        }
      }
    }
    Bridges.between(articles, clusters).forEach(pair -> groups.join(pair[0], pair[1]));
    SortedMap<Integer, SortedSet<String>> ids = new TreeMap<>();
    for (int i = 0; i < clusters.size(); i++) {
      for (int member : clusters.get(i).members()) {
        ids.computeIfAbsent(groups.of(i), any -> new TreeSet<>()).add(articles.get(member).id());
      }
    }
    return ids.values().stream().sorted(Comparator.comparing(SortedSet::first)).toList();
  }
}
