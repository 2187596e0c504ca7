package colophon.llm;

import colophon.llm.BriefPlan.PlannedSection;
import colophon.llm.NounPhrases.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the excerpts of one theme in order, parts them in paragraphs and names the section. */
final class SectionPlan {

  private static final int LONG_SECTION = 4;
  private static final double NAMED_BY_THEME = 0.6;

  private final StorySentences story;
  private final SentenceChoice choice;
  private final TimeWords time;
  private final List<Phrase> phrases;
  private final Set<String> used;

  /**
   * @param used the stems that subheads before it used up; this plan adds its own
   */
  SectionPlan(
      StorySentences story,
      SentenceChoice choice,
      TimeWords time,
      List<Phrase> phrases,
      Set<String> used) {
    this.story = story;
    this.choice = choice;
    this.time = time;
    this.phrases = phrases;
    this.used = used;
  }

  PlannedSection plan(Phrase theme, List<Excerpt> excerpts) {
    List<Excerpt> ordered = ordered(excerpts);
    List<Phrase> naming = naming(theme, ordered);
    naming.forEach(phrase -> used.addAll(phrase.stems()));
    List<String> surfaces = naming.stream().map(Phrase::surface).toList();
    String subhead = TitleCase.of(String.join(" and ", surfaces));
    return new PlannedSection(subhead, surfaces, paragraphs(ordered));
  }

  /** The strongest source first, each source's excerpts together and in their order. */
  private List<Excerpt> ordered(List<Excerpt> excerpts) {
    List<Integer> sources =
        excerpts.stream()
            .sorted(
                Comparator.comparing((Excerpt e) -> time.looksAhead(e.text()))
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

  private static List<List<Excerpt>> paragraphs(List<Excerpt> ordered) {
    if (ordered.size() < LONG_SECTION) {
      return List.of(ordered);
    }
    int middle = (ordered.size() + 1) / 2;
    boolean torn =
        ordered.get(middle - 1).first().source() == ordered.get(middle).first().source()
            && ordered.get(middle - 2).first().source() != ordered.get(middle - 1).first().source();
    int cut = torn ? middle - 1 : middle;
    return List.of(ordered.subList(0, cut), ordered.subList(cut, ordered.size()));
  }

  /** One phrase, and a second for what the first leaves out. */
  private List<Phrase> naming(Phrase theme, List<Excerpt> excerpts) {
    List<Phrase> naming = new ArrayList<>();
    Phrase first = best(theme, excerpts, naming);
    if (first == null) {
      naming.add(fallback(excerpts));
      return naming;
    }
    naming.add(first);
    List<Excerpt> rest = excerpts.stream().filter(excerpt -> !holds(excerpt, first)).toList();
    Phrase second = rest.isEmpty() ? null : best(theme, rest, naming);
    if (second != null) {
      naming.add(second);
    }
    return naming;
  }

  private @Nullable Phrase best(Phrase theme, List<Excerpt> excerpts, List<Phrase> naming) {
    return phrases.stream()
        .filter(phrase -> excerpts.stream().anyMatch(excerpt -> holds(excerpt, phrase)))
        .filter(phrase -> phrase.stems().stream().noneMatch(used::contains))
        .filter(phrase -> naming.stream().noneMatch(phrase::overlaps))
        .max(
            Comparator.comparingDouble((Phrase phrase) -> worth(phrase, theme, excerpts))
                .thenComparing(Phrase::surface))
        .orElse(null);
  }

  private double worth(Phrase phrase, Phrase theme, List<Excerpt> excerpts) {
    long covered = excerpts.stream().filter(excerpt -> holds(excerpt, phrase)).count();
    double rare = Math.log(1.0 + (double) story.all().size() / phrase.sentences().size());
    double length = 1 + 0.35 * (phrase.stems().size() - 1);
    return covered * rare * length * (phrase.equals(theme) ? 1 + NAMED_BY_THEME : 1);
  }

  /** A phrase of these excerpts alone, where none is shared more widely. */
  private static Phrase fallback(List<Excerpt> excerpts) {
    List<SourceSentence> sentences =
        excerpts.stream().flatMap(excerpt -> excerpt.sentences().stream()).toList();
    List<Phrase> own = NounPhrases.of(sentences, 1);
    if (!own.isEmpty()) {
      return own.getFirst();
    }
    String words =
        excerpts.getFirst().first().terms().stream()
            .limit(2)
            .reduce((a, b) -> a + " " + b)
            .orElse("—");
    return new Phrase(List.of(words), words, Set.of(), Set.of());
  }

  private static boolean holds(Excerpt excerpt, Phrase phrase) {
    return excerpt.sentences().stream()
        .anyMatch(sentence -> phrase.sentences().contains(sentence.number()));
  }
}
