package colophon.llm;

import colophon.llm.BriefPlan.PlannedSubhead;
import colophon.llm.NounPhrases.Phrase;
import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.PassageId;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Language;
import colophon.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names a section by a line that says what is in it, in the sources' words: a title, a heading
 * inside an article, or the short statement of a sentence. The line nearest to all that the section
 * says is taken; where none is near, a noun phrase of its own sentences.
 */
final class SubheadMaker {

  private static final int LEAST_WORDS = 3;
  private static final int MOST_WORDS = 10;
  private static final int MOST_CITED = 4;
  private static final double NEAREST = 0.35;
  private static final double LEAST = 0.25;
  private static final double HELD = 0.35;
  private static final double TOLD = 0.60;
  private static final double EVERYWHERE = 0.60;
  private static final double HEADING = 0.06;
  private static final double TITLE = 0.08;
  private static final double ELSEWHERE = 0.04;
  private static final double OPENS = 0.10;
  private static final double BORNE_OUT = 0.05;
  private static final double REPEATS = 0.72;
  private static final double FIT = 0.36;

  private final StorySentences story;
  private final SentenceWeights weights;
  private final FigureConflicts conflicts;
  private final Capitals capitals;
  private final Embedder embedder;
  private final Citing citing;
  private final List<Line> lines = new ArrayList<>();
  private final List<Embedding> used = new ArrayList<>();
  private final Set<String> usedPhrases = new TreeSet<>();

  /**
   * What could stand above a section.
   *
   * @param sentence the one it was cut from; null for a title or a heading
   */
  private record Wording(
      String text, double bonus, List<PassageId> passages, @Nullable SourceSentence sentence) {}

  /**
   * A wording that is measured.
   *
   * @param everywhere how near it is to the story's sentences on average
   */
  private record Line(Wording wording, Set<String> terms, Embedding embedding, double everywhere) {}

  /**
   * @param printed what stands above the sections, which no subhead repeats
   */
  SubheadMaker(
      StorySentences story,
      SentenceWeights weights,
      FigureConflicts conflicts,
      Capitals capitals,
      Language language,
      List<String> printed,
      Embedder embedder) {
    this.story = story;
    this.weights = weights;
    this.conflicts = conflicts;
    this.capitals = capitals;
    this.embedder = embedder;
    this.citing = new Citing(story);
    used.addAll(embedder.embed(printed));
    Map<String, Wording> found = new LinkedHashMap<>();
    for (SourceText source : story.sources()) {
      if (!story.copied(source)) {
        addTitle(source, capitals, found);
      }
    }
    for (SourceSentence sentence : story.all()) {
      if (!story.copied(sentence.source())) {
        addHeading(sentence, found);
        if (language.equals(Language.ENGLISH)) {
          addClause(sentence, found);
        }
      }
    }
    List<Wording> wordings = List.copyOf(found.values());
    List<Embedding> embeddings =
        wordings.isEmpty()
            ? List.of()
            : embedder.embed(wordings.stream().map(Wording::text).toList());
    for (int i = 0; i < wordings.size(); i++) {
      Wording wording = wordings.get(i);
      Embedding embedding = embeddings.get(i);
      double everywhere =
          story.all().stream()
              .mapToDouble(sentence -> story.embedding(sentence).similarity(embedding))
              .average()
              .orElse(0);
      lines.add(new Line(wording, Terms.of(wording.text()), embedding, everywhere));
    }
  }

  private void addTitle(SourceText source, Capitals capitals, Map<String, Wording> found) {
    String title = capitals.plain(Title.of(source));
    List<PassageId> passages = new ArrayList<>();
    boolean stands = citing.stands(source, title, passages);
    boolean tells = Verbs.main(NounPhrases.tokens(title)) > 0;
    if (stands && tells && fits(title)) {
      add(title, TITLE, passages, null, found);
    }
  }

