package colophon.llm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sentences of independent sources that give different figures for what seems to be one thing. Such
 * a sentence is quoted beside the other or not at all.
 */
final class FigureConflicts {

  private static final double NEAR = 0.74;
  private static final int SHARED_TERMS = 2;

  /** A sentence that sets two figures side by side does not contradict either. */
  private static final Pattern COMPARES =
      Pattern.compile(
          "\\b(?:(?:less|more|fewer|higher|lower) than (?:the|its|it)|compared with|against"
              + " the|(?:up|down) from|instead of)\\b");

  private final Map<Integer, SourceSentence> rivals = new TreeMap<>();
  private final Map<Integer, Set<String>> valuesByOrigin = new HashMap<>();

  FigureConflicts(StorySentences story, SentenceWeights weights) {
    for (SourceSentence sentence : story.all()) {
      Set<String> values =
          valuesByOrigin.computeIfAbsent(sentence.origin(), origin -> new HashSet<>());
      sentence.figures().forEach(figure -> values.add(figure.value()));
    }
    List<SourceSentence> all = story.all();
    for (SourceSentence one : all) {
      double nearest = NEAR;
      for (SourceSentence other : all) {
        double near = story.similarity(one, other) + weights.shared(one, other);
        if (one.origin() != other.origin()
            && !story.copied(other.source())
            && near >= nearest
            && differ(one, other)) {
          nearest = near;
          rivals.put(one.number(), other);
        }
      }
    }
  }

  /** The sentence that gives another figure; null where none does. */
  @Nullable SourceSentence rival(SourceSentence sentence) {
    return rivals.get(sentence.number());
  }

  boolean disputed(Excerpt excerpt) {
    return excerpt.sentences().stream().anyMatch(sentence -> rival(sentence) != null);
  }

  private boolean differ(SourceSentence one, SourceSentence other) {
    if (COMPARES.matcher(one.text()).find() || COMPARES.matcher(other.text()).find()) {
      return false;
    }
    if (one.terms().stream().filter(other.terms()::contains).count() < SHARED_TERMS) {
      return false;
    }
    for (Figure mine : one.figures()) {
      for (Figure theirs : other.figures()) {
        boolean differs =
            mine.counts()
                && mine.unit().equals(theirs.unit())
                && !mine.value().equals(theirs.value())
                && !knows(other.origin(), mine)
                && !knows(one.origin(), theirs);
        if (differs) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean knows(int origin, Figure figure) {
    return valuesByOrigin.getOrDefault(origin, Set.of()).contains(figure.value());
  }
}
