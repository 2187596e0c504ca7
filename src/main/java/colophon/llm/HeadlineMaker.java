package colophon.llm;

import colophon.llm.BriefAnswer.Line;
import colophon.llm.PassagesMessage.SourceText;
import colophon.story.PassageId;
import colophon.text.Embedder;
import colophon.text.Embedding;
import colophon.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
  private static final double TOO_LONG = 0.04;
  private static final double NO_VERB = 0.30;
  private static final double TITLE = 0.30;

  /** A title that asks or promises an explanation tells nothing. */
  private static final Pattern ASKS =
      Pattern.compile("(?i)\\?|(?:^|: )(?:what|how|why|which|who|where)\\b");

  private final StorySentences story;
  private final SentenceWeights weights;
  private final Capitals capitals;
  private final Embedder embedder;
  private final Citing citing;

  HeadlineMaker(
      StorySentences story, SentenceWeights weights, Capitals capitals, Embedder embedder) {
    this.capitals = capitals;
    this.story = story;
    this.weights = weights;
    this.embedder = embedder;
    this.citing = new Citing(story);
  }

  private record Angle(
      String text, SourceText source, List<PassageId> passages, boolean alone, double worth) {}

  /** A text that could say what happened, and where it is from. */
  private record Wording(String text, SourceText source, double bonus) {}

  /**
   * The headline.
   *
   * @param event the sentence that the standfirst opens with
   */
  Line headline(@Nullable StoryLabel label, SourceSentence event) {
    Angle best = best(label, event);
    if (best == null || label != null && label.within(stems(best.text()))) {
      Angle plain = best(null, event);
      best = plain == null ? best : plain;
      if (best == null) {
        return new Line(TitleCase.of(withoutStop(event.text())), List.of(event.passage().id()));
      }
      return line(best, "");
    }
    return line(best, label == null ? "" : label.words() + ": ");
  }

  private static Line line(Angle angle, String name) {
    String credit = angle.alone() ? ", " + angle.source().outlet() + " Reports" : "";
    return new Line(
        TitleCase.of(name + QuotedSpeech.nested(angle.text())) + credit, angle.passages());
  }

  private static String withoutStop(String sentence) {
    return sentence.replaceAll("\\.$", "");
  }

  private @Nullable Angle best(@Nullable StoryLabel label, SourceSentence event) {
    List<Wording> wordings = new ArrayList<>();
    for (SourceText source : story.sources()) {
      String title = Title.of(source);
      wordings.add(
          new Wording(label == null ? title : TitleCut.without(title, label), source, TITLE));
    }
    String clause = Clause.of(event.text());
    if (clause != null) {
      wordings.add(new Wording(clause, event.source(), 0));
    }
    return wordings.stream()
        .map(wording -> angle(wording, label, event))
        .filter(angle -> angle != null)
        .max(
            Comparator.comparingDouble(Angle::worth)
                .thenComparing(angle -> -angle.source().number()))
        .orElse(null);
  }

  private @Nullable Angle angle(Wording wording, @Nullable StoryLabel label, SourceSentence event) {
    String text = wording.text();
    SourceText source = wording.source();
    int words = Words.count(text);
    if (words < SHORTEST
        || ASKS.matcher(text).find()
        || !QuotedSpeech.balanced(text)
        || QuotedSpeech.begins(text)) {
      return null;
    }
    List<PassageId> passages = new ArrayList<>();
    if (!citing.stands(source, label == null ? text : label.words() + " " + text, passages)) {
      return null;
    }
    Embedding embedding = embedder.embed(List.of(text)).getFirst();
    boolean alone = !borneOut(text, source, embedding, passages);
    boolean tells = Verbs.main(NounPhrases.tokens(capitals.plain(text))) > 0;
    double support = support(Terms.of(text));
    double central =
        EVENT * story.embedding(event).similarity(embedding)
            + (1 - EVENT) * weights.consensusOn(embedding);
    double worth =
        SUPPORT * support
            + CENTRAL * central
            + wording.bonus()
            - weights.ageLoss(source)
            - repetition(label, text)
            - (alone ? ALONE : 0)
            - (tells ? 0 : NO_VERB)
            - TOO_LONG * Math.max(0, words - LONGEST);
    return new Angle(text, source, passages, alone, worth);
  }

  /** How much of the story's name the angle says again. */
  private static double repetition(@Nullable StoryLabel label, String text) {
    if (label == null) {
      return 0;
    }
    return REPEATS * Terms.share(new TreeSet<>(label.stems()), Terms.of(text))
        + (label.within(stems(text)) ? REPEATS / 2 : 0);
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
}
