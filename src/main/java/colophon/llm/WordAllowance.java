package colophon.llm;

import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much may still be quoted: of each source at most a share, and of all at most a length. */
final class WordAllowance {

  private final Map<Integer, Integer> leftBySource = new HashMap<>();
  private final Map<Integer, String> textBySource = new HashMap<>();
  private int left;

  /**
   * @param words of all quotations together
   */
  WordAllowance(List<SourceText> sources, int sharePercent, int words) {
    this.left = words;
    for (SourceText source : sources) {
      String text =
          source.passages().stream().map(PassageText::text).reduce("", (a, b) -> a + "\n" + b);
      textBySource.put(source.number(), text);
      leftBySource.put(source.number(), Words.count(text) * sharePercent / 100);
    }
  }

  boolean allows(Excerpt excerpt) {
    int source = excerpt.first().source().number();
    return excerpt.words() <= left && excerpt.words() <= leftBySource.getOrDefault(source, 0);
  }

  /** Counts an excerpt against its source and against every copy that runs the same words. */
  void take(Excerpt excerpt) {
    left -= excerpt.words();
    for (SourceSentence sentence : excerpt.sentences()) {
      for (Map.Entry<Integer, String> source : textBySource.entrySet()) {
        boolean carries =
            source.getKey() == sentence.source().number()
                || source.getValue().contains(sentence.text());
        if (carries) {
          leftBySource.merge(source.getKey(), -sentence.words(), Integer::sum);
        }
      }
    }
  }

  /** How many words may still be quoted of all sources together. */
  int left() {
    int bySource = leftBySource.values().stream().mapToInt(words -> Math.max(0, words)).sum();
    return Math.min(left, bySource);
  }
}
