package colophon.llm;

import colophon.llm.BriefAnswer.Line;
import colophon.llm.BriefPlan.PlannedSection;
import colophon.text.Embedder;
import colophon.text.Embedding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One section of a brief of quotations, chosen again: by what is nearest to an editor's note, or
 * where there is none, by what else there is on the same matter. What the other parts quote is not
 * quoted twice and counts against what may be quoted of each source.
 */
final class SectionAgain {

  private static final double QUOTED_SHARE = 0.80;
  private static final int MOST_EXCERPTS = 5;

  /** A note is about a sentence where they are as near as this, or share a word that tells. */
  private static final double ABOUT = 0.30;

  private static final Pattern QUOTED = Pattern.compile("“([^”]*)”");
  private static final double SHARED_WORDS = 0.60;
  private static final double WEIGHT = 0.20;

  private final PassagesMessage message;
  private final BriefAnswer present;
  private final SectionRequest request;
  private final Embedder embedder;
  private final StorySentences story;
  private final SentenceWeights weights;
  private final FigureConflicts conflicts;
  private final SentenceChoice choice;
  private final Kinship kinship;
  private final Set<SourceSentence> old = new HashSet<>();

  SectionAgain(
      PassagesMessage message, BriefAnswer present, SectionRequest request, Embedder embedder) {
    this.message = message;
    this.present = present;
    this.request = request;
    this.embedder = embedder;
    this.story = new StorySentences(message, embedder);
    this.weights = new SentenceWeights(story, message.asOf());
    this.conflicts = new FigureConflicts(story, weights);
    int words = (int) (message.style().mostWords() * QUOTED_SHARE);
    this.choice =
        new SentenceChoice(
            story,
            weights,
            conflicts,
            new WordAllowance(story.sources(), message.style().mostSharePercent(), words));
    this.kinship = new Kinship(story, weights);
  }

  /** The section; throws {@link NothingToQuoteException} where the sources hold no other. */
  SectionAnswer write() throws NothingToQuoteException {
    var printed = new ArrayList<String>();
    ReaderMemory reader = choice.newReader();
    List<String> mine = bodyOf(request.number());
    for (SourceSentence sentence : story.all()) {
      if (quotes(mine, sentence)) {
        old.add(sentence);
      } else if (quotes(others(), sentence)) {
        Excerpt excerpt = Excerpt.of(sentence);
        choice.take(excerpt);
        reader.read(excerpt);
      }
    }
    Theme theme = theme();
    printed.add(present.headline().text());
    present.standfirst().forEach(line -> printed.add(line.text()));
    present.lede().forEach(line -> printed.add(line.text()));
    present.subheads().stream()
        .filter(subhead -> subhead.section() != request.number())
        .forEach(subhead -> printed.add(subhead.line().text()));
    var subheads =
        new SubheadMaker(
            story,
            weights,
            conflicts,
            new Capitals(story.all()),
            message.style().language(),
            printed,
            embedder);
    TimeWords time = new TimeWords(message.asOf());
    List<PlannedSection> sections =
        new SectionPlan(choice, time, new ReadingOrder(kinship, choice, time))
            .plan(List.of(theme), subheads, reader);
    if (sections.isEmpty()) {
      throw nothing("What could be quoted cannot be followed without what stands before it");
    }
    return print(sections.getFirst());
  }

  /** The excerpts of the section, the one nearest to what is wanted first. */
  private Theme theme() throws NothingToQuoteException {
    ToDoubleFunction<Excerpt> worth = request.note().isEmpty() ? this::akin : closeness();
    Excerpt heart =
        choice.best(excerpt -> fresh(excerpt) && worth.applyAsDouble(excerpt) > 0, worth);
    if (heart == null) {
      throw nothing(
          request.note().isEmpty()
              ? "The sources hold nothing else that can be quoted on the matter of this section"
              : "The sources hold nothing more that can be quoted and is near to the note");
    }
    Theme theme = new Theme(heart);
    Excerpt next = heart;
    int left = (int) (request.mostWords() * QUOTED_SHARE);
    while (next != null && theme.excerpts().size() < MOST_EXCERPTS) {
      theme.add(next);
      choice.take(next);
      left -= next.words();
      int room = left;
      next =
          choice.best(
              excerpt ->
                  excerpt.words() <= room
                      && fresh(excerpt)
                      && (worth.applyAsDouble(excerpt) > 0
                          || kinship.of(heart, excerpt) >= Kinship.BELONGS),
              excerpt -> worth.applyAsDouble(excerpt) + kinship.of(heart, excerpt));
    }
    return theme;
  }

