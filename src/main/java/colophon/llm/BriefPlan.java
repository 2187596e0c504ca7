package colophon.llm;

import java.util.List;

/** Which excerpts stand where, before they are printed. */
record BriefPlan(List<Excerpt> standfirst, List<Excerpt> lede, List<PlannedSection> sections) {

  BriefPlan {
    standfirst = List.copyOf(standfirst);
    lede = List.copyOf(lede);
    sections = List.copyOf(sections);
  }

  /** A section: its subhead in the sources' words, and its paragraphs. */
  record PlannedSection(String subhead, List<String> phrases, List<List<Excerpt>> paragraphs) {
    PlannedSection {
      phrases = List.copyOf(phrases);
      paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    List<Excerpt> excerpts() {
      return paragraphs.stream().flatMap(List::stream).toList();
    }
  }
}
