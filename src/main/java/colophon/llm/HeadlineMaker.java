package colophon.llm;

import colophon.llm.BriefAnswer.Line;
import colophon.llm.PassagesMessage.PassageText;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.PassageId;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the headline in the house's form, the story and then the angle, from words of the sources:
 * the name by which they call the story, and the title among theirs that most of them bear out.
 * Where one outlet alone says it, the headline says so.
 */
final class HeadlineMaker {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 11;
  private static final int MOST_CITED = 4;
  private static final double BORNE_OUT = 0.60;
  private static final double NEAR = 0.50;
  private static final double EVENT = 0.70;
  private static final double SUPPORT = 0.40;
  private static final double CENTRAL = 0.90;
  private static final double REPEATS = 0.20;
  private static final double ALONE = 0.12;
  private static final double TOO_LONG = 0.05;
  private static final double ASKS = 0.15;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|double|dozen)(?:-|$)");

  private final StorySentences story;
  private final SentenceWeights weights;
  private final Embedder embedder;

  HeadlineMaker(StorySentences story, SentenceWeights weights, Embedder embedder) {
    this.story = story;
    this.weights = weights;
    this.embedder = embedder;
  }

  private record Angle(
      String text, SourceText source, List<PassageId> passages, boolean alone, double worth) {}

  /** The headline; {@code themes} are the sections' own phrases, for want of a fitting title. */
  Line headline(
      @Nullable StoryLabel label,
      SourceSentence event,
      List<String> themes,
      List<PassageId> themePassages) {
    Angle best =
        story.sources().stream()
            .map(source -> angle(source, label, event))
            .filter(angle -> angle != null)
            .max(
                Comparator.comparingDouble(Angle::worth)
                    .thenComparing(angle -> -angle.source().number()))
            .orElse(null);
    String name =
        label == null ? "" : label.beside(best == null ? List.of() : stems(best.text())) + ": ";
    if (best == null) {
      String text = name + String.join(" and ", themes.subList(0, Math.min(2, themes.size())));
      return new Line(TitleCase.of(text), themePassages);
    }
    String credit = best.alone() ? ", " + best.source().outlet() + " Reports" : "";
    return new Line(
        TitleCase.of(name + QuotedSpeech.nested(best.text())) + credit, best.passages());
  }

  private @Nullable Angle angle(
      SourceText source, @Nullable StoryLabel label, SourceSentence event) {
    String title = Title.of(source);
    String text = label == null ? title : TitleCut.without(title, label);
    int words = Words.count(text);
    if (words < SHORTEST || !QuotedSpeech.balanced(text) || QuotedSpeech.begins(text)) {
      return null;
    }
    List<PassageId> passages = new ArrayList<>();
    Set<String> missing = cite(source, label == null ? text : label.words() + " " + text, passages);
    if (missing.stream().anyMatch(term -> mustStand(term, text)) || passages.isEmpty()) {
      return null;
    }
    Embedding embedding = embedder.embed(List.of(text)).getFirst();
    boolean alone = !borneOut(text, source, embedding, passages);
    double support = support(Terms.of(text));
    double central =
        EVENT * story.embedding(event).similarity(embedding)
            + (1 - EVENT) * weights.consensusOn(embedding);
    double worth =
        SUPPORT * support
            + CENTRAL * central
            - weights.ageLoss(source)
            - repetition(label, text)
            - (alone ? ALONE : 0)
            - TOO_LONG * Math.max(0, words - LONGEST)
            - (text.contains("?") || text.matches("(?i)(?:what|how|why) .*") ? ASKS : 0);
    return new Angle(text, source, passages, alone, worth);
  }

  /** How much of the story's name the angle says again. */
  private static double repetition(@Nullable StoryLabel label, String text) {
    if (label == null) {
      return 0;
    }
    List<String> name =
        NounPhrases.tokens(label.beside(stems(text))).stream()
            .map(word -> Terms.stem(word.toLowerCase(Locale.ROOT)))
            .toList();
    return REPEATS * Terms.share(new TreeSet<>(name), Terms.of(text))
        + (label.within(stems(text)) ? REPEATS : 0);
  }

  private static List<String> stems(String text) {
    return NounPhrases.tokens(text).stream()
        .map(token -> Terms.stem(token.toLowerCase(Locale.ROOT).replaceAll("['’]s$", "")))
        .toList();
  }

  /** The share of these words that more than one independent source uses. */
  private double support(Collection<String> terms) {
    if (terms.isEmpty()) {
      return 0;
    }
    return (double) terms.stream().filter(term -> weights.originsUsing(term) > 1).count()
        / terms.size();
  }

  /** Whether a source of another origin says it too; its passage is cited then. */
  private boolean borneOut(
      String text, SourceText source, Embedding embedding, List<PassageId> passages) {
    List<Figure> figures = Figure.of(text);
    SourceSentence nearest =
        story.all().stream()
            .filter(sentence -> sentence.origin() != source.origin())
            .filter(sentence -> sentence.figures().containsAll(figures))
            .max(
                Comparator.comparingDouble(
                        (SourceSentence s) -> story.embedding(s).similarity(embedding))
                    .thenComparing(s -> -s.number()))
            .orElse(null);
    if (nearest == null
        || story.embedding(nearest).similarity(embedding) < NEAR
        || support(Terms.of(text)) < BORNE_OUT) {
      return false;
    }
    if (!passages.contains(nearest.passage().id())) {
      passages.add(nearest.passage().id());
    }
    return true;
  }

  /** Cites passages until every word stands in one, as far as they go; returns what is missing. */
  private Set<String> cite(SourceText source, String text, List<PassageId> passages) {
    Set<String> missing = new LinkedHashSet<>(Terms.of(text));
    List<PassageText> own = source.passages();
    List<PassageText> others =
        story.sources().stream()
            .filter(other -> other != source)
            .flatMap(other -> other.passages().stream())
            .toList();
    for (List<PassageText> shelf : List.of(own, others)) {
      while (!missing.isEmpty() && passages.size() < MOST_CITED) {
        PassageText best = null;
        int most = 0;
        for (PassageText passage : shelf) {
          Set<String> held = Terms.of(passage.text());
          int found = (int) missing.stream().filter(held::contains).count();
          if (found > most) {
            most = found;
            best = passage;
          }
        }
        if (best == null) {
          break;
        }
        passages.add(best.id());
        missing.removeAll(Terms.of(best.text()));
      }
    }
    return missing;
  }

  /** Figures and names must stand in a cited passage; other words may be the title's own. */
  private static boolean mustStand(String term, String text) {
    return Character.isDigit(term.codePointAt(0))
        || NUMBER.matcher(term).lookingAt()
        || Pattern.compile("(?<=\\S )\\p{Lu}" + Pattern.quote(term.substring(1)))
            .matcher(text)
            .find();
  }
}
