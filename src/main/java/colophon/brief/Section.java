package colophon.brief;

import java.util.List;

/** A subhead and its paragraphs, each a list of sentences. */
public record Section(Sentence subhead, List<List<Sentence>> paragraphs) {
  public Section {
    paragraphs = paragraphs.stream().map(List::copyOf).toList();
  }
}
