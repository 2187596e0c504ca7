package colophon.brief;

import colophon.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The piece itself: what a writer wrote and a reader will read, before label and sources. */
public record Brief(
    Language language,
    Sentence headline,
    List<Sentence> standfirst,
    List<Sentence> lede,
    List<Section> sections) {

  public Brief {
    standfirst = List.copyOf(standfirst);
    lede = List.copyOf(lede);
    sections = List.copyOf(sections);
  }

  /** Every sentence in reading order, headline first. */
  public List<Sentence> sentences() {
    Stream<Sentence> body = sections.stream().flatMap(section -> section.sentences().stream());
    return Stream.of(Stream.of(headline), standfirst.stream(), lede.stream(), body)
        .flatMap(part -> part)
        .toList();
  }

  /** The sentence of that id. */
  public Optional<Sentence> sentence(String id) {
    return sentences().stream().filter(sentence -> sentence.id().equals(id)).findFirst();
  }

  /** The section under the subhead of that id. */
  public Optional<Section> section(String subhead) {
    return sections.stream().filter(section -> section.subhead().id().equals(subhead)).findFirst();
  }

  /**
   * The ids of the cited articles in order of first citation; their place is the reader's number.
   */
  public List<String> citedArticleIds() {
    return sentences().stream()
        .flatMap(sentence -> sentence.citations().stream())
        .map(Citation::articleId)
        .distinct()
        .toList();
  }
}
