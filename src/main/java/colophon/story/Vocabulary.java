package colophon.story;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The terms of one grouping and how rare each is. A background of imagined articles keeps the
 * measure steady where few articles are at hand: two articles of one event share most words, and
 * that must not make those words common.
 */
final class Vocabulary {

  /** The imagined articles, none of which holds any term. */
  private static final int BACKGROUND = 200;

  /** What a unit vector is long. */
  static final int UNIT = 4096;

  private static final int RARITY_SCALE = 1000;
  private static final double NAME_FACTOR = 1.5;
  private static final double FIGURE_FACTOR = 2;

  /** Looked up only; what is gone through in order is the articles' own terms. */
  private final Map<String, Integer> places = new HashMap<>();

  private final double[] rarity;

  Vocabulary(Collection<Traits> articles) {
    SortedMap<String, Integer> holders = new TreeMap<>();
    for (Traits article : articles) {
      article.terms().terms().forEach(term -> holders.merge(term, 1, Integer::sum));
    }
    rarity = new double[holders.size()];
    for (Map.Entry<String, Integer> entry : holders.entrySet()) {
      rarity[places.size()] = rarity(entry.getValue(), articles.size());
      places.put(entry.getKey(), places.size());
    }
  }

  /** How rare a term of so many holders is; natural logarithm, so that replay agrees anywhere. */
  static double rarity(int holders, int articles) {
    return StrictMath.log((articles + BACKGROUND) / (holders + 1.0));
  }

  int size() {
    return rarity.length;
  }

  /** Rarity of each term in thousandths. */
  int[] rarities() {
    int[] scaled = new int[rarity.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (int) StrictMath.round(RARITY_SCALE * rarity[i]);
    }
    return scaled;
  }

  /** The article as a unit vector, names and figures made heavier. */
  SparseVector words(Traits article) {
    TermCounts terms = article.terms();
    double[] weights = new double[terms.size()];
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double often = 1 + StrictMath.log(terms.count(i));
      double weight = factor(article, terms.term(i)) * often * rarity[place(terms.term(i))];
      weights[i] = weight;
      squares += weight * weight;
    }
    double length = squares == 0 ? 1 : StrictMath.sqrt(squares);
    int[] scaled = new int[weights.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (int) StrictMath.round(UNIT * weights[i] / length);
    }
    return new SparseVector(places(terms), scaled);
  }

  /** The names and figures of the article, each once. */
  SparseVector marked(Traits article) {
    int[] once = new int[article.marked().size()];
    Arrays.fill(once, 1);
    return new SparseVector(places(article.marked()), once);
  }

  /** Ascending, since places follow the order of terms. */
  private int[] places(TermCounts terms) {
    int[] places = new int[terms.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(terms.term(i));
    }
    return places;
  }

  private double factor(Traits article, String term) {
    if (TraitReader.isFigure(term)) {
      return FIGURE_FACTOR;
    }
    return article.marked().holds(term) ? NAME_FACTOR : 1;
  }

  private int place(String term) {
    Integer place = places.get(term);
    if (place == null) {
      throw new IllegalStateException("the vocabulary was not made from this article: " + term);
    }
    return place;
  }
}
