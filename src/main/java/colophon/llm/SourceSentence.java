package colophon.llm;

import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.text.Words;
import java.util.List;
import java.util.Set;

/**
 * One sentence of a source.
 *
 * @param number its place among all sentences of the story, from 0
 * @param place the place of its passage among the paragraphs of its source, from 0
 * @param index its place in the passage, from 0
 * @param text what may be quoted: without dateline and opening connective
 * @param terms of {@code text}
 * @param figures of {@code text}
 */
record SourceSentence(
    int number,
    SourceText source,
    PassageText passage,
    int place,
    int index,
    String text,
    Standing standing,
    Set<String> terms,
    List<Figure> figures) {

  int words() {
    return Words.count(text);
  }

  int origin() {
    return source.origin();
  }

  /** Whether the other is the sentence right before this one in the same passage. */
  boolean follows(SourceSentence other) {
    return passage.id().equals(other.passage.id()) && index == other.index + 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceSentence that && that.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