  private void addHeading(SourceSentence sentence, Map<String, Wording> found) {
    PassageText heading = story.heading(sentence);
    if (heading != null && fits(heading.text())) {
      add(heading.text(), HEADING, List.of(heading.id()), null, found);
    }
  }

  private void addClause(SourceSentence sentence, Map<String, Wording> found) {
    String clause = conflicts.rival(sentence) == null ? Clause.of(sentence.text()) : null;
    if (clause != null && fits(clause)) {
      double borne = weights.agreeing(sentence).isEmpty() ? 0 : BORNE_OUT;
      add(clause, borne, List.of(sentence.passage().id()), sentence, found);
    }
  }

  private static boolean fits(String text) {
    int words = Words.count(text);
    return words >= LEAST_WORDS
        && words <= MOST_WORDS
        && QuotedSpeech.balanced(text)
        && !QuotedSpeech.holds(text)
        && !text.contains("?")
        && !text.matches("(?i)(?:what|how|why|which|who|when) .*");
  }

  private static void add(
      String text,
      double bonus,
      List<PassageId> passages,
      @Nullable SourceSentence sentence,
      Map<String, Wording> found) {
    found.putIfAbsent(
        text.toLowerCase(Locale.ROOT), new Wording(text, bonus, List.copyOf(passages), sentence));
  }

  /** A line for a section in which sources give different figures: what it is, and both. */
  PlannedSubhead differing(List<Excerpt> rivals) {
    SourceSentence one = rivals.getFirst().first();
    SourceSentence other = rivals.getLast().first();
    List<PassageId> passages = List.of(one.passage().id(), other.passage().id());
    for (Figure mine : one.figures()) {
      for (Figure theirs : other.figures()) {
        if (mine.counts() && mine.unit().equals(theirs.unit()) && !mine.equals(theirs)) {
          String unit = mine.unit().equals("percent") ? "per cent" : mine.unit() + "s";
          String figures = mine.value() + " or " + theirs.value() + " " + unit;
          return new PlannedSubhead(TitleCase.of(subject(one, other, mine) + figures), passages);
        }
      }
    }
    PlannedSubhead line = name(rivals);
    return line == null ? phrase(rivals) : line;
  }

  /** The rarest word that both sentences use, which is what the figures count or measure. */
  private String subject(SourceSentence one, SourceSentence other, Figure figure) {
    return one.terms().stream()
        .filter(term -> other.terms().contains(term) && !term.equals(figure.unit()))
        .filter(term -> Character.isLetter(term.codePointAt(0)))
        .max(Comparator.comparingDouble(weights::rarity).thenComparing(term -> term))
        .map(term -> term + ": ")
        .orElse("");
  }

  /** The line that says best what these excerpts say; null where none is near enough. */
  @Nullable PlannedSubhead name(List<Excerpt> excerpts) {
    Line best =
        lines.stream()
            .filter(line -> used.stream().noneMatch(e -> e.similarity(line.embedding()) >= REPEATS))
            .max(
                Comparator.comparingDouble((Line line) -> worth(line, excerpts))
                    .thenComparing(line -> line.wording().text()))
            .orElse(null);
    if (best == null || worth(best, excerpts) < FIT) {
      return null;
    }
    return subhead(best);
  }

  private PlannedSubhead subhead(Line line) {
    used.add(line.embedding());
    String text = TitleCase.of(QuotedSpeech.nested(line.wording().text()));
    return new PlannedSubhead(text, line.wording().passages());
  }

  /** Whether it is the statement of one of these excerpts. */
  private static boolean cutFrom(Line line, List<Excerpt> excerpts) {
    SourceSentence sentence = line.wording().sentence();
    return sentence != null && excerpts.stream().anyMatch(holds(sentence));
  }

