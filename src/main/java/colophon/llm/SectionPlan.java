package colophon.llm;

import colophon.llm.BriefPlan.PlannedSection;
import colophon.llm.BriefPlan.PlannedSubhead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts themes, and the excerpts of each, in the order in which they are read. */
final class SectionPlan {

  private static final int LONG_SECTION = 4;
  private static final double REACTION = 0.6;
  private static final double BACKGROUND = 1;
  private static final double NEXT = 2;

  private final SentenceChoice choice;
  private final TimeWords time;
  private final ReadingOrder order;

  SectionPlan(SentenceChoice choice, TimeWords time, ReadingOrder order) {
    this.choice = choice;
    this.time = time;
    this.order = order;
  }

  /**
   * The sections, without those of which nothing can be followed or that no line can name.
   *
   * @param reader who has read standfirst and lede
   */
  List<PlannedSection> plan(List<Theme> themes, SubheadMaker subheads, ReaderMemory reader) {
    List<Theme> ordered = new ArrayList<>(themes);
    ordered.sort(Comparator.comparingDouble(this::turn));
    List<PlannedSection> sections = new ArrayList<>();
    List<PlannedSection> meagre = new ArrayList<>();
    for (Theme theme : ordered) {
      ReaderMemory then = reader.copy();
      List<List<Excerpt>> paragraphs = paragraphs(theme, then);
      List<Excerpt> excerpts = paragraphs.stream().flatMap(List::stream).toList();
      if (excerpts.isEmpty()) {
        continue;
      }
      boolean differ = !theme.rivals().isEmpty() && excerpts.containsAll(theme.rivals());
      PlannedSubhead line = differ ? subheads.differing(theme.rivals()) : subheads.name(excerpts);
      PlannedSubhead subhead = line == null ? subheads.phrase(excerpts) : line;
      PlannedSection section =
          new PlannedSection(subhead, paragraphs, differ ? theme.rivals().getLast() : null);
      if (excerpts.size() > 1 && line != null) {
        sections.add(section);
        excerpts.forEach(reader::read);
      } else {
        meagre.add(section);
      }
    }
    return sections.isEmpty() ? meagre.subList(0, Math.min(1, meagre.size())) : sections;
  }

  /** What happened first, then what people say, what was before, and what is to come. */
  private double turn(Theme theme) {
    List<Excerpt> excerpts = theme.excerpts();
    long ahead = excerpts.stream().filter(e -> time.looksAhead(e.text())).count();
    long back = excerpts.stream().filter(e -> time.looksBack(e.text())).count();
    long spoken = excerpts.stream().filter(e -> QuotedSpeech.holds(e.text())).count();
    double weight = excerpts.stream().mapToDouble(choice::weight).average().orElse(0);
    double turn = NEXT * ahead + BACKGROUND * back + REACTION * spoken;
    return turn / Math.max(1, excerpts.size()) - 2 * weight;
  }

  /** A long section has two paragraphs, and sentences that differ have one of their own. */
  private List<List<Excerpt>> paragraphs(Theme theme, ReaderMemory reader) {
    List<Excerpt> rivals = theme.rivals().stream().filter(reader::follows).toList();
    List<Excerpt> others =
        theme.excerpts().stream().filter(excerpt -> !theme.rivals().contains(excerpt)).toList();
    List<List<Excerpt>> paragraphs = new ArrayList<>();
    if (!rivals.isEmpty()) {
      paragraphs.add(rivals);
      rivals.forEach(reader::read);
    }
    List<Excerpt> ordered = order.order(others, reader);
    if (ordered.size() >= LONG_SECTION) {
      int cut = cut(ordered);
      paragraphs.add(ordered.subList(0, cut));
      paragraphs.add(ordered.subList(cut, ordered.size()));
    } else if (!ordered.isEmpty()) {
      paragraphs.add(ordered);
    }
    return paragraphs;
  }

  /** Near the middle, between two sources where that can be. */
  private static int cut(List<Excerpt> ordered) {
    int middle = ordered.size() / 2;
    for (int at : List.of(middle, middle + 1, middle - 1)) {
      boolean inside = at >= 2 && at <= ordered.size() - 2;
      if (inside && source(ordered, at - 1) != source(ordered, at)) {
        return at;
      }
    }
    return middle;
  }

  private static int source(List<Excerpt> excerpts, int at) {
    return excerpts.get(at).first().source().number();
  }
}
