package colophon.llm;

import colophon.llm.BriefAnswer.BodyLine;
import colophon.llm.BriefAnswer.Line;
import colophon.llm.BriefAnswer.Subhead;
import colophon.llm.BriefPlan.PlannedSection;
import colophon.story.PassageId;
import colophon.text.Embedder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A brief of quotations: sentences chosen over all sources of a story, arranged so that they read,
 * each printed word for word with the outlet that published it. Nothing in it is written but the
 * attributions, the headline and the subheads, and those are made of the sources' words.
 */
final class ExtractiveSummary {

  /** What headline and subheads take of the length. */
  private static final int HEADING_WORDS = 30;

  private static final double QUOTED_SHARE = 0.80;
  private static final int MOST_CORROBORATING = 2;
  private static final double CORROBORATES = 0.70;
  private static final double SAME_WORDS = 0.50;

  private final PassagesMessage message;
  private final Embedder embedder;

  ExtractiveSummary(PassagesMessage message, Embedder embedder) {
    this.message = message;
    this.embedder = embedder;
  }

  /** The brief; throws {@link NothingToQuoteException} where the sources hold too little. */
  BriefAnswer write() throws NothingToQuoteException {
    StorySentences story = new StorySentences(message, embedder);
    SentenceWeights weights = new SentenceWeights(story, message.asOf());
    FigureConflicts conflicts = new FigureConflicts(story, weights);
    int words = (int) ((message.style().mostWords() - HEADING_WORDS) * QUOTED_SHARE);
    WordAllowance allowance =
        new WordAllowance(story.sources(), message.style().mostSharePercent(), words);
    SentenceChoice choice = new SentenceChoice(story, weights, conflicts, allowance);
    TimeWords time = new TimeWords(message.asOf());
    Capitals capitals = new Capitals(story.all());
    StoryLabel label = StoryLabel.of(story, capitals, choice.names());
    OpeningChoice opening = new OpeningChoice(choice, time);
    List<Excerpt> standfirst = opening.standfirst();
    List<Excerpt> lede = standfirst.isEmpty() ? List.of() : opening.lede(standfirst);
    List<PlannedSection> sections = List.of();
    if (!lede.isEmpty()) {
      List<Theme> themes =
          new SectionChoice(story, weights, choice, conflicts).themes(message.style().sections());
      Set<String> storyTerms = label == null ? Set.of() : new TreeSet<>(label.stems());
      SubheadMaker subheads =
          new SubheadMaker(story, capitals, choice.names(), themes, storyTerms, embedder);
      sections = new SectionPlan(choice, time).plan(themes, subheads);
    }
    if (sections.isEmpty()) {
      throw new NothingToQuoteException(
          "The sources hold too few sentences in the language \""
              + message.style().language()
              + "\" that can be quoted by themselves, within "
              + message.style().mostSharePercent()
              + " per cent of each source; add a source, or choose another model.");
    }
    HeadlineMaker headlines = new HeadlineMaker(story, weights, embedder);
    return print(headlines, label, new BriefPlan(standfirst, lede, sections), story, weights);
  }

  private BriefAnswer print(
      HeadlineMaker headlines,
      @org.jspecify.annotations.Nullable StoryLabel label,
      BriefPlan plan,
      StorySentences story,
      SentenceWeights weights) {
    Attribution attribution = new Attribution(message.style().language());
    List<Line> standfirst = new ArrayList<>();
    for (Excerpt excerpt : plan.standfirst()) {
      String text = standfirst.isEmpty() ? attribution.dated(excerpt) : attribution.print(excerpt);
      standfirst.add(new Line(text, passages(excerpt, story, weights)));
    }
    attribution.pause();
    List<Line> lede = lines(plan.lede(), attribution, story, weights);
    List<Subhead> subheads = new ArrayList<>();
    List<BodyLine> body = new ArrayList<>();
    for (PlannedSection section : plan.sections()) {
      int number = subheads.size() + 1;
      subheads.add(new Subhead(number, new Line(section.subhead(), named(section))));
      for (int paragraph = 1; paragraph <= section.paragraphs().size(); paragraph++) {
        attribution.pause();
        for (Line line :
            lines(section.paragraphs().get(paragraph - 1), attribution, story, weights)) {
          body.add(new BodyLine(number, paragraph, line));
        }
      }
    }
    PlannedSection first = plan.sections().getFirst();
    Line headline =
        headlines.headline(
            label, plan.standfirst().getFirst().first(), first.phrases(), named(first));
    return new BriefAnswer(headline, standfirst, lede, subheads, body);
  }

  private static List<Line> lines(
      List<Excerpt> excerpts,
      Attribution attribution,
      StorySentences story,
      SentenceWeights weights) {
    List<Line> lines = new ArrayList<>();
    for (Excerpt excerpt : excerpts) {
      lines.add(new Line(attribution.print(excerpt), passages(excerpt, story, weights)));
    }
    return lines;
  }

  /** The passage quoted first, then passages of other origins that bear it out. */
  private static List<PassageId> passages(
      Excerpt excerpt, StorySentences story, SentenceWeights weights) {
    Set<PassageId> passages = new LinkedHashSet<>();
    passages.add(excerpt.first().passage().id());
    SourceSentence sentence = excerpt.first();
    weights.agreeing(sentence).stream()
        .filter(other -> story.similarity(sentence, other) >= CORROBORATES)
        .filter(other -> Terms.containment(sentence.terms(), other.terms()) >= SAME_WORDS)
        .filter(other -> other.figures().containsAll(sentence.figures()))
        .limit(MOST_CORROBORATING)
        .forEach(other -> passages.add(other.passage().id()));
    return List.copyOf(passages);
  }

  /** The passages in which the words of a subhead stand. */
  private static List<PassageId> named(PlannedSection section) {
    Set<PassageId> passages = new LinkedHashSet<>();
    for (String phrase : section.phrases()) {
      section.excerpts().stream()
          .filter(excerpt -> excerpt.terms().containsAll(Terms.of(phrase)))
          .map(excerpt -> excerpt.first().passage().id())
          .limit(2)
          .forEach(passages::add);
    }
    if (passages.isEmpty()) {
      passages.add(section.excerpts().getFirst().first().passage().id());
    }
    return List.copyOf(passages);
  }
}