  /** How near it is to all sentences together, to the furthest of them, and in their words. */
  private double worth(Line line, List<Excerpt> excerpts) {
    double sum = 0;
    double furthest = 1;
    double held = 0;
    for (Excerpt excerpt : excerpts) {
      double near = near(line.embedding(), excerpt);
      sum += near;
      furthest = Math.min(furthest, near);
      held += Terms.share(line.terms(), excerpt.terms());
    }
    SourceSentence sentence = line.wording().sentence();
    boolean printed = sentence != null && excerpts.stream().anyMatch(holds(sentence));
    boolean opens = sentence != null && holds(sentence).test(excerpts.getFirst());
    Set<String> told = new TreeSet<>();
    excerpts.forEach(excerpt -> told.addAll(excerpt.terms()));
    boolean clause = line.wording().sentence() != null;
    if (held == 0 || clause && Terms.share(line.terms(), told) < TOLD) {
      return 0;
    }
    return sum / excerpts.size()
        - EVERYWHERE * line.everywhere()
        + NEAREST * furthest
        + HELD * held / excerpts.size()
        + line.wording().bonus()
        + (printed ? 0 : ELSEWHERE)
        - (opens ? OPENS : 0);
  }

  private static java.util.function.Predicate<Excerpt> holds(SourceSentence sentence) {
    return excerpt -> excerpt.sentences().contains(sentence);
  }

  private double near(Embedding embedding, Excerpt excerpt) {
    return excerpt.sentences().stream()
        .mapToDouble(sentence -> story.embedding(sentence).similarity(embedding))
        .max()
        .orElse(0);
  }

  /** What one of these excerpts states; where none can be cut short, a noun phrase they hold. */
  PlannedSubhead phrase(List<Excerpt> excerpts) {
    Line statement =
        lines.stream()
            .filter(line -> cutFrom(line, excerpts))
            .max(
                Comparator.comparingDouble((Line line) -> worth(line, excerpts))
                    .thenComparing(line -> line.wording().text()))
            .orElse(null);
    if (statement != null) {
      return subhead(statement);
    }
    List<SourceSentence> sentences =
        excerpts.stream().flatMap(e -> e.sentences().stream()).toList();
    List<Phrase> phrases =
        NounPhrases.of(sentences).stream()
            .filter(phrase -> phrase.stems().stream().noneMatch(usedPhrases::contains))
            .filter(phrase -> !phrase.stems().stream().allMatch(capitals::isName))
            .toList();
    if (phrases.isEmpty()) {
      Set<String> terms = new LinkedHashSet<>(excerpts.getFirst().first().terms());
      String text = String.join(" ", terms.stream().limit(2).toList());
      return new PlannedSubhead(TitleCase.of(text), named(text, excerpts));
    }
    List<Embedding> found = embedder.embed(phrases.stream().map(Phrase::surface).toList());
    int best = 0;
    double most = -1;
    for (int i = 0; i < phrases.size(); i++) {
      Embedding embedding = found.get(i);
      double worth =
          excerpts.stream().mapToDouble(e -> near(embedding, e)).average().orElse(0)
              + LEAST * (phrases.get(i).sentences().size() - 1)
              + LEAST * (Math.min(2, phrases.get(i).stems().size()) - 1);
      if (worth > most) {
        most = worth;
        best = i;
      }
    }
    Phrase phrase = phrases.get(best);
    usedPhrases.addAll(phrase.stems());
    return new PlannedSubhead(TitleCase.of(phrase.surface()), named(phrase.surface(), excerpts));
  }

  /** The passages in which these words stand. */
  private static List<PassageId> named(String words, List<Excerpt> excerpts) {
    Set<PassageId> passages = new LinkedHashSet<>();
    excerpts.stream()
        .filter(excerpt -> excerpt.terms().containsAll(Terms.of(words)))
        .map(excerpt -> excerpt.first().passage().id())
        .limit(MOST_CITED)
        .forEach(passages::add);
    if (passages.isEmpty()) {
      passages.add(excerpts.getFirst().first().passage().id());
    }
    return List.copyOf(passages);
  }
}
