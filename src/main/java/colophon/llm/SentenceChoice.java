package colophon.llm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses excerpts one after another, each for what it is worth and for what it adds to those
 * before it, within the allowance.
 */
final class SentenceChoice {

  private static final double SAME = 0.64;
  private static final double LOOSE = 0.30;
  private static final double CLOSE = 0.42;
  private static final double RELATED = 0.45;
  private static final double SAME_WORDS = 0.34;
  private static final int MOST_PAIR_WORDS = 62;
  private static final double PAIR_BONUS = 0.02;

  private final StorySentences story;
  private final SentenceWeights weights;
  private final FigureConflicts conflicts;
  private final PeopleNamed people;
  private final ReaderMemory reader;
  private final WordAllowance allowance;
  private final List<Excerpt> candidates = new ArrayList<>();
  private final List<SourceSentence> chosen = new ArrayList<>();

  SentenceChoice(
      StorySentences story,
      SentenceWeights weights,
      FigureConflicts conflicts,
      WordAllowance allowance) {
    this.story = story;
    this.weights = weights;
    this.conflicts = conflicts;
    this.allowance = allowance;
    this.people = new PeopleNamed(story.all().stream().map(SourceSentence::text).toList());
    this.reader = new ReaderMemory(story, people);
    story.all().forEach(this::addCandidates);
  }

  /** A reader who has met nothing yet. */
  ReaderMemory newReader() {
    return new ReaderMemory(story, people);
  }

  private void addCandidates(SourceSentence sentence) {
    if (sentence.standing() == Standing.ALONE) {
      candidates.add(Excerpt.of(sentence));
    }
    SourceSentence before = story.before(sentence);
    if (before != null
        && before.standing() == Standing.ALONE
        && sentence.standing() != Standing.NEVER
        && before.words() + sentence.words() <= MOST_PAIR_WORDS) {
      candidates.add(Excerpt.of(before, sentence));
    }
  }

  /** The excerpts that could be printed next, in order of the sources. */
  Stream<Excerpt> open() {
    return candidates.stream().filter(this::isOpen);
  }

  /** The names, in small letters, by which people of the story are known. */
  Set<String> names() {
    return people.names();
  }

  /** The best open excerpt of those wanted; null where there is none. */
  @Nullable Excerpt best(Predicate<Excerpt> wanted, ToDoubleFunction<Excerpt> worth) {
    return open()
        .filter(wanted)
        .max(
            Comparator.comparingDouble(worth)
                .thenComparing(excerpt -> -excerpt.first().number())
                .thenComparing(excerpt -> -excerpt.sentences().size()))
        .orElse(null);
  }

  void take(Excerpt excerpt) {
    allowance.take(excerpt);
    chosen.addAll(excerpt.sentences());
    reader.read(excerpt);
  }

  int wordsLeft() {
    return allowance.left();
  }

  boolean affordable(Excerpt excerpt) {
    return allowance.allows(excerpt);
  }

  /** The mean weight of its sentences. */
  double weight(Excerpt excerpt) {
    double mean = excerpt.sentences().stream().mapToDouble(weights::of).average().orElse(0);
    return mean + (excerpt.sentences().size() - 1) * PAIR_BONUS;
  }

  /** How many of the story's commonest words it brings together, from 0 to 1. */
  double coverage(Excerpt excerpt) {
    return excerpt.sentences().stream().mapToDouble(weights::coverage).max().orElse(0);
  }

  /** How near its first sentence is to the openings of all sources. */
  double consensus(Excerpt excerpt) {
    return weights.consensus(excerpt.first());
  }

  /** How near its nearest sentence is to anything chosen, from 0 to 1. */
  double nearness(Excerpt excerpt) {
    double nearest = 0;
    for (SourceSentence sentence : excerpt.sentences()) {
      for (SourceSentence taken : chosen) {
        nearest = Math.max(nearest, story.similarity(sentence, taken));
      }
    }
    return nearest;
  }

  /** How many people it gives by their full names who were not met before. */
  int introductions(Excerpt excerpt) {
    return reader.introductions(excerpt);
  }

  private boolean isOpen(Excerpt excerpt) {
    return allowance.allows(excerpt)
        && !conflicts.disputed(excerpt)
        && understood(excerpt)
        && excerpt.sentences().stream().noneMatch(this::told);
  }

  /** Whether a reader of what was chosen can follow it. */
  boolean understood(Excerpt excerpt) {
    return reader.follows(excerpt);
  }

  private boolean told(SourceSentence sentence) {
    return chosen.stream().anyMatch(taken -> same(sentence, taken));
  }

  /** Whether one of two sentences makes the other superfluous. */
  boolean same(SourceSentence one, SourceSentence other) {
    if (one.equals(other)) {
      return true;
    }
    double near = story.similarity(one, other);
    long sameFigures =
        one.figures().stream()
            .filter(figure -> figure.tells() && has(other, figure.value()))
            .map(Figure::value)
            .distinct()
            .count();
    return near >= SAME
        || near >= LOOSE
            && (sameFigures > 1 || NumberWords.sharedSmall(one.text(), other.text()) > 1)
        || near >= CLOSE && (sameFigures > 0 || TimeWords.sameMonth(one.text(), other.text()))
        || near >= RELATED && weights.shared(one, other) >= SAME_WORDS;
  }

  private static boolean has(SourceSentence sentence, String value) {
    return sentence.figures().stream().anyMatch(figure -> figure.value().equals(value));
  }
}
