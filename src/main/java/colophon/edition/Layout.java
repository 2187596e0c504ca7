package colophon.edition;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A brief set for every format: sentences with their marks, sources numbered, passages cut, facts
 * put into words. Renderers only choose the markup.
 *
 * @param language of the brief's text
 * @param words the page's own words
 * @param byline without the reading time
 * @param facts how it was made, as names and values
 * @param permalink of the brief; the same for every version
 * @param versionLink of this version
 */
record Layout(
    Imprint imprint,
    VersionPlan plan,
    Label label,
    DigitalSourceType sourceType,
    boolean reviewed,
    String language,
    Words words,
    Line headline,
    List<Line> standfirst,
    List<Line> lede,
    List<LaidSection> sections,
    List<SourceNote> sources,
    List<SourceNote> alsoRead,
    List<PassageNote> passages,
    int independentSources,
    int wordCount,
    List<Fact> facts,
    OffsetDateTime publishedAt,
    OffsetDateTime firstPublishedAt,
    URI permalink,
    URI versionLink) {

  /** The words a reader reads in a minute. */
  private static final int WORDS_A_MINUTE = 220;

  /** A name and a value of the list that says how a brief was made. */
  record Fact(String name, String value) {}

  Layout {
    standfirst = List.copyOf(standfirst);
    lede = List.copyOf(lede);
    sections = List.copyOf(sections);
    sources = List.copyOf(sources);
    alsoRead = List.copyOf(alsoRead);
    passages = List.copyOf(passages);
    facts = List.copyOf(facts);
  }

  /** The headline's words. */
  String title() {
    return headline.text();
  }

  /** The standfirst as one text. */
  String description() {
    return String.join(join(), standfirst.stream().map(Line::text).toList());
  }

  /** Every sentence in reading order. */
  List<Line> lines() {
    Stream<Line> body =
        sections.stream()
            .flatMap(section ->
                Stream.concat(
                    Stream.of(section.subhead()),
                    section.paragraphs().stream().flatMap(List::stream)));
    return Stream.of(Stream.of(headline), standfirst.stream(), lede.stream(), body)
        .flatMap(part -> part)
        .toList();
  }

  /** The parts of the line under the standfirst. */
  List<String> byline() {
    int notes = sources.size() - reports();
    return Stream.of(
            words.text(
                    "byline",
                    "articles",
                    words.count("articles", reports()),
                    "independent",
                    words.count("independent", independentSources))
                + (notes == 0 ? "" : ", " + words.count("desk-notes", notes)),
            words.moment(publishedAt),
            words.text("minutes", "n", Math.max(1, Math.ceilDiv(wordCount, WORDS_A_MINUTE))),
            words.version(plan.version(), plan.kind()))
        .toList();
  }

  /** How many of the sources are no desk notes. */
  int reports() {
    return (int) sources.stream().filter(source -> source.deskNote() == null).count();
  }

  /** What stands between two sentences of the brief. */
  String join() {
    return Words.in(language).language().equals(language) ? Words.in(language).text("join") : " ";
  }

  /** The word over the public note; null where the version is the original. */
  @Nullable String noteHeading() {
    return switch (plan.kind()) {
      case ORIGINAL -> null;
      case UPDATE -> words.text("note.update");
      case CORRECTION -> words.text("note.correction");
    };
  }

  /** The public note of an update or a correction. */
  String note() {
    return plan.note() == null ? "" : plan.note();
  }

  /**
   * The draft {@code ai-disclosure} value (W3C AI Content Disclosure Community Group): made with a
   * person's review, or without one.
   */
  String disclosure() {
    return reviewed ? "ai-generated" : "autonomous";
  }

  /** How far the page's own folder lies below the site: {@code briefs/SLUG/vN/}. */
  String siteRoot() {
    return "../../../";
  }
}
