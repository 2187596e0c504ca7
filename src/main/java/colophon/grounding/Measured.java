package colophon.grounding;

import colophon.article.Article;
import colophon.article.Passage;
import colophon.grounding.Figure.Kind;
import colophon.grounding.Figure.Reading;
import colophon.story.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence of a source with its figures, to be held against another source's. */
record Measured(
    Article article,
    Passage passage,
    String origin,
    String text,
    List<Figure> figures,
    Set<String> subjects,
    Set<Days> days) {

  /** Among how many words at its start a sentence names what it is about. */
  static final int SUBJECT_WORDS = 3;

  /** How much the surroundings of two figures of one quantity share at least. */
  static final int LEAST_SHARED = 2;

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
      Figure its = other.nearest(this, mine);
      if (its != null
          && mine.equals(nearest(other, its))
          && other.figures.stream().noneMatch(figure -> agree(mine, figure))
          && figures.stream().noneMatch(figure -> agree(its, figure))) {
        found.add(
            new Conflict(Surrounding.led(text, mine), List.of(claim(mine), other.claim(its))));
      }
    }
    return found;
  }

  /** The figure of this sentence that measures what another's figure does; null where none. */
  private @Nullable Figure nearest(Measured other, Figure its) {
    Surrounding there = Surrounding.of(other.text, its);
    Figure nearest = null;
    int most = LEAST_SHARED - 1;
    for (Figure figure : figures) {
      Surrounding here = Surrounding.of(text, figure);
      Reading reading = figure.readings().getFirst();
      boolean noun = reading.kind() != Kind.COUNT || here.countsLike(there);
      int shared = noun && oneUnit(reading, its.readings().getFirst()) ? here.shared(there) : 0;
      if (shared > most) {
        most = shared;
        nearest = figure;
      }
    }
    return nearest;
  }

  private Conflict.Claim claim(Figure figure) {
    return new Conflict.Claim(article.id(), passage.number(), figure.text(), text);
  }

  private static boolean agree(Figure one, Figure other) {
    return one.borneOutBy(other) || other.borneOutBy(one);
  }

  private static boolean oneUnit(Reading one, Reading other) {
    return one.kind() == other.kind() && one.unit().equals(other.unit());
  }
}
