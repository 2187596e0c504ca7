package colophon.desk;

import colophon.excerpt.CitedSource;
import colophon.excerpt.ExcerptAnswer;
import colophon.excerpt.Match;
import colophon.excerpt.PublishedVersion;
import colophon.excerpt.SentenceMatch;
import colophon.excerpt.Stake;
import colophon.excerpt.Standing;
import colophon.excerpt.Stretch;
import colophon.text.PrintableText;
import java.util.List;
import java.util.TreeSet;

/**
 * What is known of a pasted text, in plain words.
 *
 * @param summary how many sentences are what
 * @param sentences in the order pasted
 * @param versions those that the sentences come from
 * @param lookedAt how many versions were looked through
 */
public record ExcerptView(
    String summary, List<Sentence> sentences, List<VersionLine> versions, int lookedAt) {

  /** The most versions and sources that are named of one sentence. */
  private static final int MOST_NAMED = 6;

  public ExcerptView {
    sentences = List.copyOf(sentences);
    versions = List.copyOf(versions);
  }

  /**
   * One sentence.
   *
   * @param tone the class of its mark
   * @param difference empty but for an edited one
   * @param past whether no brief says so today
   */
  public record Sentence(
      String verdict,
      String tone,
      String pasted,
      List<Piece> difference,
      List<Place> places,
      List<CitedSource> sources,
      boolean past) {
    public Sentence {
      difference = List.copyOf(difference);
      places = List.copyOf(places);
      sources = List.copyOf(sources);
    }
  }

  /** A run of words of a difference; {@code kind} is kept, left-out or added. */
  public record Piece(String kind, String text) {}

  /** A version, and where it can be read; an empty address for one that cannot. */
  public record Place(String name, String address) {

    /** Where the brief's record stands in plain words. */
    public String record() {
      return address.replaceFirst("v[0-9]+/$", "record");
    }
  }

  /** One version that sentences come from. */
  public record VersionLine(Place place, String standing, String published, String record) {}

  static ExcerptView of(ExcerptAnswer answer) {
    return new ExcerptView(
        summary(answer),
        answer.sentences().stream().map(ExcerptView::sentence).toList(),
        answer.versions().stream().map(ExcerptView::line).toList(),
        answer.versionsLookedAt());
  }

  private static String summary(ExcerptAnswer answer) {
    int all = answer.sentences().size();
    String counts =
        (all == 1 ? "One sentence: " : all + " sentences: ")
            + answer.count(SentenceMatch.Verbatim.class)
            + " word for word, "
            + answer.count(SentenceMatch.Edited.class)
            + " edited, "
            + answer.count(SentenceMatch.NotOurs.class)
            + " not ours.";
    return answer.briefs() > 1
        ? counts
            + " They come from "
            + answer.briefs()
            + " briefs: whoever put them together was not the publisher."
        : counts;
  }

  private static Sentence sentence(SentenceMatch sentence) {
    String pasted = PrintableText.of(sentence.pasted());
    return switch (sentence) {
      case SentenceMatch.Verbatim verbatim ->
          ours(
              verbatim.asPrinted()
                  ? "Word for word"
                  : "Word for word, with other spaces, quotation marks or dashes",
              "ok",
              pasted,
              List.of(),
              verbatim.matches());
      case SentenceMatch.Edited edited ->
          ours(
              "Edited: the difference touches "
                  + String.join(
                      ", ", new TreeSet<>(edited.stakes()).stream().map(Stake::words).toList()),
              "weak",
              pasted,
              edited.difference().stream().map(ExcerptView::piece).toList(),
              edited.matches());
      case SentenceMatch.PageLine line ->
          new Sentence(
              "A line of our pages, and no sentence of a brief",
              "",
              pasted,
              List.of(),
              line.versions().stream().limit(MOST_NAMED).map(ExcerptView::place).toList(),
              List.of(),
              false);
      case SentenceMatch.NotOurs ignored ->
          new Sentence("Not ours", "unsupported", pasted, List.of(), List.of(), List.of(), false);
    };
  }

  private static Sentence ours(
      String verdict, String tone, String pasted, List<Piece> difference, List<Match> matches) {
    return new Sentence(
        verdict,
        tone,
        pasted,
        difference,
        matches.stream().map(match -> place(match.version())).distinct().limit(MOST_NAMED).toList(),
        ExcerptAnswer.sources(matches).stream().limit(MOST_NAMED).toList(),
        !ExcerptAnswer.isCurrent(matches));
  }

  private static Piece piece(Stretch stretch) {
    return new Piece(
        switch (stretch.kind()) {
          case KEPT -> "kept";
          case LEFT_OUT -> "left-out";
          case ADDED -> "added";
        },
        PrintableText.of(stretch.text()));
  }

  private static Place place(PublishedVersion version) {
    return new Place(version.name(), "/briefs/" + version.slug() + "/v" + version.number() + "/");
  }

  private static VersionLine line(PublishedVersion version) {
    return new VersionLine(
        place(version),
        standing(version.standing()),
        DeskWords.day(version.publishedAt()),
        version.record().toString());
  }

  private static String standing(Standing standing) {
    return switch (standing) {
      case CURRENT -> "current";
      case SUPERSEDED -> "superseded by an update";
      case CORRECTED -> "corrected since";
      case WITHDRAWN -> "withdrawn by the publisher";
      case UNKNOWN -> "its standing is not known here";
    };
  }
}
