package colophon.grounding;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.grounding.Figure.Kind;
import colophon.story.Origin;
import colophon.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A sentence of a source with its figures, to be held against another source's. */
record Measured(
    Article article,
    Passage passage,
    String origin,
    String text,
    List<Figure> figures,
    Set<String> subjects,
    Set<Days> days) {

  /** How many words on each side of a figure say what it measures. */
  static final int AROUND = 7;

  /** Among how many words at its start a sentence names what it is about. */
  static final int SUBJECT_WORDS = 3;

  /** How many of those words two figures of one quantity share at least. */
  static final int LEAST_SHARED = 2;

  /** The least share of the shorter surrounding that both have, in hundredths. */
  static final int LEAST_SHARED_PERCENT = 34;

  static Measured of(Article article, Passage passage, Origin origin, String text) {
    List<Figure> figures =
        FigureCheck.claims(text, article.language()).stream().filter(Measured::compared).toList();
    var subjects = new HashSet<String>();
    NamedWords.of(text).stream()
        .limit(SUBJECT_WORDS)
        .filter(word -> word.capital() && names(word.folded()))
        .forEach(word -> subjects.add(word.folded()));
    var days = new HashSet<Days>();
    LocalDate from = article.published() == null ? null : article.published().toLocalDate();
    DateReader.in(Typography.plain(text))
        .forEach(mention -> days.addAll(mention.meaning().seenFrom(from)));
    return new Measured(
        article, passage, origin.name() + origin.articleIds(), text, figures, subjects, days);
  }

  private static boolean compared(Figure figure) {
    return figure.readings().stream()
        .anyMatch(reading ->
            switch (reading.kind()) {
              case COUNT, PERCENT, PERCENTAGE_POINTS, MONEY, MEASURE, FRACTION -> true;
              case ORDINAL, TIME_OF_DAY, MULTIPLE, DECADE, SIZE, DESIGNATION -> false;
            });
  }

  /** Whether the days they name leave it open that both speak of one. */
  boolean sameDays(Measured other) {
    return days.isEmpty()
        || other.days.isEmpty()
        || days.stream()
            .anyMatch(mine ->
                other.days.stream().anyMatch(its -> mine.contains(its) || its.contains(mine)));
  }

  /** Whether the names they begin with leave it open that both speak of one. */
  boolean sameSubject(Measured other) {
    return subjects.isEmpty()
        || other.subjects.isEmpty()
        || subjects.stream().anyMatch(other.subjects::contains);
  }

  private static boolean names(String folded) {
    return !Lexicon.common(folded) && !Lexicon.title(folded) && !Calendar.names(folded);
  }

  /** The quantities that both give with different figures. */
  List<Conflict> differences(Measured other) {
    var found = new ArrayList<Conflict>();
    for (Figure mine : figures) {
      for (Figure its : other.figures) {
        Set<String> shared = shared(mine, other, its);
        if (oneUnit(mine, its)
            && !agree(mine, its)
            && !shared.isEmpty()
            && other.figures.stream().noneMatch(figure -> agree(mine, figure))
            && figures.stream().noneMatch(figure -> agree(its, figure))) {
          found.add(new Conflict(String.join(" ", shared), List.of(claim(mine), other.claim(its))));
        }
      }
    }
    return found;
  }

  private Conflict.Claim claim(Figure figure) {
    return new Conflict.Claim(article.id(), passage.number(), figure.text(), text);
  }

  private static boolean agree(Figure one, Figure other) {
    return one.borneOutBy(other) || other.borneOutBy(one);
  }

  private static boolean oneUnit(Figure one, Figure other) {
    return one.readings().stream()
        .anyMatch(mine ->
            other.readings().stream()
                .anyMatch(its -> mine.kind() == its.kind() && mine.unit().equals(its.unit())));
  }

  /** The words that surround both figures, in the order of this sentence; empty where too few. */
  private Set<String> shared(Figure mine, Measured other, Figure its) {
    Set<String> around = around(mine);
    Set<String> there = other.around(its);
    var shared = new LinkedHashSet<String>();
    for (String word : around) {
      if (there.stream().anyMatch(candidate -> alike(word, candidate))) {
        shared.add(word);
      }
    }
    boolean counted =
        mine.readings().getFirst().kind() != Kind.COUNT || countedAlike(mine, other, its);
    int shorter = Math.max(1, Math.min(around.size(), there.size()));
    boolean enough =
        shared.size() >= LEAST_SHARED && shared.size() * 100 >= shorter * LEAST_SHARED_PERCENT;
    return counted && enough ? shared : Set.of();
  }

  /** Whether the noun after both numbers is the same: "40 people", "25 people". */
  private boolean countedAlike(Figure mine, Measured other, Figure its) {
    List<String> after = Words.content(text.substring(mine.end()));
    List<String> there = Words.content(other.text.substring(its.end()));
    return after.stream()
        .limit(2)
        .anyMatch(word -> there.stream().limit(2).anyMatch(candidate -> alike(word, candidate)));
  }

  private Set<String> around(Figure figure) {
    List<String> before = Words.content(text.substring(0, figure.start()));
    List<String> after = Words.content(text.substring(figure.end()));
    var around =
        new LinkedHashSet<>(before.subList(Math.max(0, before.size() - AROUND), before.size()));
    around.addAll(after.subList(0, Math.min(AROUND, after.size())));
    around.removeIf(word -> word.chars().anyMatch(Character::isDigit));
    return around;
  }

  private static boolean alike(String one, String other) {
    return one.equals(other)
        || Inflection.plainForms(one).contains(other)
        || Inflection.plainForms(other).contains(one)
        || Inflection.plainForms(one).stream().anyMatch(Inflection.plainForms(other)::contains);
  }
}