  /** Without a note another section is wanted, so nothing that stood in the old one. */
  private boolean fresh(Excerpt excerpt) {
    return !request.note().isEmpty() || excerpt.sentences().stream().noneMatch(old::contains);
  }

  /** How near it is to what the section was about; nothing where it is on another matter. */
  private double akin(Excerpt excerpt) {
    double near =
        old.stream().mapToDouble(each -> kinship.of(Excerpt.of(each), excerpt)).max().orElse(1);
    return near <= 0 ? 0 : near + WEIGHT * choice.weight(excerpt);
  }

  /** How near it is to the note; nothing where it is not. */
  private ToDoubleFunction<Excerpt> closeness() {
    Embedding note = embedder.embed(List.of(request.note())).getFirst();
    Set<String> terms = Terms.of(request.note());
    return excerpt -> {
      double near =
          excerpt.sentences().stream()
              .mapToDouble(sentence -> story.embedding(sentence).similarity(note))
              .max()
              .orElse(0);
      double shared = Terms.share(terms, excerpt.terms());
      return near < ABOUT && shared == 0
          ? 0
          : near + SHARED_WORDS * shared + WEIGHT * choice.weight(excerpt);
    };
  }

  private SectionAnswer print(PlannedSection section) throws NothingToQuoteException {
    Attribution attribution = new Attribution(message.style().language());
    var body = new ArrayList<SectionAnswer.BodyLine>();
    for (int paragraph = 1; paragraph <= section.paragraphs().size(); paragraph++) {
      attribution.pause();
      for (Excerpt excerpt : section.paragraphs().get(paragraph - 1)) {
        Line line =
            new Line(
                attribution.print(excerpt), ExtractiveSummary.passages(excerpt, story, weights));
        body.add(new SectionAnswer.BodyLine(paragraph, line));
      }
    }
    List<SourceSentence> chosen =
        section.excerpts().stream().flatMap(excerpt -> excerpt.sentences().stream()).toList();
    if (old.containsAll(chosen) && chosen.containsAll(old)) {
      throw nothing("What is nearest to the note stands in this section already");
    }
    return new SectionAnswer(
        new Line(section.subhead().text(), section.subhead().passages()), body);
  }

  private NothingToQuoteException nothing(String why) {
    return new NothingToQuoteException(
        why
            + ", within "
            + message.style().mostSharePercent()
            + " per cent of each source; try another note, or write it yourself.");
  }

  private List<String> bodyOf(int section) {
    return present.body().stream()
        .filter(line -> line.section() == section)
        .flatMap(line -> printings(line.line().text()))
        .toList();
  }

  private List<String> others() {
    return Stream.of(
            present.standfirst().stream(),
            present.lede().stream(),
            present.body().stream()
                .filter(line -> line.section() != request.number())
                .map(BriefAnswer.BodyLine::line))
        .flatMap(part -> part)
        .flatMap(line -> printings(line.text()))
        .toList();
  }

  /** A sentence's letters, and those between its quotation marks, where its outlet parts them. */
  private static Stream<String> printings(String text) {
    String quoted =
        QUOTED.matcher(text).results().map(part -> part.group(1)).collect(Collectors.joining());
    return Stream.of(letters(text), letters(quoted));
  }

  /** Whether a printed sentence holds the words of one, however it is attributed. */
  private static boolean quotes(List<String> printed, SourceSentence sentence) {
    String words = letters(sentence.text());
    return !words.isEmpty() && printed.stream().anyMatch(each -> each.contains(words));
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
