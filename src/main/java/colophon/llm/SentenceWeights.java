package colophon.llm;

import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.text.Embedding;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each sentence is worth to a reader of the story: how central it is, how many independent
 * sources agree, where it stands, what it tells, and how well it stands alone. From 0 to about 1.
 */
final class SentenceWeights {

  /** Two sentences this near say much the same. */
  static final double AGREES = 0.60;

  private static final double CENTRALITY = 0.42;
  private static final double AGREEMENT = 0.18;
  private static final double POSITION = 0.20;
  private static final double MATTER = 0.12;
  private static final double SELF_CONTAINED = 0.08;
  private static final double PLACE_DECAY = 0.30;
  private static final int FULL_MATTER = 4;
  private static final double MOST_AGE_LOSS = 0.10;
  private static final double AGE_LOSS_A_HOUR = 0.003;
  private static final int COMMON_TERMS = 40;

  private final StorySentences story;
  private final @Nullable Instant asOf;
  private final Map<String, Integer> sourcesByTerm = new HashMap<>();
  private final Map<String, Integer> sentencesByTerm = new HashMap<>();
  private final Map<Integer, Set<String>> termsBySource = new HashMap<>();
  private final Set<String> commonTerms;
  private final float[][] shared;
  private final double[] weights;

  SentenceWeights(StorySentences story, @Nullable Instant asOf) {
    this.story = story;
    this.asOf = asOf;
    countTerms();
    this.commonTerms = findCommonTerms();
    this.shared = new float[story.all().size()][story.all().size()];
    for (float[] row : shared) {
      Arrays.fill(row, Float.NaN);
    }
    this.weights = new double[story.all().size()];
    double most = 1e-9;
    double[] central = new double[weights.length];
    for (SourceSentence sentence : story.all()) {
      central[sentence.number()] = centrality(sentence);
      most = Math.max(most, central[sentence.number()]);
    }
    for (SourceSentence sentence : story.all()) {
      weights[sentence.number()] = weigh(sentence, central[sentence.number()] / most);
    }
  }

  double of(SourceSentence sentence) {
    return weights[sentence.number()];
  }

