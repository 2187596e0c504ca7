package colophon.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings clusters of other languages to the event they report, through the figures and names that
 * both share. A cluster that has no clear partner stays by itself: a missed page is better than a
 * wrong source.
 */
final class Bridges {

  /** The common weight from which two clusters report one event, in rare names. */
  private static final double ENOUGH = 2;

  /** The best partner must be so many times as good as the next. */
  private static final double CLEARLY = 1.5;

  private static final int LEAST_TERMS = 3;
  private static final int MOST_HOLDERS = 128;

  private final List<Traits> articles;
  private final List<Cluster> clusters;
  private final SortedMap<String, Integer> holdersOfTerm = new TreeMap<>();
  private final List<SortedMap<String, Double>> profiles = new ArrayList<>();
  private final SortedMap<String, List<Integer>> clustersOfTerm = new TreeMap<>();

  private Bridges(List<Traits> articles, List<Cluster> clusters) {
    this.articles = articles;
    this.clusters = clusters;
  }

  /** Pairs of places in {@code clusters} that report one event in two languages. */
  static List<int[]> between(List<Traits> articles, List<Cluster> clusters) {
    if (articles.stream().map(Traits::tongue).distinct().count() < 2) {
      return List.of();
    }
    Bridges bridges = new Bridges(articles, clusters);
    bridges.index();
    List<int[]> found = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      if (!bridges.tongue(i).equals("en")) {
        bridges.addPartner(i, found);
      }
    }
    return found;
  }

  private void index() {
    for (Traits article : articles) {
      article.bridges().terms().forEach(term -> holdersOfTerm.merge(term, 1, Integer::sum));
    }
    for (int i = 0; i < clusters.size(); i++) {
      SortedMap<String, Double> profile = profile(clusters.get(i));
      profiles.add(profile);
      for (String term : profile.keySet()) {
        clustersOfTerm.computeIfAbsent(term, any -> new ArrayList<>()).add(i);
      }
    }
    clustersOfTerm.values().removeIf(holders -> holders.size() > MOST_HOLDERS);
  }

  /** Each term's worth, times the share of the cluster's articles that hold it. */
  private SortedMap<String, Double> profile(Cluster cluster) {
    double rarest = Vocabulary.rarity(1, articles.size());
    SortedMap<String, Double> profile = new TreeMap<>();
    for (int member : cluster.members()) {
      TermCounts bridges = articles.get(member).bridges();
      for (int i = 0; i < bridges.size(); i++) {
        Integer holders = holdersOfTerm.get(bridges.term(i));
        double rarity = Vocabulary.rarity(holders == null ? 1 : holders, articles.size()) / rarest;
        double worth = rarity * bridges.count(i) / BridgeTerms.FULL / cluster.size();
        profile.merge(bridges.term(i), worth, Double::sum);
      }
    }
    return profile;
  }

  private void addPartner(int cluster, List<int[]> found) {
    SortedMap<Integer, Common> partners = new TreeMap<>();
    for (Map.Entry<String, Double> term : profiles.get(cluster).entrySet()) {
      for (int other : clustersOfTerm.getOrDefault(term.getKey(), List.of())) {
        if (!tongue(other).equals(tongue(cluster))) {
          double theirs = profiles.get(other).getOrDefault(term.getKey(), 0.0);
          partners
              .computeIfAbsent(other, any -> new Common())
              .add(term.getKey(), Math.min(term.getValue(), theirs));
        }
      }
    }
    List<Map.Entry<Integer, Common>> ranked = new ArrayList<>(partners.entrySet());
    ranked.sort(Comparator.comparingDouble(entry -> -entry.getValue().weight));
    if (ranked.isEmpty() || !ranked.getFirst().getValue().isEnough()) {
      return;
    }
    Map.Entry<Integer, Common> best = ranked.getFirst();
    double next =
        ranked.stream()
            .skip(1)
            .filter(entry -> tongue(entry.getKey()).equals(tongue(best.getKey())))
            .mapToDouble(entry -> entry.getValue().weight)
            .findFirst()
            .orElse(0);
    if (best.getValue().weight >= CLEARLY * next) {
      found.add(new int[] {cluster, best.getKey()});
    }
  }

  private String tongue(int cluster) {
    return articles.get(clusters.get(cluster).members().getFirst()).tongue();
  }

  /** What two clusters share. */
  private static final class Common {
    private double weight;
    private int terms;
    private int names;

    void add(String term, double worth) {
      weight += worth;
      terms++;
      names += term.startsWith("#") ? 0 : 1;
    }

    boolean isEnough() {
      return weight >= ENOUGH && terms >= LEAST_TERMS && names > 0;
    }
  }
}
