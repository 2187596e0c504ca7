package colophon.excerpt;

import colophon.kernel.Digest;
import colophon.provenance.ProvenanceRecord;
import colophon.provenance.RecordedCitation;
import colophon.provenance.RecordedSentence;
import colophon.provenance.RecordedSource;
import colophon.text.Language;
import colophon.text.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of a record's sentences in the version's plain text. The record names each
 * sentence by digest alone; what a digest does not confirm is not taken for a sentence.
 */
public final class VersionWords {

  /** How many numbered marks a sentence may itself hold, such as "[sic]" never is but [1] may. */
  private static final int MOST_MARKS_INSIDE = 6;

  /** The longest line read; no sentence of ours comes near. */
  private static final int MOST_LINE = 100_000;

  private static final Pattern MARKS = Pattern.compile(" ?(?:\\[[0-9]{1,3}\\])+");

  private final Set<Digest> wanted = new HashSet<>();
  private final Map<Digest, String> found = new HashMap<>();
  private final Set<String> pageLines = new LinkedHashSet<>();

  private VersionWords() {}

  /**
   * The version with the words of its sentences.
   *
   * @param record as the verifier found it signed
   * @param files the version's files by name, as the verifier found them unchanged
   */
  public static PublishedVersion read(
      ProvenanceRecord record,
      SortedMap<String, byte[]> files,
      Standing standing,
      boolean signerKnown) {
    var words = new VersionWords();
    record.sentences().forEach(sentence -> words.wanted.add(sentence.text()));
    files.forEach((name, bytes) -> {
      if (name.endsWith(".txt")) {
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.length() <= MOST_LINE)
            .forEach(line -> words.line(line.strip(), record.brief().language()));
      }
    });
    return new PublishedVersion(
        record.brief().id(),
        record.brief().slug(),
        record.brief().version(),
        standing,
        signerKnown,
        record.brief().publisher(),
        record.brief().publishedAt(),
        record.digest(),
        words.sentences(record),
        List.copyOf(words.pageLines));
  }

  private void line(String line, String languageTag) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    List<Integer> ends = new ArrayList<>();
    Matcher marks = MARKS.matcher(line);
    while (marks.find()) {
      ends.add(marks.start());
      starts.add(marks.end());
    }
    ends.add(line.length());
    int from = 0;
    boolean any = false;
    while (from < starts.size()) {
      int to = sentence(line, starts.get(from), ends, from);
      any |= to >= 0;
      from = to >= 0 ? to + 1 : from + 1;
    }
    if (!any && line.codePoints().anyMatch(Character::isLetter)) {
      pageLine(line, languageTag);
    }
  }

  /** The place of the end of a sentence that begins there, or -1. */
  private int sentence(String line, int start, List<Integer> ends, int first) {
    int last = Math.min(ends.size() - 1, first + MOST_MARKS_INSIDE);
    for (int i = first; i <= last; i++) {
      if (ends.get(i) > start) {
        String text = line.substring(start, ends.get(i)).strip();
        Digest digest = Digest.ofText(text);
        if (wanted.contains(digest)) {
          found.put(digest, text);
          return i;
        }
      }
    }
    return -1;
  }

  /** Kept as it is read when it is pasted: whole, and by its sentences. */
  private void pageLine(String printed, String languageTag) {
    String line = PastedMarkup.strip(printed).strip();
    pageLines.add(line);
    Language language =
        languageTag.matches("[a-z]{2,3}") ? new Language(languageTag) : Language.UNKNOWN;
    Sentences.split(line, language).forEach(span -> pageLines.add(span.in(line)));
  }

  private List<PublishedSentence> sentences(ProvenanceRecord record) {
    var sources = new HashMap<String, CitedSource>();
    for (RecordedSource source : record.sources()) {
      sources.put(
          source.id(),
          new CitedSource(source.number(), source.outlet(), source.title(), link(source)));
    }
    var sentences = new ArrayList<PublishedSentence>();
    for (RecordedSentence sentence : record.sentences()) {
      var cited = new LinkedHashSet<CitedSource>();
      for (RecordedCitation citation : sentence.citations()) {
        CitedSource source = sources.get(citation.source());
        if (source != null) {
          cited.add(source);
        }
      }
      sentences.add(
          new PublishedSentence(
              sentence.id(),
              sentence.role(),
              sentence.text(),
              found.get(sentence.text()),
              List.copyOf(cited)));
    }
    return sentences;
  }

  private static @org.jspecify.annotations.Nullable String link(RecordedSource source) {
    String address = source.canonical() != null ? source.canonical() : source.landed();
    return address.startsWith("https://") || address.startsWith("http://") ? address : null;
  }
}
