package colophon.llm;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is quoted in one go: a sentence, or two that stand side by side in one passage. */
record Excerpt(List<SourceSentence> sentences) {

  Excerpt {
    sentences = List.copyOf(sentences);
  }

  static Excerpt of(SourceSentence... sentences) {
    return new Excerpt(List.of(sentences));
  }

  SourceSentence first() {
    return sentences.getFirst();
  }

  int words() {
    return sentences.stream().mapToInt(SourceSentence::words).sum();
  }

  Set<String> terms() {
    Set<String> terms = new TreeSet<>();
    sentences.forEach(sentence -> terms.addAll(sentence.terms()));
    return terms;
  }

  /** All its words as they stand in the passage. */
  String text() {
    return sentences.stream().map(SourceSentence::text).reduce((a, b) -> a + " " + b).orElse("");
  }
}
