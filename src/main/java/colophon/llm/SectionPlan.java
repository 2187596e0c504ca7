package colophon.llm;

import colophon.llm.BriefPlan.PlannedSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts themes, and the excerpts of each, in the order in which they are read. */
final class SectionPlan {

  private static final int LONG_SECTION = 4;
  private static final double BACKGROUND = 1;
  private static final double NEXT = 2;

  private final SentenceChoice choice;
  private final TimeWords time;

  SectionPlan(SentenceChoice choice, TimeWords time) {
    this.choice = choice;
    this.time = time;
  }

  List<PlannedSection> plan(List<Theme> themes, SubheadMaker subheads) {
    List<Theme> ordered = new ArrayList<>(themes);
    ordered.sort(Comparator.comparingDouble(this::turn));
    List<PlannedSection> sections = new ArrayList<>();
    for (Theme theme : ordered) {
      List<Excerpt> excerpts = inOrder(theme.excerpts());
      List<String> phrases = subheads.name(excerpts);
      List<String> words = phrases.isEmpty() ? List.of(firstTerms(excerpts)) : phrases;
      String subhead = TitleCase.of(String.join(" and ", words));
      sections.add(new PlannedSection(subhead, words, paragraphs(theme, excerpts)));
    }
    return sections;
  }

  /** What is general and present first, what was before next, what is to come last. */
  private double turn(Theme theme) {
    List<Excerpt> excerpts = theme.excerpts();
    long ahead = excerpts.stream().filter(e -> time.looksAhead(e.text())).count();
    long back = excerpts.stream().filter(e -> time.looksBack(e.text())).count();
    double weight = excerpts.stream().mapToDouble(choice::weight).average().orElse(0);
    double turn = ahead * 2 > excerpts.size() ? NEXT : back * 2 > excerpts.size() ? BACKGROUND : 0;
    return turn - weight;
  }

  /** The strongest source first, each source's excerpts together and in their order. */
  private List<Excerpt> inOrder(List<Excerpt> excerpts) {
    List<Integer> sources =
        excerpts.stream()
            .sorted(
                Comparator.comparingInt((Excerpt e) -> tense(e))
                    .thenComparingDouble(e -> -choice.weight(e)))
            .map(e -> e.first().source().number())
            .distinct()
            .toList();
    return excerpts.stream()
        .sorted(
            Comparator.comparingInt((Excerpt e) -> sources.indexOf(e.first().source().number()))
                .thenComparingInt(e -> e.first().number()))
        .toList();
  }

  private int tense(Excerpt excerpt) {
    return time.looksAhead(excerpt.text()) ? 2 : time.looksBack(excerpt.text()) ? 1 : 0;
  }

  /** A long section has two paragraphs, parted between two sources where that is near. */
  private static List<List<Excerpt>> paragraphs(Theme theme, List<Excerpt> all) {
    List<Excerpt> ordered =
        all.stream().filter(excerpt -> !theme.rivals().contains(excerpt)).toList();
    if (ordered.isEmpty()) {
      return List.of(theme.rivals());
    }
    if (!theme.rivals().isEmpty()) {
      return List.of(ordered, theme.rivals());
    }
    if (ordered.size() < LONG_SECTION) {
      return List.of(ordered);
    }
    int middle = ordered.size() / 2;
    int cut = middle;
    for (int at : List.of(middle, middle + 1, middle - 1)) {
      boolean inside = at >= 2 && at <= ordered.size() - 2;
      if (inside && source(ordered, at - 1) != source(ordered, at)) {
        cut = at;
        break;
      }
    }
    return List.of(ordered.subList(0, cut), ordered.subList(cut, ordered.size()));
  }

  private static int source(List<Excerpt> excerpts, int at) {
    return excerpts.get(at).first().source().number();
  }

  private static String firstTerms(List<Excerpt> excerpts) {
    return String.join(" ", excerpts.getFirst().first().terms().stream().limit(2).toList());
  }
}