  /** The words that most sources of the story use. */
  private Set<String> findCommonTerms() {
    return sourcesByTerm.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(COMMON_TERMS)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** How near it is, on average, to what the other sources open with. */
  double consensus(SourceSentence sentence) {
    return story.all().stream()
        .filter(other -> other.place() <= 1 && other.index() == 0)
        .filter(other -> other.source() != sentence.source())
        .mapToDouble(other -> story.similarity(sentence, other))
        .average()
        .orElse(0);
  }

  /** How near a text is, on average, to what the sources open with. */
  double consensusOn(Embedding text) {
    return story.all().stream()
        .filter(other -> other.place() <= 1 && other.index() == 0)
        .mapToDouble(other -> story.embedding(other).similarity(text))
        .average()
        .orElse(0);
  }

  /** How rare a term is in the story; 0 where every sentence has it. */
  double rarity(String term) {
    return Math.log((1.0 + story.all().size()) / (1.0 + sentencesByTerm.getOrDefault(term, 0)));
  }

  /** How much of what the poorer of two sentences tells the other tells too, rare words first. */
  double shared(SourceSentence one, SourceSentence other) {
    float known = shared[one.number()][other.number()];
    if (Float.isNaN(known)) {
      known = (float) Math.max(sharedOf(one, other), sharedOf(other, one));
      shared[one.number()][other.number()] = known;
      shared[other.number()][one.number()] = known;
    }
    return known;
  }

  private double sharedOf(SourceSentence one, SourceSentence other) {
    double all = 0;
    double common = 0;
    for (String term : one.terms()) {
      all += rarity(term);
      common += other.terms().contains(term) ? rarity(term) : 0;
    }
    return all == 0 ? 0 : common / all;
  }

  /** How many of the story's commonest words it has, from 0 to 1. */
  double coverage(SourceSentence sentence) {
    long held = sentence.terms().stream().filter(commonTerms::contains).count();
    return Math.min(1.0, held / 16.0);
  }

  /** How many sources use this term. */
  int sourcesUsing(String term) {
    return sourcesByTerm.getOrDefault(term, 0);
  }

  /** How many independent sources use this term. */
  int originsUsing(String term) {
    return (int)
        story.sources().stream()
            .filter(source -> termsBySource.getOrDefault(source.number(), Set.of()).contains(term))
            .mapToInt(SourceText::origin)
            .distinct()
            .count();
  }

  /** The origins, other than its own, with a sentence that says much the same. */
  List<SourceSentence> agreeing(SourceSentence sentence) {
    Map<Integer, SourceSentence> nearest = new TreeMap<>();
    for (SourceSentence other : story.all()) {
      if (other.origin() != sentence.origin() && story.similarity(sentence, other) >= AGREES) {
        nearest.merge(other.origin(), other, (one, two) -> nearer(sentence, one, two));
      }
    }
    return List.copyOf(nearest.values());
  }

  private SourceSentence nearer(SourceSentence to, SourceSentence one, SourceSentence two) {
    return story.similarity(to, two) > story.similarity(to, one) ? two : one;
  }

  private double weigh(SourceSentence sentence, double centrality) {
    double matter = Math.min(1.0, (double) distinctive(sentence) / FULL_MATTER);
    return CENTRALITY * centrality
        + AGREEMENT * agreement(sentence)
        + POSITION / (1 + PLACE_DECAY * sentence.place())
        + MATTER * matter
        + SELF_CONTAINED * selfContained(sentence)
        - ageLoss(sentence.source());
  }

  private static int distinctive(SourceSentence sentence) {
    long names =
        Arrays.stream(sentence.text().split("\\s+"))
            .skip(1)
            .filter(word -> Character.isUpperCase(word.codePointAt(0)))
            .count();
    return (int) Math.min(names, 3) + sentence.figures().size();
  }

  /** Mean nearness to the whole story, and to the nearest sentence of each other origin. */
  private double centrality(SourceSentence sentence) {
    double sum = 0;
    Map<Integer, Double> nearest = new TreeMap<>();
    for (SourceSentence other : story.all()) {
      double near = story.similarity(sentence, other);
      sum += Math.max(0, near);
      if (other.origin() != sentence.origin()) {
        nearest.merge(other.origin(), near, Math::max);
      }
    }
    double degree = sum / Math.max(1, story.all().size());
    double across =
        nearest.values().stream().mapToDouble(Double::doubleValue).average().orElse(degree);
    return degree + across;
  }

  private double agreement(SourceSentence sentence) {
    int others = story.origins().size() - 1;
    int foreign = 0;
    for (SourceText source : story.foreign()) {
      foreign += sharesFigure(sentence, source) ? 1 : 0;
    }
    int all = others + story.foreign().size();
    return all == 0 ? 0 : Math.min(1.0, 2.0 * (agreeing(sentence).size() + foreign) / all);
  }

  /** Figures are written alike in most languages; small and round ones say little. */
  private static boolean sharesFigure(SourceSentence sentence, SourceText source) {
    for (Figure figure : sentence.figures()) {
      String digits = figure.value().split(" ")[0];
      boolean telling = figure.counts() && digits.length() >= 2;
      for (PassageText passage : source.passages()) {
        if (telling
            && passage.text().matches("(?s).*(?<![\\d.,])" + digits + "(?![\\d]|[.,]\\d).*")) {
          return true;
        }
      }
    }
    return false;
  }

  private double selfContained(SourceSentence sentence) {
    if (sentence.index() == 0) {
      return 1;
    }
    String[] words = sentence.text().split("\\s+");
    boolean definite = words.length > 1 && words[0].equals("The");
    boolean known = !definite || sourcesUsing(Terms.stem(plain(words[1]))) > 1;
    boolean also = sentence.text().contains(" also ");
    return (known ? 0.6 : 0) - (also ? 0.3 : 0);
  }

  private static String plain(String word) {
    List<String> words = colophon.text.Words.of(word);
    return words.isEmpty() ? "" : words.getFirst();
  }

  /** What an older article loses against the newest. */
  double ageLoss(SourceText source) {
    if (asOf == null || source.published() == null) {
      return 0;
    }
    long hours = Duration.between(source.published().toInstant(), asOf).toHours();
    return Math.min(MOST_AGE_LOSS, AGE_LOSS_A_HOUR * Math.max(0, hours));
  }

  private void countTerms() {
    story
        .all()
        .forEach(sentence ->
            sentence.terms().forEach(term -> sentencesByTerm.merge(term, 1, Integer::sum)));
    for (SourceText source : story.sources()) {
      Set<String> terms = new java.util.TreeSet<>(Terms.of(source.title()));
      story.all().stream()
          .filter(sentence -> sentence.source() == source)
          .forEach(sentence -> terms.addAll(sentence.terms()));
      termsBySource.put(source.number(), terms);
      terms.forEach(term -> sourcesByTerm.merge(term, 1, Integer::sum));
    }
  }
}
