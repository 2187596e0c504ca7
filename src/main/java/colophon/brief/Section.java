package colophon.brief;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A subhead and its paragraphs, each a list of sentences. */
public record Section(Sentence subhead, List<List<Sentence>> paragraphs) {
  public Section {
    paragraphs = paragraphs.stream().map(List::copyOf).toList();
  }

  /** Its sentences in reading order, the subhead first. */
  public List<Sentence> sentences() {
    return Stream.concat(Stream.of(subhead), paragraphs.stream().flatMap(List::stream)).toList();
  }

  /** All its words, a sentence a line: what a person had before them who asked for another one. */
  public String words() {
    return sentences().stream().map(Sentence::text).collect(Collectors.joining("\n"));
  }
}
