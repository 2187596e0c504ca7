package colophon.llm;

import colophon.story.PassageId;
import java.util.List;

/** Which excerpts stand where, before they are printed. */
record BriefPlan(List<Excerpt> standfirst, List<Excerpt> lede, List<PlannedSection> sections) {

  BriefPlan {
    standfirst = List.copyOf(standfirst);
    lede = List.copyOf(lede);
    sections = List.copyOf(sections);
  }

  /** A line above a section and the passages that hold its words. */
  record PlannedSubhead(String text, List<PassageId> passages) {
    PlannedSubhead {
      passages = List.copyOf(passages);
    }
  }

  /**
   * A section.
   *
   * @param rival the excerpt that gives another figure than the one before it; null where none does
   */
  record PlannedSection(
      PlannedSubhead subhead,
      List<List<Excerpt>> paragraphs,
      @org.jspecify.annotations.Nullable Excerpt rival) {
    PlannedSection {
      paragraphs = paragraphs.stream().map(List::copyOf).toList();
    }

    List<Excerpt> excerpts() {
      return paragraphs.stream().flatMap(List::stream).toList();
    }
  }
}
