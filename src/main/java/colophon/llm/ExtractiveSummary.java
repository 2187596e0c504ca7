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
import java.util.stream.Stream;

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
    HeadlineMaker headlines = new HeadlineMaker(story, weights, capitals, embedder);
    List<PlannedSection> sections = List.of();
    Line headline = null;
    if (!lede.isEmpty()) {
      headline = headlines.headline(label, standfirst.getFirst().first());
      Kinship kinship = new Kinship(story, weights);
      List<Theme> themes =
          new SectionChoice(story, kinship, choice, conflicts)
              .themes(message.style().sections(), leastLeft(standfirst, lede));
      SubheadMaker subheads =
          new SubheadMaker(
              story,
              weights,
              conflicts,
              capitals,
              message.style().language(),
              printed(headline, standfirst, lede),
              embedder);
      ReaderMemory reader = choice.newReader();
      standfirst.forEach(reader::read);
      lede.forEach(reader::read);
      ReadingOrder order = new ReadingOrder(kinship, choice, time);
      sections = new SectionPlan(choice, time, order).plan(themes, subheads, reader);
    }
    if (headline == null || sections.isEmpty()) {
      throw new NothingToQuoteException(
          "The sources hold too few sentences in the language \""
              + message.style().language()
              + "\" that can be quoted by themselves, within "
              + message.style().mostSharePercent()
              + " per cent of each source; add a source, or choose another model.");
    }
    return print(headline, new BriefPlan(standfirst, lede, sections), story, weights);
  }

  private BriefAnswer print(
      Line headline, BriefPlan plan, StorySentences story, SentenceWeights weights) {
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
      Line subhead = new Line(section.subhead().text(), section.subhead().passages());
      subheads.add(new Subhead(number, subhead));
      for (int paragraph = 1; paragraph <= section.paragraphs().size(); paragraph++) {
        attribution.pause();
        for (Excerpt excerpt : section.paragraphs().get(paragraph - 1)) {
          String text =
              excerpt.equals(section.rival())
                  ? attribution.differing(excerpt)
                  : attribution.print(excerpt);
          Line line = new Line(text, passages(excerpt, story, weights));
          body.add(new BodyLine(number, paragraph, line));
        }
      }
    }
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
  static List<PassageId> passages(Excerpt excerpt, StorySentences story, SentenceWeights weights) {
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

  /** How many words the sections must have for the brief to be long enough. */
  private int leastLeft(List<Excerpt> standfirst, List<Excerpt> lede) {
    int opened = Stream.concat(standfirst.stream(), lede.stream()).mapToInt(Excerpt::words).sum();
    return message.style().leastWords() - opened;
  }

  private static List<String> printed(Line headline, List<Excerpt> standfirst, List<Excerpt> lede) {
    List<String> printed = new ArrayList<>();
    printed.add(headline.text());
    standfirst.forEach(excerpt -> printed.add(excerpt.text()));
    lede.forEach(excerpt -> printed.add(excerpt.text()));
    return printed;
  }
}
