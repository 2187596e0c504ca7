package colophon.excerpt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was found of an excerpt.
 *
 * @param sentences one for each pasted sentence, or for several that are one published
 * @param versions where they were published, by brief and number
 * @param newest the newest known version of each of these briefs
 */
public record ExcerptAnswer(
    List<SentenceMatch> sentences,
    List<PublishedVersion> versions,
    List<PublishedVersion> newest,
    int versionsLookedAt) {

  /** Every sentence stands word for word in the newest version of its brief. */
  public static final int EXIT_WORD_FOR_WORD = 0;

  /** Every sentence is ours, and some were changed or stand only in a version that is past. */
  public static final int EXIT_CHANGED = 10;

  /** Some sentence is not ours. */
  public static final int EXIT_NOT_OURS = 20;

  public ExcerptAnswer {
    sentences = List.copyOf(sentences);
    versions = List.copyOf(versions);
    newest = List.copyOf(newest);
  }

  ExcerptAnswer(List<SentenceMatch> sentences, SentenceIndex index) {
    this(sentences, versions(sentences), newest(sentences, index), index.versions());
  }

  /** How many briefs the sentences come from. */
  public int briefs() {
    return newest.size();
  }

  /** 0 word for word and current, 10 changed or past, 20 not all ours. */
  public int exitCode() {
    int code = EXIT_WORD_FOR_WORD;
    for (SentenceMatch sentence : sentences) {
      code =
          Math.max(
              code,
              switch (sentence) {
                case SentenceMatch.Verbatim verbatim ->
                    isCurrent(verbatim.matches()) ? EXIT_WORD_FOR_WORD : EXIT_CHANGED;
                case SentenceMatch.Edited ignored -> EXIT_CHANGED;
                case SentenceMatch.PageLine ignored -> EXIT_WORD_FOR_WORD;
                case SentenceMatch.NotOurs ignored -> EXIT_NOT_OURS;
              });
    }
    return code;
  }

  /** Whether one of these places is in a version that no signed status calls past. */
  public static boolean isCurrent(List<Match> matches) {
    return matches.stream()
        .map(match -> match.version().standing())
        .anyMatch(standing -> standing == Standing.CURRENT || standing == Standing.UNKNOWN);
  }

  private static List<PublishedVersion> versions(List<SentenceMatch> sentences) {
    return sentences.stream()
        .flatMap(sentence -> sentence.matches().stream())
        .map(Match::version)
        .distinct()
        .sorted(
            Comparator.comparing(PublishedVersion::slug).thenComparing(PublishedVersion::number))
        .toList();
  }

  private static List<PublishedVersion> newest(List<SentenceMatch> sentences, SentenceIndex index) {
    Map<String, PublishedVersion> newest = new TreeMap<>();
    for (PublishedVersion version : versions(sentences)) {
      PublishedVersion known = index.newest(version.briefId());
      newest.put(version.slug() + "\n" + version.briefId(), known == null ? version : known);
    }
    return new ArrayList<>(newest.values());
  }

  /** How many sentences ended so. */
  public <T extends SentenceMatch> long count(Class<T> end) {
    return sentences.stream().filter(end::isInstance).count();
  }

  /** The sources of these places, each once, in the order of their marks. */
  public static List<CitedSource> sources(List<Match> matches) {
    Stream<CitedSource> sources =
        matches.stream().flatMap(match -> match.sentence().sources().stream());
    return sources
        .distinct()
        .sorted(Comparator.comparingInt(CitedSource::number).thenComparing(CitedSource::outlet))
        .toList();
  }
}
