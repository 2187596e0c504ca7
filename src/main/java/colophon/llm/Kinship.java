package colophon.llm;

/**
 * Whether two excerpts are about one thing: like each other in what sets them apart from the rest
 * of the story, with rare words in common, or near each other in one article.
 */
final class Kinship {

  /** A sentence belongs to a section where its kinship to the section's heart is at least this. */
  static final double BELONGS = 0.26;

  private static final double SHARED = 0.45;
  private static final double SAME_PASSAGE = 0.25;
  private static final double NEXT_PASSAGE = 0.10;
  private static final double SAME_HEADING = 0.08;

  private final StorySentences story;
  private final SentenceWeights weights;

  Kinship(StorySentences story, SentenceWeights weights) {
    this.story = story;
    this.weights = weights;
  }

  /** From about -0.3 to 1; 1 for an excerpt and itself. */
  double of(Excerpt one, Excerpt other) {
    if (one.equals(other)) {
      return 1;
    }
    double likest = -1;
    double shared = 0;
    for (SourceSentence mine : one.sentences()) {
      for (SourceSentence theirs : other.sentences()) {
        likest = Math.max(likest, story.likeness(mine, theirs));
        shared = Math.max(shared, weights.shared(mine, theirs));
      }
    }
    return Math.min(1, likest + SHARED * shared + place(one.first(), other.first()));
  }

  private double place(SourceSentence one, SourceSentence other) {
    if (one.source().number() != other.source().number()) {
      return 0;
    }
    int apart = Math.abs(one.place() - other.place());
    var heading = story.heading(one);
    double same = heading != null && heading.equals(story.heading(other)) ? SAME_HEADING : 0;
    return apart == 0 ? SAME_PASSAGE : apart == 1 ? Math.max(NEXT_PASSAGE, same) : same;
  }
}
